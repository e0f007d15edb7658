import type { DisguiseName } from '@vedette/decode';
import { checkValue, isField, isMetadataField, isStep, nearestField, nearestStep } from './field-values.js';
import { lex, type Token } from './lexer.js';
import { printQuery } from './print-query.js';
import type { NearNode, PlaceNode, QueryNode } from './query.js';
import type { ParsedQuery, QueryChip, QueryProblem } from './shapes.js';
import { buildHashtag, buildRegex, buildTerm, type Scope } from './term-nodes.js';

/** Brackets deeper than this are read as if they were not there. */
const deepest = 100;
/** A query with more mistakes than this is no query; the first ones say so. */
const mostProblems = 50;

type Piece =
  | { readonly node: QueryNode; readonly chip: QueryChip }
  | { readonly via: DisguiseName; readonly negated: boolean; readonly chip: QueryChip };
type NodePiece = Extract<Piece, { node: QueryNode }>;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/**
 * Reads a query of the watchlist language (see the README of this package for the grammar). Never throws: each mistake
 * is a problem with its place and, unless nothing is left to look for, a whole query that loads.
 *
 * @example
 * parseQuery('grey OR').problems[0];
 * // { start: 5, end: 7, message: 'OR needs a term on both sides', repair: 'grey' }
 */
export function parseQuery(query: string): ParsedQuery {
  const { tokens, problems } = lex(query);
  const parser = new Parser(query, tokens);
  const piece = parser.parse();
  const found: Found[] = problems
    .concat(parser.problems)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .slice(0, mostProblems);
  const node = piece?.node;
  const usable = node !== undefined && hasPositive(node);
  if (!usable && found.length === 0) {
    found.push({
      start: 0,
      end: query.length,
      message: node === undefined ? 'the query is empty' : 'everything is negated; add a term to look for',
    });
  }
  const repair = usable && found.length > 0 ? printQuery(node) : undefined;
  return {
    ...(usable ? { ast: node } : {}),
    chips: piece === undefined ? [] : topChips(piece),
    problems: found.map((problem): QueryProblem => (repair === undefined ? problem : { ...problem, repair })),
  };
}

function topChips(piece: NodePiece): readonly QueryChip[] {
  return piece.chip.kind === 'group' && piece.node.type !== 'or' ? (piece.chip.children ?? [piece.chip]) : [piece.chip];
}

/** Whether a tree looks for something that is not negated. */
function hasPositive(node: QueryNode): boolean {
  switch (node.type) {
    case 'and':
    case 'or':
      return node.items.some(hasPositive);
    case 'via':
      return hasPositive(node.item);
    case 'not':
      return false;
    case 'term':
    case 'hashtag':
    case 'near':
    case 'any-place':
    case 'regex':
    case 'field':
      return true;
  }
}

/** A Pratt parser: OR binds loosest, then AND (written or not), NOT, NEAR. Always gets to the end. */
class Parser {
  readonly problems: Found[] = [];
  #at = 0;
  #depth = 0;
  readonly #query: string;
  readonly #tokens: readonly Token[];

  constructor(query: string, tokens: readonly Token[]) {
    this.#query = query;
    this.#tokens = tokens;
  }

  parse(): NodePiece | undefined {
    const parts: NodePiece[] = [];
    const scope: Scope = { where: 'both', comparison: 'folded' };
    while (this.#at < this.#tokens.length) {
      const part = this.#or(scope);
      if (part !== undefined) parts.push(part);
      const token = this.#peek();
      if (token?.type === 'close') {
        this.#complain(token, 'this bracket was never opened');
        this.#at += 1;
      }
    }
    return this.#joined(parts);
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #complain(place: { start: number; end: number }, message: string): void {
    this.problems.push({ start: place.start, end: place.end, message });
  }

