import { sql } from 'kysely';
import type { Context, Tx } from '../context.js';
import { CountChanges, countItem } from './counts.js';
import { priorityOf } from './priority.js';

/** Which Items go: those of a watched source (received before a moment), or all demo data. */
export type Removal =
  | { readonly watched: string; readonly before?: number; readonly demo?: undefined }
  | { readonly demo: true; readonly watched?: undefined; readonly before?: undefined };

interface Candidate {
  readonly seq: number;
  readonly id: string;
  readonly origin: number;
  readonly watched: string;
  readonly kind: string;
  readonly lang: string | null;
  readonly sort_at: Date;
  readonly demo: boolean;
  readonly resting: boolean;
}

const atOnce = 500;

/**
 * Deletes Items in small transactions, so that nothing waits long. Except for demo data, Items stay on which a decision
 * rests that is neither false alarm nor not relevant, and those of escalated alerts.
 */
export async function deleteInSteps(
  { write }: Context,
  removal: Removal,
): Promise<{ readonly items: number; readonly kept: number }> {
  let items = 0;
  let kept = 0;
  for (let after = 0; ;) {
    const step = await write(async (tx) => {
      const candidates = await candidatesOf(tx, removal, after);
      const going = candidates.filter(({ resting }) => removal.demo === true || !resting);
      await deleteItems(tx, going);
      return { last: candidates.at(-1)?.seq, going: going.length, staying: candidates.length - going.length };
    });
    items += step.going;
    kept += step.staying;
    if (step.last === undefined) return { items, kept };
    after = step.last;
  }
}

async function candidatesOf(tx: Tx, removal: Removal, after: number): Promise<readonly Candidate[]> {
  const which = removal.demo === true ? sql`i.demo` : sql`i.watched = ${removal.watched}`;
  const before =
    removal.before === undefined
      ? sql`true`
      : sql`i.received_at < ${new Date(removal.before).toISOString()}::timestamptz`;
  const { rows } = await sql<Candidate>`select i.seq, i.id, i.origin, i.watched, i.kind, i.lang, i.sort_at, i.demo,
      exists (select from alert_items m join alerts a on a.id = m.alert left join decisions d on d.id = a.decision
        where m.seq = i.seq and (a.state = 'escalated' or d.verdict not in ('false-alarm', 'not-relevant'))) as resting
    from items i where ${which} and ${before} and i.seq > ${after} order by i.seq limit ${atOnce}`.execute(tx);
  return rows;
}

async function deleteItems(tx: Tx, items: readonly Candidate[]): Promise<void> {
  if (items.length === 0) return;
  const counts = new CountChanges();
  for (const { sort_at, ...item } of items) countItem(counts, { ...item, sortAt: sort_at.getTime() }, -1);
  const seqs = items.map(({ seq }) => seq);
  const touched = await tx.selectFrom('alert_items').select('alert').distinct().where('seq', 'in', seqs).execute();
  const ids = items.map(({ id }) => id);
  await tx.deleteFrom('image_flags').where('item', 'in', ids).execute();
  await tx.deleteFrom('hidden_images').where('item', 'in', ids).execute();
  await tx.deleteFrom('items').where('seq', 'in', seqs).execute();
  await settleAlerts(
    tx,
    touched.map(({ alert }) => alert),
    counts,
  );
  await counts.write(tx);
}

/** Alerts without Items go, the others are counted anew; their decisions stay. */
async function settleAlerts(tx: Tx, ids: readonly string[], counts: CountChanges): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{
    id: string;
    state: string;
    severity: number;
    disguised: boolean;
    copies: number;
    origins: number;
    lead: number | null;
  }>`select a.id, a.state, a.severity, a.disguised, count(m.seq) as copies, count(distinct m.origin) as origins,
      case when bool_or(m.seq = a.lead) then a.lead else min(m.seq) end as lead
    from alerts a left join alert_items m on m.alert = a.id where a.id in (${sql.join(ids)}) group by a.id`.execute(tx);
  for (const { id, state, lead, ...alert } of rows) {
    if (lead === null) {
      counts.add('alerts', state, -1);
      await tx.deleteFrom('alerts').where('id', '=', id).execute();
      continue;
    }
    const priority = priorityOf(alert);
    await tx
      .updateTable('alerts')
      .set({
        lead,
        copies: alert.copies,
        origins: alert.origins,
        score: priority.score,
        priority: JSON.stringify(priority),
      })
      .where('id', '=', id)
      .execute();
  }
}
