import { randomUUID } from 'node:crypto';
import type { AlertState } from '@vedette/contract';
import { sql } from 'kysely';
import type { Tx } from '../context.js';
import type { CountChanges } from './counts.js';
import { nextState } from './alert-states.js';
import { priorityOf } from './priority.js';

/** An Item that a rule with the action `alert` caught. */
export interface CaughtItem {
  readonly seq: number;
  readonly id: string;
  readonly origin: number;
  readonly lang: string | null;
  readonly copyKey: string;
  readonly demo: boolean;
  readonly sortAt: number;
  readonly disguised: boolean;
  readonly rules: readonly { readonly watchlist: string; readonly rule: string; readonly severity: number }[];
}

interface Draft {
  readonly id: string;
  readonly copy_key: string;
  readonly demo: boolean;
  readonly lead: number;
  state: AlertState;
  severity: number;
  copies: number;
  origins: number;
  disguised: boolean;
  first_at: number;
  last_at: number;
  decision: string | null;
  readonly isNew: boolean;
  readonly before: AlertState | '';
  readonly rules: Set<string>;
  readonly knownOrigins: Set<number>;
}

/** What became of one alert, for the record. */
export interface AlertChange {
  readonly id: string;
  readonly change: 'opened' | 'grew' | 'reopened';
  readonly item: string;
}

const alertKey = (item: Pick<CaughtItem, 'copyKey' | 'demo'>) => `${item.demo ? 'demo' : ''} ${item.copyKey}`;

/**
 * Puts caught Items into alerts: copies of one text are one alert. A copy of a decided text joins it as decided; only a
 * new rule of a higher severity than any before opens it again, where the Item has just arrived (`reopen`). Where it was
 * stored long ago, the decision stands, and that rule opens it with the next copy that arrives.
 */
export async function joinAlerts(
  tx: Tx,
  items: readonly CaughtItem[],
  counts: CountChanges,
  { reopen }: { readonly reopen: boolean },
): Promise<readonly AlertChange[]> {
  if (items.length === 0) return [];
  const drafts = await load(tx, items);
  const joined = await tx
    .selectFrom('alert_items')
    .select(['alert', 'seq'])
    .where(
      'seq',
      'in',
      items.map(({ seq }) => seq),
    )
    .execute();
  const members = new Set(joined.map(({ alert, seq }) => `${alert} ${seq}`));
  const newMembers: { alert: string; seq: number; origin: number; lang: string | null }[] = [];
  const newRules: { alert: string; watchlist: string; rule: string; severity: number }[] = [];
  const changes: AlertChange[] = [];
  for (const item of items) {
    let draft = drafts.get(alertKey(item));
    if (draft === undefined) {
      draft = open(item);
      drafts.set(alertKey(item), draft);
      changes.push({ id: draft.id, change: 'opened', item: item.id });
    }
    if (!members.has(`${draft.id} ${item.seq}`)) {
      newMembers.push({ alert: draft.id, seq: item.seq, origin: item.origin, lang: item.lang });
      draft.copies += 1;
      if (!draft.knownOrigins.has(item.origin)) {
        draft.knownOrigins.add(item.origin);
        draft.origins += 1;
      }
      if (draft.copies > 1) changes.push({ id: draft.id, change: 'grew', item: item.id });
    }
    draft.first_at = Math.min(draft.first_at, item.sortAt);
    draft.last_at = Math.max(draft.last_at, item.sortAt);
    draft.disguised ||= item.disguised;
    for (const rule of item.rules) {
      const name = `${rule.watchlist} ${rule.rule}`;
      if (draft.rules.has(name)) continue;
      const higher = rule.severity > draft.severity ? nextState(draft.state, 'caught-higher') : undefined;
      if (higher !== undefined && !reopen) continue;
      draft.rules.add(name);
      newRules.push({ alert: draft.id, ...rule });
      if (higher !== undefined) {
        draft.state = higher;
        draft.decision = null;
        changes.push({ id: draft.id, change: 'reopened', item: item.id });
      }
      draft.severity = Math.max(draft.severity, rule.severity);
    }
  }
  await save(tx, [...drafts.values()], counts);
  await sql`insert into alert_items (alert, seq, origin, lang) select alert, seq, origin, lang
    from json_to_recordset(${JSON.stringify(newMembers)}::json) as x(alert text, seq bigint, origin integer, lang text)
    on conflict do nothing`.execute(tx);
  await sql`insert into alert_rules (alert, watchlist, rule, severity) select alert, watchlist, rule, severity
    from json_to_recordset(${JSON.stringify(newRules)}::json)
      as x(alert text, watchlist text, rule text, severity smallint) on conflict do nothing`.execute(tx);
  return changes;
}

function open(item: CaughtItem): Draft {
  return {
    id: randomUUID(),
    copy_key: item.copyKey,
    demo: item.demo,
    lead: item.seq,
    state: 'open',
    severity: 0,
    copies: 0,
    origins: 0,
    disguised: false,
    first_at: item.sortAt,
    last_at: item.sortAt,
    decision: null,
    isNew: true,
    before: '',
    rules: new Set(),
    knownOrigins: new Set(),
  };
}

async function load(tx: Tx, items: readonly CaughtItem[]): Promise<Map<string, Draft>> {
  const rows = await tx
    .selectFrom('alerts')
    .selectAll()
    .where('copy_key', 'in', [...new Set(items.map(({ copyKey }) => copyKey))])
    .execute();
  if (rows.length === 0) return new Map();
  const ids = rows.map(({ id }) => id);
  const rules = await tx
    .selectFrom('alert_rules')
    .select(['alert', 'watchlist', 'rule'])
    .where('alert', 'in', ids)
    .execute();
  const origins = await tx
    .selectFrom('alert_items')
    .select(['alert', 'origin'])
    .distinct()
    .where('alert', 'in', ids)
    .where('origin', 'in', [...new Set(items.map(({ origin }) => origin))])
    .execute();
  return new Map(
    rows.map((row) => [
      alertKey({ copyKey: row.copy_key, demo: row.demo }),
      {
        ...row,
        first_at: row.first_at.getTime(),
        last_at: row.last_at.getTime(),
        isNew: false,
        before: row.state,
        rules: new Set(
          rules.filter(({ alert }) => alert === row.id).map(({ watchlist, rule }) => `${watchlist} ${rule}`),
        ),
        knownOrigins: new Set(origins.filter(({ alert }) => alert === row.id).map(({ origin }) => origin)),
      },
    ]),
  );
}

async function save(tx: Tx, drafts: readonly Draft[], counts: CountChanges): Promise<void> {
  const rows = drafts.map(({ rules: _rules, knownOrigins: _origins, isNew, before, first_at, last_at, ...row }) => {
    if (isNew || before !== row.state) counts.add('alerts', row.state, 1);
    if (before !== '' && before !== row.state) counts.add('alerts', before, -1);
    const priority = priorityOf(row);
    return {
      ...row,
      score: priority.score,
      priority: JSON.stringify(priority),
      first_at: new Date(first_at).toISOString(),
      last_at: new Date(last_at).toISOString(),
    };
  });
  await sql`insert into alerts select * from json_populate_recordset(null::alerts, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set state = excluded.state, severity = excluded.severity, score = excluded.score,
      priority = excluded.priority, copies = excluded.copies, origins = excluded.origins, disguised = excluded.disguised,
      first_at = excluded.first_at, last_at = excluded.last_at, decision = excluded.decision`.execute(tx);
}
