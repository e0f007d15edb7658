import { roles, scopesOf } from '@vedette/contract';
import { sql } from 'kysely';
import type { Reader } from '../context.js';

/** What a team has to decide already, and who decides. */
export interface TeamLoad {
  /** alerts by the day (`YYYY-MM-DD`, UTC) of their first Item; days without one are left out */
  readonly alerts: ReadonlyMap<string, number>;
  /** enabled accounts that took a decision in the last 30 days and did not take it back */
  readonly deciding: number;
  /** enabled accounts whose role may decide */
  readonly allowed: number;
}

const activeMs = 30 * 86_400_000;

/** @param since epoch milliseconds; the first day that is counted */
export async function teamLoad(db: Reader, since: number, now: number): Promise<TeamLoad> {
  const alerts = await sql<{ day: string; count: number }>`
    select to_char(first_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::integer as count from alerts
    where first_at >= ${new Date(since).toISOString()}::timestamptz group by 1`.execute(db);
  const deciding = await sql<{ count: number }>`select count(distinct d.by_id)::integer as count
    from decisions d join "user" u on u.id = d.by_id
    where not u.disabled and d.at >= ${new Date(now - activeMs).toISOString()}::timestamptz
      and not exists (select from decision_undos x where x.decision = d.id)`.execute(db);
  const may = roles.filter((role) => scopesOf(role).includes('alerts:decide'));
  const allowed = await sql<{ count: number }>`select count(*)::integer as count from "user"
    where not disabled and role in (${sql.join(may)})`.execute(db);
  return {
    alerts: new Map(alerts.rows.map(({ day, count }) => [day, count])),
    deciding: deciding.rows[0]?.count ?? 0,
    allowed: allowed.rows[0]?.count ?? 0,
  };
}
