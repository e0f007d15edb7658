import { type Alert, type AlertState, type Severity, severities } from '@vedette/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Context, Reader } from '../context.js';
import type { Page, PageRequest } from '../page.js';
import { printCursor, readCursor } from '../page-cursor.js';
import { alertsOf } from './alert-rows.js';
import { countOf } from './counts.js';

/** Which alerts of the queue, and in which order. */
export interface AlertRequest extends PageRequest {
  readonly state: AlertState;
  readonly severity?: Severity | undefined;
  readonly watchlist?: string | undefined;
  readonly rule?: string | undefined;
  /** `Item.source.id` of any copy */
  readonly source?: string | undefined;
  readonly lang?: string | undefined;
  readonly order: 'priority' | 'newest';
}

/** `viewers` of every Alert given here is empty: who is looking is known to the server alone. */
export interface Alerts {
  list(request: AlertRequest): Promise<Page<Alert>>;
  get(id: string): Promise<Alert | undefined>;
  /** The ones that exist, in the order asked for. */
  getMany(ids: readonly string[]): Promise<Alert[]>;
  /** How many are open; kept, not counted. */
  openCount(): Promise<number>;
}

/** Filtered lists are counted up to here; beyond it, the total says "at least". */
const countedTo = 10_000;

export function createAlerts({ db }: Context): Alerts {
  return {
    async list(request) {
      const { cursor, limit, order } = request;
      const filters = filtersOf(request);
      const after = cursor === undefined ? sql`true` : behind(order, cursor);
      const ordered =
        order === 'priority' ? sql`a.score desc, a.last_at desc, a.id desc` : sql`a.last_at desc, a.id desc`;
      const { rows } = await sql<{ id: string; score: number; last_at: Date }>`select a.id, a.score, a.last_at
        from alerts a where ${sql.join(filters, sql` and `)} and ${after}
        order by ${ordered} limit ${limit + 1}`.execute(db);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        rows: await alertsOf(
          db,
          page.map(({ id }) => id),
        ),
        ...(rows.length > limit && last !== undefined
          ? { next: printCursor([...(order === 'priority' ? [last.score] : []), last.last_at.getTime(), last.id]) }
          : {}),
        total:
          filters.length === 1
            ? { value: await countOf(db, 'alerts', request.state), exact: true }
            : await countUpTo(db, filters),
      };
    },
    async get(id) {
      return (await alertsOf(db, [id]))[0];
    },
    getMany: (ids) => alertsOf(db, ids),
    openCount: () => countOf(db, 'alerts', 'open'),
  };
}

function filtersOf({ state, severity, watchlist, rule, source, lang }: AlertRequest): RawBuilder<unknown>[] {
  const filters = [sql`a.state = ${state}`];
  if (severity !== undefined) filters.push(sql`a.severity = ${severities.indexOf(severity)}`);
  if (watchlist !== undefined || rule !== undefined)
    filters.push(sql`exists (select from alert_rules r where r.alert = a.id
      and ${watchlist === undefined ? sql`true` : sql`r.watchlist = ${watchlist}`}
      and ${rule === undefined ? sql`true` : sql`r.rule = ${rule}`})`);
  if (source !== undefined)
    filters.push(sql`exists (select from alert_items m join origins o on o.key = m.origin
      where m.alert = a.id and o.id = ${source})`);
  if (lang !== undefined)
    filters.push(sql`exists (select from alert_items m where m.alert = a.id and m.lang = ${lang})`);
  return filters;
}

function behind(order: AlertRequest['order'], cursor: string): RawBuilder<unknown> {
  if (order === 'priority') {
    const [score, at, id] = readCursor(cursor, ['number', 'number', 'string']);
    return sql`(a.score, a.last_at, a.id) < (${score}::float8, ${new Date(Number(at)).toISOString()}::timestamptz, ${id}::text)`;
  }
  const [at, id] = readCursor(cursor, ['number', 'string']);
  return sql`(a.last_at, a.id) < (${new Date(Number(at)).toISOString()}::timestamptz, ${id}::text)`;
}

async function countUpTo(db: Reader, filters: readonly RawBuilder<unknown>[]): Promise<Page<Alert>['total']> {
  const { rows } = await sql<{ value: number }>`select count(*) as value from
    (select from alerts a where ${sql.join(filters, sql` and `)} limit ${countedTo + 1}) found`.execute(db);
  const value = rows[0]?.value ?? 0;
  return { value: Math.min(value, countedTo), exact: value <= countedTo };
}
