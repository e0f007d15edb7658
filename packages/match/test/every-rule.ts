import { evaluate } from '../src/evaluate.js';
import { layersOf } from '../src/layers.js';
import { parseQuery, type MatchInput, type RuleInput, type RuleMatch } from '../src/index.js';
import { languageFits } from '../src/metadata.js';
import { planOf } from '../src/plan.js';
import { emptyTokens, tokenise } from '../src/words.js';

/**
 * What the engine must find: every rule evaluated on every way to read the Item, without keys, filters or fast paths.
 * The oracle of everything that chooses which rules and which Items are worth a look.
 */
export function matchEveryRule(rules: readonly RuleInput[], item: MatchInput): readonly RuleMatch[] {
  const layers = (['title', 'text'] as const).flatMap((field) => {
    const text = item[field] ?? '';
    return text === '' ? [] : layersOf(field, text, tokenise(text, emptyTokens()));
  });
  return rules.flatMap(({ id, query, severity, lang = [] }) => {
    const { ast } = parseQuery(query);
    const speaks =
      lang.length === 0 || item.lang === undefined || lang.some((one) => languageFits(one, item.lang ?? ''));
    if (ast === undefined || !speaks) return [];
    const spans = evaluate(planOf(ast), { item, layers, lowered: new Map() });
    return spans === undefined ? [] : [{ rule: id, severity: severity ?? 'medium', spans }];
  });
}
