import type { RuleHits } from '@vedette/contract';
import { sql } from 'kysely';
import type { Reader } from '../context.js';
import { itemsSince } from './counts.js';
import { volumesSince } from './volumes.js';

const day = 86_400_000;

/** What the rules of a watchlist caught in the last seven days, of how many Items, and what became of their alerts. */
export async function rulesFound(
  db: Reader,
  watchlist: string,
  now: number,
): Promise<{ readonly hits: RuleHits[]; readonly items7d: number }> {
  const items = await volumesSince(db, 'rule', `${watchlist}/`, now - 7 * day);
  const { rows } = await sql<Omit<RuleHits, 'items7d'>>`select r.rule, count(*)::integer as decided,
      (count(*) filter (where d.verdict = 'false-alarm'))::integer as "falseAlarms",
      (count(*) filter (where d.verdict = 'not-relevant'))::integer as "notRelevant"
    from alert_rules r join alerts a on a.id = r.alert join decisions d on d.id = a.decision
    where r.watchlist = ${watchlist} and a.state = 'decided' group by r.rule`.execute(db);
  const decided = new Map(rows.map((row) => [row.rule, row]));
  const caught = new Map([...items].map(([key, count]) => [key.slice(watchlist.length + 1), count]));
  const rules = new Set([...caught.keys(), ...decided.keys()]);
  const hits = [...rules].sort().map((rule) => ({
    rule,
    items7d: caught.get(rule) ?? 0,
    decided: decided.get(rule)?.decided ?? 0,
    falseAlarms: decided.get(rule)?.falseAlarms ?? 0,
    notRelevant: decided.get(rule)?.notRelevant ?? 0,
  }));
  return { hits, items7d: await itemsSince(db, now - 7 * day) };
}
