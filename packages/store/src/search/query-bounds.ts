import type { PlaceNode, QueryNode, TermNode, WordPattern } from '@vedette/match';
import { metadataWord } from './metadata-words.js';
import { incompleteWord, quoted } from './search-vector.js';

/**
 * What the index can say about a query: a `tsquery`, or that every Item (`true`) or none (`false`) comes into question.
 * `most` takes every Item that the query finds and perhaps more, `least` only Items that it surely finds. Where both are
 * the same, the index answers the query alone.
 */
export interface QueryBounds {
  readonly most: Bound;
  readonly least: Bound;
}

export type Bound = string | boolean;

const exactly = (bound: Bound): QueryBounds => ({ most: bound, least: bound });
const atMost = (bound: Bound): QueryBounds => ({ most: bound, least: false });

function every(bounds: readonly Bound[]): Bound {
  if (bounds.includes(false)) return false;
  const parts = bounds.filter((bound) => typeof bound === 'string');
  if (parts.length === 0) return true;
  return parts.length === 1 ? (parts[0] ?? true) : `(${parts.join(' & ')})`;
}

function some(bounds: readonly Bound[]): Bound {
  if (bounds.includes(true)) return true;
  const parts = bounds.filter((bound) => typeof bound === 'string');
  if (parts.length === 0) return false;
  return parts.length === 1 ? (parts[0] ?? false) : `(${parts.join(' | ')})`;
}

function inverse(bound: Bound): Bound {
  return typeof bound === 'string' ? `!${bound}` : !bound;
}

function all(parts: readonly QueryBounds[]): QueryBounds {
  return { most: every(parts.map(({ most }) => most)), least: every(parts.map(({ least }) => least)) };
}

function any(parts: readonly QueryBounds[]): QueryBounds {
  return { most: some(parts.map(({ most }) => most)), least: some(parts.map(({ least }) => least)) };
}

/** Fields of metadata that are in the index as words of their own. */
const indexedFields: ReadonlySet<string> = new Set(['from', 'source', 'kind', 'lang', 'has', 'is']);
/** Alternatives of NEAR grow with its distance; beyond this the index only says that both are there. */
const farthestNear = 8;

/** What the index can say about a query. */
export function queryBounds(node: QueryNode): QueryBounds {
  switch (node.type) {
    case 'and':
      return all(node.items.map(queryBounds));
    case 'or':
      return any(node.items.map(queryBounds));
    case 'not': {
      const { most, least } = queryBounds(node.item);
      return { most: inverse(least), least: inverse(most) };
    }
    case 'via':
      return atMost(queryBounds(node.item).most);
    case 'field':
      if (indexedFields.has(node.field)) return exactly(quoted(metadataWord(node.field, node.value)));
      return node.field === 'domain' ? atMost(quoted(metadataWord('domain', node.value))) : atMost(true);
    case 'regex':
      return atMost(true);
    case 'term':
    case 'hashtag':
    case 'near':
    case 'any-place':
      return placeBounds(node);
  }
}

function placeBounds(node: PlaceNode): QueryBounds {
  switch (node.type) {
    case 'hashtag': {
      const tag = quoted(metadataWord('tag', node.tag));
      return node.where === 'title' ? atMost(tag) : exactly(tag);
    }
    case 'any-place':
      return any(node.items.map(placeBounds));
    case 'near': {
      const { left, right, distance, ordered } = node;
      const [a, b] = [singleWord(left), singleWord(right)];
      if (a === undefined || b === undefined || distance > farthestNear || a === b)
        return atMost(every([placeBounds(left).most, placeBounds(right).most]));
      const steps = Array.from({ length: distance + 1 }, (_, index) => index + 1);
      const ways = steps.flatMap((step) => [`(${a} <${step}> ${b})`, ...(ordered ? [] : [`(${b} <${step}> ${a})`])]);
      // A hashtag's words and a text that is too long for positions are left to the matcher.
      return atMost(some([...ways, every([quoted(incompleteWord), a, b])]));
    }
    case 'term':
      return termBounds(node);
  }
}

function singleWord(node: PlaceNode): string | undefined {
  if (node.type !== 'term' || node.comparison !== 'folded' || node.words.length !== 1) return undefined;
  const [word] = node.words;
  return word?.kind === 'word' ? wordLexeme(word, node.where) : undefined;
}

/** A word as a part of a tsquery; undefined where the index cannot look it up. */
function wordLexeme({ kind, text }: WordPattern, where: TermNode['where']): string | undefined {
  const weight = where === 'title' ? 'A' : '';
  if (kind === 'word' || kind === 'emoji') return quoted(text) + (weight === '' ? '' : `:${weight}`);
  if (kind === 'fuzzy') return undefined;
  const stem = text.split(/[*?\uE000\uE001]/u)[0] ?? '';
  return stem === '' ? undefined : `${quoted(stem)}:*${weight}`;
}

/** Whether the index finds exactly what a word pattern means. */
function isExact({ kind, text }: WordPattern): boolean {
  return kind === 'word' || (kind === 'wildcard' && /^[^*?\uE000\uE001]+[*\uE000]$/u.test(text));
}

function termBounds({ words, comparison, where }: TermNode): QueryBounds {
  if (comparison !== 'folded') return atMost(unfoldedBound(words, where));
  const lexemes = words.map((word) => wordLexeme(word, where));
  const found = lexemes.filter((lexeme) => lexeme !== undefined);
  if (words.length === 1) {
    const [lexeme = true] = found;
    const [word] = words;
    return word !== undefined && isExact(word) ? exactly(lexeme) : atMost(lexeme);
  }
  const together = every(found);
  const plain = words.every(isExact) && found.length === words.length;
  // #greygate reads as "grey gate" too.
  const glued = words.every(({ kind }) => kind === 'word')
    ? [quoted(metadataWord('glued', words.map(({ text }) => text).join('')))]
    : [];
  if (!plain) return atMost(some([together, ...glued]));
  const phrase = `(${found.join(' <-> ')})`;
  const most = some([phrase, ...glued, every([quoted(incompleteWord), together])]);
  return where === 'title' ? atMost(most) : { most, least: most };
}

/** As published: the index knows folded words, so only whole words of plain letters can be narrowed by it. */
function unfoldedBound(words: readonly WordPattern[], where: TermNode['where']): Bound {
  const plain = words.filter(({ kind, text }) => kind === 'word' && /^[a-z0-9]+$/iu.test(text));
  return every(plain.map(({ text }) => quoted(text.toLowerCase()) + (where === 'title' ? ':A' : '')));
}
