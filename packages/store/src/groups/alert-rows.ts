import type { Alert, AlertState, Decision, Priority, Span, Verdict } from '@vedette/contract';
import { sql } from 'kysely';
import type { Reader } from '../context.js';
import { toSummary } from './item-summary.js';
import { severityOf } from './priority.js';
import { readStored } from '../stored-json.js';

export const undoMs = 10_000;

export interface DecisionRow {
  readonly id: string;
  readonly alert: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly by_id: string;
  readonly by_name: string;
  readonly at: Date;
  readonly copies: number;
  readonly undone_at: Date | null;
}

export function toDecision(row: DecisionRow): Decision {
  return {
    id: row.id,
    alert: row.alert,
    verdict: row.verdict,
    ...(row.reason === null ? {} : { reason: row.reason }),
    by: { id: row.by_id, name: row.by_name },
    at: row.at.toISOString(),
    undoUntil: new Date(row.at.getTime() + undoMs).toISOString(),
    ...(row.undone_at === null ? {} : { undoneAt: row.undone_at.toISOString() }),
    copies: row.copies,
  };
}

interface Row {
  readonly id: string;
  readonly state: AlertState;
  readonly severity: number;
  readonly priority: string;
  readonly copies: number;
  readonly origins: number;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly lead: number;
  readonly decision: string | null;
  readonly summary: string;
  readonly received_at: Date;
  readonly demo: boolean;
}

/** Alerts as the contract shows them, in the order of `ids`; `viewers` is for the server to fill. */
export async function alertsOf(db: Reader, ids: readonly string[]): Promise<Alert[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<Row>`select a.id, a.state, a.severity, a.priority, a.copies, a.origins, a.first_at, a.last_at,
      a.lead, a.decision, b.summary, i.received_at, i.demo
    from alerts a join items i on i.seq = a.lead join bodies b on b.seq = a.lead
    where a.id in (${sql.join(ids)})`.execute(db);
  if (rows.length === 0) return [];
  const rules = await rulesOf(db, ids);
  const spans = await spansOf(
    db,
    rows.map(({ lead }) => lead),
  );
  const decisions = await decisionsOf(
    db,
    rows.flatMap(({ decision }) => decision ?? []),
  );
  const alerts = new Map(
    rows.map((row): [string, Alert] => {
      const decision = row.decision === null ? undefined : decisions.get(row.decision);
      return [
        row.id,
        {
          id: row.id,
          state: row.state,
          severity: severityOf(row.severity),
          priority: readStored<Priority>(row.priority),
          rules: rules.get(row.id) ?? [],
          lead: toSummary(row, spans.get(row.lead)),
          copies: row.copies,
          sources: row.origins,
          firstAt: row.first_at.toISOString(),
          lastAt: row.last_at.toISOString(),
          viewers: [],
          ...(decision === undefined ? {} : { decision }),
        },
      ];
    }),
  );
  return ids.flatMap((id) => alerts.get(id) ?? []);
}

async function rulesOf(db: Reader, ids: readonly string[]): Promise<Map<string, Alert['rules']>> {
  const rows = await db
    .selectFrom('alert_rules')
    .leftJoin('rules', (join) =>
      join.onRef('rules.watchlist', '=', 'alert_rules.watchlist').onRef('rules.rule', '=', 'alert_rules.rule'),
    )
    .select(['alert_rules.alert', 'alert_rules.watchlist', 'alert_rules.rule', 'rules.note'])
    .where('alert_rules.alert', 'in', ids)
    .orderBy('alert_rules.severity', 'desc')
    .orderBy('alert_rules.watchlist')
    .orderBy('alert_rules.rule')
    .execute();
  const found = new Map<string, Alert['rules']>();
  for (const { alert, watchlist, rule, note } of rows) {
    const list = found.get(alert) ?? [];
    list.push({ watchlist, rule, ...(note === null ? {} : { note }) });
    found.set(alert, list);
  }
  return found;
}

/** The places that rules found in Items, title first. */
export async function spansOf(db: Reader, seqs: readonly number[]): Promise<Map<number, Span[]>> {
  const found = new Map<number, Span[]>();
  if (seqs.length === 0) return found;
  const rows = await db.selectFrom('matches').select(['seq', 'spans']).where('seq', 'in', seqs).execute();
  for (const { seq, spans } of rows) found.set(seq, [...(found.get(seq) ?? []), ...readStored<Span[]>(spans)]);
  for (const spans of found.values())
    spans.sort((a, b) => (a.field === b.field ? a.start - b.start || a.end - b.end : a.field === 'title' ? -1 : 1));
  return found;
}

export async function decisionsOf(db: Reader, ids: readonly string[]): Promise<Map<string, Decision>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('decisions')
    .leftJoin('decision_undos', 'decision_undos.decision', 'decisions.id')
    .selectAll('decisions')
    .select('decision_undos.at as undone_at')
    .where('decisions.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, toDecision(row)]));
}
