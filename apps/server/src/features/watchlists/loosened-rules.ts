import type { Loosening, Rule } from '@vedette/contract';
import { parseQuery, printQuery, type PlaceNode, type QueryNode } from '@vedette/match';

/** A rule that asks one thing less than another, and what it leaves out. */
export interface LoosenedRule extends Loosening {
  readonly query: string;
  /** whether it still minds the languages of the rule */
  readonly keepsLanguages: boolean;
}

interface Looser extends Loosening {
  readonly node: QueryNode;
}

/**
 * All rules that ask exactly one thing less: without one required or one excluded part, with the words of a phrase (or both
 * sides of NEAR) anywhere, with any disguise, in any language. Of a query with OR, each alternative is loosened by itself.
 * What would be left without anything to look for is no such rule: taking the only word out of a query would let everything
 * in. An Item that one of them catches and the rule does not is a near miss.
 * @example loosenedRules({ id: 'r', query: '"grey gate" join -museum' }).map(({ kind, part }) => `${kind} ${part}`)
 * // ['required "grey gate"', 'place "grey gate"', 'required join', 'excluded museum']
 */
export function loosenedRules(rule: Rule): readonly LoosenedRule[] {
  const { ast } = parseQuery(rule.query);
  if (ast === undefined) return [];
  const found = loosened(ast)
    .filter(({ node }) => looksForText(node))
    .map(({ kind, part, node }) => ({ kind, part, query: printQuery(node), keepsLanguages: true }));
  const languages = rule.lang ?? [];
  const anyLanguage: LoosenedRule[] =
    languages.length === 0
      ? []
      : [{ kind: 'language', part: languages.join(', '), query: rule.query, keepsLanguages: false }];
  return [...found, ...anyLanguage];
}

function loosened(node: QueryNode): readonly Looser[] {
  switch (node.type) {
    case 'and':
      return node.items.flatMap((item, index) => {
        const others = node.items.filter((_, other) => other !== index);
        const withoutIt: Looser =
          item.type === 'not'
            ? { kind: 'excluded', part: printQuery(item.item), node: both(others) }
            : { kind: 'required', part: printQuery(item), node: both(others) };
        const inIt = item.type === 'not' ? [] : loosened(item);
        return [withoutIt, ...inIt.map((looser) => ({ ...looser, node: both(node.items.with(index, looser.node)) }))];
      });
    case 'or':
    case 'any-place':
      return node.items.flatMap((item): readonly Looser[] => loosened(item));
    case 'via':
      return [
        { kind: 'disguise', part: `via:${node.step}`, node: node.item },
        ...loosened(node.item).map((looser) => ({ ...looser, node: { ...node, item: looser.node } })),
      ];
    case 'near':
      return [{ kind: 'place', part: printQuery(node), node: both([node.left, node.right]) }];
    case 'term': {
      const apart = wordsApart(node);
      return apart === undefined ? [] : [{ kind: 'place', part: printQuery(node), node: apart }];
    }
    case 'not':
    case 'hashtag':
    case 'regex':
    case 'field':
      return [];
  }
}

function both(items: readonly QueryNode[]): QueryNode {
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { type: 'and', items };
}

/** The words of a phrase as terms of their own; none for scripts without word blanks, whose letters alone say nothing. */
function wordsApart(node: PlaceNode & { readonly type: 'term' }): QueryNode | undefined {
  const { words } = node;
  if (words.length < 2 || words.some(({ glued }) => glued)) return undefined;
  return both(
    words.map((word) => ({ ...node, words: [word], text: word.kind === 'fuzzy' ? `${word.text}~1` : word.text })),
  );
}

/** Whether a text must hold something for the query to be true: conditions on the Item and negations alone let nearly all in. */
function looksForText(node: QueryNode): boolean {
  switch (node.type) {
    case 'and':
      return node.items.some(looksForText);
    case 'or':
      return node.items.every(looksForText);
    case 'via':
      return looksForText(node.item);
    case 'not':
    case 'field':
      return false;
    case 'term':
    case 'hashtag':
    case 'near':
    case 'any-place':
    case 'regex':
      return true;
  }
}
