import type { KnownGood, Rule as ContractRule, WatchlistFinding } from '@vedette/contract';
import { compileRules, type Rule } from '@vedette/match';

/** A long list of texts that a rule catches is cut: three show what is wrong with it. */
const mostOfOneRule = 3;
const longestText = 300;

/**
 * Names rules that catch a text which no rule should catch, with the text. Rules run as they will on Items: in their languages,
 * and not once their time is over.
 */
export function knownGoodFindings(
  rules: readonly (Rule | ContractRule)[],
  texts: readonly Pick<KnownGood, 'id' | 'title' | 'text' | 'lang'>[],
  now?: Date,
): readonly WatchlistFinding[] {
  if (texts.length === 0 || rules.length === 0) return [];
  const { matcher } = compileRules(rules, { now });
  const lines = new Map<string, number>();
  for (const [index, { id }] of rules.entries()) if (!lines.has(id)) lines.set(id, index + 1);
  const said = new Map<string, number>();
  const findings: WatchlistFinding[] = [];
  for (const known of texts) {
    for (const { rule } of matcher.match(known)) {
      const times = (said.get(rule) ?? 0) + 1;
      said.set(rule, times);
      if (times > mostOfOneRule) continue;
      const text = shortened(known.title === undefined ? known.text : `${known.title} – ${known.text}`);
      findings.push({
        level: 'warning',
        rule,
        line: lines.get(rule) ?? 1,
        column: 1,
        message: `catches a known-good text: ${text}`,
        code: 'known-good',
        params: { text },
      });
    }
  }
  return findings;
}

function shortened(text: string): string {
  const characters = Array.from(text.slice(0, longestText * 2));
  return characters.length <= longestText && text.length <= longestText * 2
    ? text
    : `${characters.slice(0, longestText).join('')}…`;
}
