import type { Item, QueryProblem, Span } from '@vedette/contract';
import { compileRules, type Matcher, parseQuery, printQuery, type QueryNode } from '@vedette/match';
import { type Bound, queryBounds } from './query-bounds.js';

/** A day as the query language writes it. */
interface Days {
  readonly since?: string;
  readonly until?: string;
}

/** A query that is ready to be asked. */
export interface CompiledQuery {
  readonly problems: QueryProblem[];
  /** nothing is left to look for: the answer is empty */
  readonly nothing: boolean;
  /** what the index answers; `true` where it cannot narrow anything */
  readonly index: Bound;
  /** whether the index answers it alone */
  readonly exact: boolean;
  readonly days: Days;
  /** the places that make it true; undefined where it is not */
  readonly find: ((item: Item) => readonly Span[] | undefined) | undefined;
}

/** Reads a query; an empty one finds everything. Mistakes are named, and what could be read is used. */
export function compileQuery(query: string): CompiledQuery {
  if (query.trim() === '') return { problems: [], nothing: false, index: true, exact: true, days: {}, find: undefined };
  const { ast, problems } = parseQuery(query);
  const told = problems.map((problem) => ({ ...problem }));
  if (ast === undefined) return nothingOf(told);
  if (partsOf(ast) > mostParts) return nothingOf([...told, tooLong(query)]);
  const { rest, days } = withoutDays(ast);
  const { most, least } = rest === undefined ? { most: true, least: true } : queryBounds(rest);
  const { matcher } = compileRules([{ id: 'query', query: problems.length === 0 ? query : printQuery(ast) }]);
  return { problems: told, nothing: false, index: most, exact: most === least, days, find: finder(matcher) };
}

/** Everybody waits while a search is compared with Items; lists of hundreds of words belong into a watchlist. */
const mostParts = 100;

function tooLong(query: string): QueryProblem {
  return {
    start: 0,
    end: query.length,
    message: `a search looks for at most ${mostParts} words and phrases at once; make a rule of a watchlist of longer lists`,
  };
}

function nothingOf(problems: QueryProblem[]): CompiledQuery {
  return { problems, nothing: true, index: false, exact: true, days: {}, find: undefined };
}

/** How many words, phrases and fields a query holds. */
function partsOf(node: QueryNode): number {
  switch (node.type) {
    case 'and':
    case 'or':
    case 'any-place':
      return node.items.reduce((sum, item) => sum + partsOf(item), 0);
    case 'near':
      return partsOf(node.left) + partsOf(node.right);
    case 'not':
    case 'via':
      return partsOf(node.item);
    case 'term':
      return Math.max(1, node.words.length);
    case 'hashtag':
    case 'regex':
    case 'field':
      return 1;
  }
}

function finder(matcher: Matcher): CompiledQuery['find'] {
  return (item) => {
    const [match] = matcher.match(item);
    return match?.spans.map(({ via, ...span }) => ({ ...span, via: [...via] }));
  };
}

/** Takes `since:` and `until:` out of a conjunction: columns answer them. */
function withoutDays(node: QueryNode): { readonly rest: QueryNode | undefined; readonly days: Days } {
  const parts = node.type === 'and' ? node.items : [node];
  let days: Days = {};
  const rest = parts.filter((part) => {
    if (part.type !== 'field' || (part.field !== 'since' && part.field !== 'until')) return true;
    const before = days[part.field];
    const stricter =
      before === undefined || (part.field === 'since' ? part.value > before : part.value < before)
        ? part.value
        : before;
    days = { ...days, [part.field]: stricter };
    return false;
  });
  const [only] = rest;
  if (rest.length < 2) return { rest: only, days };
  return { rest: rest.length === parts.length ? node : { type: 'and', items: rest }, days };
}
