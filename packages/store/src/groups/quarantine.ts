import type { Quarantined } from '@vedette/contract';
import { sql } from 'kysely';
import type { Actor } from '../actor.js';
import type { Context, Tx } from '../context.js';
import { StoreError } from '../errors.js';
import type { Page, PageRequest } from '../page.js';
import { printCursor, readCursor } from '../page-cursor.js';
import { storable } from '../stored-text.js';
import { CountChanges, countOf } from './counts.js';
import type { IngestRejected } from './ingest.js';
import { appendRecord } from './record.js';

/** Inputs that could not be read. `ingest.commit` adds them. */
export interface Quarantine {
  list(request: PageRequest & { readonly source?: string | undefined }): Promise<Page<Quarantined>>;
  /** @throws StoreError `not-found` */
  dismiss(id: string, by: Actor): Promise<void>;
  count(): Promise<number>;
}

const sampleUnits = 500;

/** Keeps what could not be read; part of a batch's transaction. */
export async function addQuarantined(
  tx: Tx,
  source: string,
  rejected: readonly IngestRejected[],
  at: number,
  counts: CountChanges,
): Promise<void> {
  if (rejected.length === 0) return;
  const rows = rejected.map(({ where, reason, sample }) => ({
    place: storable(where.slice(0, sampleUnits)),
    reason: storable(reason.slice(0, sampleUnits)),
    sample: storable(sample.slice(0, sampleUnits)),
  }));
  await sql`insert into quarantine (source, at, place, reason, sample)
    select ${source}, ${new Date(at).toISOString()}::timestamptz, place, reason, sample
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(place text, reason text, sample text)`.execute(tx);
  counts.add('quarantine', '', rejected.length);
  counts.add('quarantine', source, rejected.length);
}

export function createQuarantine({ db, now, write }: Context): Quarantine {
  return {
    async list({ source, cursor, limit }) {
      let query = db
        .selectFrom('quarantine')
        .leftJoin('sources', 'sources.id', 'quarantine.source')
        .selectAll('quarantine')
        .select('sources.title')
        .orderBy('quarantine.id', 'desc')
        .limit(limit + 1);
      if (source !== undefined) query = query.where('quarantine.source', '=', source);
      if (cursor !== undefined) query = query.where('quarantine.id', '<', Number(readCursor(cursor, ['number'])[0]));
      const rows = await query.execute();
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        rows: page.map(({ id, source: from, title, at, place, reason, sample }) => ({
          id: String(id),
          source: from,
          sourceTitle: title ?? from,
          at: at.toISOString(),
          where: place,
          reason,
          sample,
        })),
        ...(rows.length > limit && last !== undefined ? { next: printCursor([last.id]) } : {}),
        total: { value: await countOf(db, 'quarantine', source ?? ''), exact: true },
      };
    },
    async dismiss(id, by) {
      await write(async (tx) => {
        const number = /^\d{1,15}$/u.test(id) ? Number(id) : -1;
        const gone = await tx
          .deleteFrom('quarantine')
          .where('id', '=', number)
          .returning(['source', 'place', 'reason'])
          .executeTakeFirst();
        if (gone === undefined)
          throw new StoreError('not-found', `There is no rejected input ${id}; it may be dismissed already`);
        const counts = new CountChanges();
        counts.add('quarantine', '', -1);
        counts.add('quarantine', gone.source, -1);
        await counts.write(tx);
        const details = { source: gone.source, where: gone.place, reason: gone.reason };
        await appendRecord(tx, [{ at: now(), actor: by, action: 'quarantine.dismissed', subject: id, details }]);
      });
    },
    count: () => countOf(db, 'quarantine'),
  };
}
