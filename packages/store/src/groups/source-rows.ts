import type { SourceHealth, WatchedSource } from '@vedette/contract';
import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../context.js';
import type { SourcesTable } from '../database.js';
import type { CountName } from './counts.js';
import { readStored } from '../stored-json.js';

export type SourceRow = Selectable<SourcesTable>;

/** A source is quiet when it was silent for longer than this many of its usual gaps, and at least a day. */
const quietGaps = 6;
const quietAtLeastMs = 86_400_000;
/** How much the latest gap weighs in the learned rhythm. */
const rhythmWeight = 0.2;

export function healthOf(row: SourceRow, now: number): SourceHealth {
  if (row.paused) return 'paused';
  if (row.gone) return 'gone';
  if (row.error !== null) return 'failing';
  // What was handed over was read once and is never asked.
  if (row.once) return 'ok';
  if (row.last_success_at === null) return 'new';
  if (row.last_item_at === null || row.rhythm_seconds === null) return 'ok';
  const silence = now - row.last_item_at.getTime();
  return silence > Math.max(quietAtLeastMs, row.rhythm_seconds * 1000 * quietGaps) ? 'quiet' : 'ok';
}

export function toSource(row: SourceRow, now: number, items: number, quarantined: number): WatchedSource {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    ...(row.url === null ? {} : { url: row.url }),
    config: readStored<Record<string, unknown>>(row.config),
    basis: row.basis,
    ...(row.retention_days === null ? {} : { retentionDays: row.retention_days }),
    paused: row.paused,
    demo: row.demo,
    health: healthOf(row, now),
    items,
    quarantined,
    lastAttemptAt: iso(row.last_attempt_at),
    lastSuccessAt: iso(row.last_success_at),
    lastItemAt: iso(row.last_item_at),
    nextAttemptAt: iso(row.next_attempt_at),
    ...(row.rhythm_seconds === null ? {} : { expectedEverySeconds: Math.round(row.rhythm_seconds) }),
    ...(row.error === null ? {} : { error: readStored<NonNullable<WatchedSource['error']>>(row.error) }),
  };
}

function iso(moment: Date | null): string | undefined {
  return moment?.toISOString();
}

/** Rows as the contract shows them, with their kept counts. */
export async function toSources(db: Reader, rows: readonly SourceRow[], now: number): Promise<WatchedSource[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const counts = await db
    .selectFrom('counts')
    .select(['name', 'key', 'value'])
    .where('name', 'in', ['source', 'quarantine'] satisfies CountName[])
    .where('key', 'in', ids)
    .execute();
  const values = new Map(counts.map(({ name, key, value }) => [`${name} ${key}`, Math.max(0, value)]));
  return rows.map((row) =>
    toSource(row, now, values.get(`source ${row.id}`) ?? 0, values.get(`quarantine ${row.id}`) ?? 0),
  );
}

/** Notes what a batch brought: cursor, last new Item, and the usual gap between new Items. Gives the row as it is then. */
export async function noteItems(
  tx: Tx,
  source: SourceRow,
  batch: { readonly at: number; readonly count: number; readonly cursor?: unknown },
): Promise<SourceRow> {
  const { at: now, count, cursor } = batch;
  const gap =
    count === 0 || source.last_item_at === null
      ? undefined
      : Math.max(0, now - source.last_item_at.getTime()) / 1000 / count;
  const rhythm =
    gap === undefined || source.rhythm_seconds === null
      ? (gap ?? source.rhythm_seconds)
      : source.rhythm_seconds * (1 - rhythmWeight) + gap * rhythmWeight;
  const changes = {
    ...(cursor === undefined ? {} : { cursor: JSON.stringify(cursor) }),
    ...(count === 0 ? {} : { last_item_at: new Date(now), rhythm_seconds: rhythm }),
  };
  await tx.updateTable('sources').set(changes).where('id', '=', source.id).execute();
  return { ...source, ...changes };
}