  #chip(kind: QueryChip['kind'], start: number, end: number, children?: readonly QueryChip[]): QueryChip {
    const text = this.#query.slice(start, end);
    return children === undefined ? { kind, text, start, end } : { kind, text, start, end, children };
  }

  #or(scope: Scope): NodePiece | undefined {
    const parts: NodePiece[] = [];
    let operator: Token | undefined;
    for (;;) {
      const part = this.#and(scope);
      if (part !== undefined) parts.push(part);
      const missing = part === undefined && operator !== undefined;
      if (missing && operator !== undefined) this.#complain(operator, 'OR needs a term on both sides');
      const next = this.#peek();
      if (next?.type !== 'or') break;
      if (part === undefined && !missing) this.#complain(next, 'OR needs a term on both sides');
      operator = next;
      this.#at += 1;
    }
    const [first] = parts;
    if (parts.length < 2 || first === undefined) return first;
    const items = withoutTwins(parts.flatMap(({ node }) => (node.type === 'or' ? node.items : [node])));
    const chips = parts.map(({ chip }) => chip);
    return {
      node: { type: 'or', items },
      chip: this.#chip('any', first.chip.start, chips.at(-1)?.end ?? first.chip.end, chips),
    };
  }

  #and(scope: Scope): NodePiece | undefined {
    const parts: NodePiece[] = [];
    const steps: Extract<Piece, { via: DisguiseName }>[] = [];
    let operator: Token | undefined;
    for (;;) {
      const token = this.#peek();
      if (token === undefined || token.type === 'or' || token.type === 'close') break;
      if (token.type === 'and') {
        if (operator !== undefined || (parts.length === 0 && steps.length === 0)) {
          this.#complain(token, 'AND needs a term on both sides');
        }
        operator = token;
        this.#at += 1;
        continue;
      }
      const piece = this.#not(scope);
      if (piece === undefined) continue;
      operator = undefined;
      if ('via' in piece) steps.push(piece);
      else parts.push(piece);
    }
    if (operator !== undefined && (parts.length > 0 || steps.length > 0)) {
      this.#complain(operator, 'AND needs a term on both sides');
    }
    return this.#narrowed(this.#joined(parts), steps);
  }

  #joined(parts: readonly NodePiece[]): NodePiece | undefined {
    const [first] = parts;
    if (parts.length < 2 || first === undefined) return first;
    const items = withoutTwins(parts.flatMap(({ node }) => (node.type === 'and' ? node.items : [node])));
    const chips = parts.map(({ chip }) => chip);
    return {
      node: { type: 'and', items },
      chip: this.#chip('group', first.chip.start, chips.at(-1)?.end ?? first.chip.end, chips),
    };
  }

  #narrowed(
    piece: NodePiece | undefined,
    steps: readonly Extract<Piece, { via: DisguiseName }>[],
  ): NodePiece | undefined {
    const [step] = steps;
    if (step === undefined) return piece;
    if (piece === undefined || !hasPositive(piece.node)) {
      this.#complain(step.chip, 'via: narrows hits and needs a term beside it');
      return piece;
    }
    let node = piece.node;
    for (const { via, negated } of steps) node = { type: 'via', step: via, negated, item: node };
    const inner = piece.chip.kind === 'group' ? (piece.chip.children ?? [piece.chip]) : [piece.chip];
    const chips = [...inner, ...steps.map(({ chip }) => chip)].sort((a, b) => a.start - b.start);
    const start = chips[0]?.start ?? piece.chip.start;
    return { node, chip: this.#chip('group', start, chips.at(-1)?.end ?? start, chips) };
  }

  #not(scope: Scope): Piece | undefined {
    let negated = false;
    let first: Token | undefined;
    for (let token = this.#peek(); token?.type === 'not'; token = this.#peek()) {
      first ??= token;
      negated = !negated;
      this.#at += 1;
    }
    const piece = this.#near(scope);
    if (first === undefined) return piece;
    if (piece === undefined) {
      this.#complain(first, 'NOT needs a term after it');
      return undefined;
    }
    if (!negated) return piece;
    const chip = this.#chip('not', first.start, piece.chip.end, [piece.chip]);
    if ('via' in piece) return { ...piece, negated: !piece.negated, chip };
    // What is left out twice is looked for.
    const { node } = piece;
    return { node: node.type === 'not' ? node.item : { type: 'not', item: node }, chip };
  }

  #near(scope: Scope): Piece | undefined {
    let left = this.#primary(scope);
    for (let operator = this.#peek(); operator?.type === 'near'; operator = this.#peek()) {
      this.#at += 1;
      const name = operator.ordered ? 'ONEAR' : 'NEAR';
      const right = this.#primary(scope);
      if (left === undefined || right === undefined) {
        this.#complain(operator, `${name} needs a term on both sides`);
        left ??= right;
        continue;
      }
      const places = [left, right].map((piece) => ('node' in piece ? asPlace(piece.node) : undefined));
      const [first, second] = places;
      if (first === undefined || second === undefined) {
        this.#complain(operator, `${name} joins words, phrases and (a OR b), nothing else`);
        if ('via' in left || 'via' in right) {
          left = 'via' in left ? right : left;
          continue;
        }
        left = this.#joined([left, right]);
        continue;
      }
      const node: NearNode = {
        type: 'near',
        left: first,
        right: second,
        distance: operator.distance,
        ordered: operator.ordered,
      };
      left = { node, chip: this.#chip('near', left.chip.start, right.chip.end, [left.chip, right.chip]) };
    }
    return left;
  }

  #primary(scope: Scope): Piece | undefined {
    const token = this.#peek();
    if (token === undefined) return undefined;
    switch (token.type) {
      case 'open':
        this.#at += 1;
        return this.#group(token, scope);
      case 'word':
        this.#at += 1;
        return this.#term(token, token.text, scope, token.start);
      case 'string':
        this.#at += 1;
        return this.#phrase(token, token.text, scope, token.start);
      case 'regex':
        this.#at += 1;
        return this.#regex(token, token.text, scope, token.start);
      case 'field':
        this.#at += 1;
        return this.#field(token, scope);
      case 'near':
      case 'close':
      case 'or':
      case 'and':
        return undefined;
      case 'not':
        this.#at += 1;
        this.#complain(token, 'NOT cannot stand here; put it before the whole term');
        return this.#primary(scope);
    }
  }

  #group(open: Token, scope: Scope): NodePiece | undefined {
    this.#depth += 1;
    if (this.#depth > deepest) {
      this.#depth -= 1;
      if (this.#depth === deepest) this.#complain(open, `brackets go at most ${String(deepest)} deep`);
      this.#skipDeep();
      return undefined;
    }
    const inner = this.#or(scope);
    this.#depth -= 1;
    const close = this.#peek();
    if (close?.type === 'close') {
      this.#at += 1;
      if (inner === undefined) this.#complain({ start: open.start, end: close.end }, 'the brackets are empty');
    } else {
      this.#complain(open, 'this bracket is never closed');
    }
    if (inner === undefined) return undefined;
    const end = close?.type === 'close' ? close.end : inner.chip.end;
    const children = inner.chip.kind === 'group' ? (inner.chip.children ?? []) : [inner.chip];
    return { node: inner.node, chip: this.#chip('group', open.start, end, children) };
  }

  /** Passes over what stands in brackets that are too deep. */
  #skipDeep(): void {
    let depth = 1;
    for (let token = this.#peek(); token !== undefined && depth > 0; token = this.#peek()) {
      if (token.type === 'open') depth += 1;
      if (token.type === 'close') depth -= 1;
      this.#at += 1;
    }
  }

  #term(token: Token, text: string, scope: Scope, start: number): NodePiece | undefined {
    if (/^[#＃][\p{L}\p{N}\p{M}_]+$/u.test(text)) {
      return { node: buildHashtag(text.slice(1), scope), chip: this.#chip('term', start, token.end) };
    }
    return this.#phrase(token, text, scope, start, 'term');
  }

  #phrase(
    token: Token,
    text: string,
    scope: Scope,
    start: number,
    kind: 'term' | 'phrase' = 'phrase',
  ): NodePiece | undefined {
    const { node, message } = buildTerm(text, scope);
    if (message !== undefined) this.#complain({ start, end: token.end }, message);
    return node === undefined ? undefined : { node, chip: this.#chip(kind, start, token.end) };
  }

  #regex(token: Token, text: string, scope: Scope, start: number): NodePiece | undefined {
    const { node, message } = buildRegex(text, scope);
    if (message !== undefined) this.#complain({ start, end: token.end }, message);
    return node === undefined ? undefined : { node, chip: this.#chip('regex', start, token.end) };
  }

  #field(field: Extract<Token, { type: 'field' }>, scope: Scope): Piece | undefined {
    const { name } = field;
    const value = this.#peek();
    const touches = value !== undefined && value.start === field.end;
    // `from: bob` was most likely meant as one.
    const detached = !touches && (value?.type === 'word' || value?.type === 'string');
    const adjacent = touches || detached;
    if (!isField(name)) return this.#unknownField(field, touches ? value : undefined, scope);
    if (detached) this.#complain(field, `${name}: needs its value directly after it, without a blank`);
    if (name === 'title' || name === 'raw' || name === 'cs') {
      if (!adjacent || value.type === 'close') {
        this.#complain(field, `${name}: needs a term directly after it`);
        return undefined;
      }
      const inner: Scope = name === 'title' ? { ...scope, where: 'title' } : { ...scope, comparison: name };
      const piece = this.#primary(inner);
      if (piece === undefined || 'via' in piece) return piece;
      return { node: piece.node, chip: this.#chip('field', field.start, piece.chip.end, [piece.chip]) };
    }
    if (!adjacent || (value.type !== 'word' && value.type !== 'string')) {
      this.#complain(field, `${name}: needs a value directly after it`);
      return undefined;
    }
    this.#at += 1;
    const chip = this.#chip('field', field.start, value.end);
    const place = { start: field.start, end: value.end };
    if (name === 'hashtag') {
      const tag = value.text.replace(/^[#＃]/u, '');
      if (/^[\p{L}\p{N}\p{M}_]+$/u.test(tag)) return { node: buildHashtag(tag, scope), chip };
      this.#complain(place, 'a hashtag has only letters, digits and _');
      const { node } = buildTerm(tag, scope);
      return node === undefined ? undefined : { node, chip };
    }
    if (name === 'via') {
      const step = value.text.toLowerCase();
      if (isStep(step)) return { via: step, negated: false, chip };
      const nearest = nearestStep(step);
      this.#complain(place, `via: takes the name of a step such as leet; "${value.text}" is none`);
      return nearest === undefined ? undefined : { via: nearest, negated: false, chip };
    }
    if (!isMetadataField(name)) return undefined;
    const checked = checkValue(name, value.text);
    if (checked.message === undefined) return { node: { type: 'field', field: name, value: checked.value }, chip };
    this.#complain(place, checked.message);
    if (checked.nearest === undefined) return undefined;
    return { node: { type: 'field', field: name, value: checked.nearest }, chip };
  }

  #unknownField(field: Extract<Token, { type: 'field' }>, value: Token | undefined, scope: Scope): Piece | undefined {
    if (/^(?:https?|ftp)$/u.test(field.name) && value?.type === 'word') {
      this.#at += 1;
      this.#complain(field, 'an address is looked for with url:');
      const chip = this.#chip('field', field.start, value.end);
      return { node: { type: 'field', field: 'url', value: `${field.name}:${value.text}`.toLowerCase() }, chip };
    }
    const nearest = nearestField(field.name);
    const hint = nearest === undefined ? 'put it in quotes to look for the words' : `did you mean ${nearest}:`;
    this.#complain(field, `there is no field ${field.name}: (${hint})`);
    if (nearest !== undefined) return this.#field({ ...field, name: nearest }, scope);
    if (value !== undefined && (value.type === 'word' || value.type === 'string')) {
      this.#at += 1;
      const { node } = buildTerm(`${field.name} ${value.text}`, scope);
      return node === undefined ? undefined : { node, chip: this.#chip('phrase', field.start, value.end) };
    }
    const { node } = buildTerm(field.name, scope);
    return node === undefined ? undefined : { node, chip: this.#chip('term', field.start, field.end) };
  }
}

/** From here on a list of operands is looked through for the same one given again: each would be evaluated. */
const manyOperands = 20;

function withoutTwins(items: readonly QueryNode[]): readonly QueryNode[] {
  if (items.length < manyOperands) return items;
  const distinct = [...new Map(items.map((item) => [printQuery(item), item])).values()];
  return distinct.length > 1 ? distinct : items.slice(0, 2);
}

/** A node as an operand of NEAR, if it has places. */
function asPlace(node: QueryNode): PlaceNode | undefined {
  switch (node.type) {
    case 'term':
    case 'hashtag':
    case 'near':
    case 'any-place':
      return node;
    case 'or': {
      const items = node.items.map(asPlace).filter((item) => item !== undefined);
      return items.length === node.items.length ? { type: 'any-place', items } : undefined;
    }
    case 'and':
    case 'not':
    case 'via':
    case 'regex':
    case 'field':
      return undefined;
  }
}
