/** A piece of a query. Places are UTF-16 units of the query. */
export type Token =
  | { readonly type: 'open' | 'close' | 'or' | 'and' | 'not'; readonly start: number; readonly end: number }
  | {
      readonly type: 'near';
      readonly ordered: boolean;
      readonly distance: number;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly type: 'word' | 'string' | 'regex';
      /** Without the quotes or slashes. */
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly type: 'field'; readonly name: string; readonly start: number; readonly end: number };

export interface LexicalProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** Quotation marks that word processors put in the place of `"`. */
const curly = /[“”„‟«»＂〝〞″]/u;
const blank = /[\s\u200b\ufeff]/u;
/** The hyphen, and dashes that stand for it. */
const dash = /[-−–—‐‑－]/u;
/** Brackets that people put in the place of `(` and `)`, by keyboard or habit. */
const otherBrackets: ReadonlyMap<string, 'open' | 'close'> = new Map(
  Array.from('（）﹙﹚[]{}【】［］｛｝「」', (sign, index) => [sign, index % 2 === 0 ? 'open' : 'close'] as const),
);
/** Signs of other keyboards within words, and what was meant. */
const otherSigns: ReadonlyMap<string, string> = new Map([
  ['؟', ''],
  ['？', ''],
  ['＊', '*'],
  ['٭', '*'],
  ['～', '~'],
]);
const foreignCommas = /[،؛，、；]/u;
const fieldName = /^([a-z]+)[:：]/iu;
/** Fields that may stand before each other: `title:raw:word`. */
const nestable: ReadonlySet<string> = new Set(['title', 'raw', 'cs', 'hashtag']);
const nearOperator = /^(O?NEAR)(?:\/(.*))?$/iu;

/** The farthest two words may be apart for NEAR. */
export const farthest = 1000;
const usualDistance = 4;

/** Cuts a query into tokens; every oddity becomes a problem and the nearest sensible token. Never throws. */
export function lex(query: string): { tokens: readonly Token[]; problems: readonly LexicalProblem[] } {
  const tokens: Token[] = [];
  const problems: LexicalProblem[] = [];
  const complain = (start: number, end: number, message: string): void => {
    problems.push({ start, end, message });
  };
  let index = 0;
  /** A field name was just read, so its value follows: `-` and operators are text there. */
  let valueWanted = false;
  while (index < query.length) {
    const character = query[index] ?? '';
    const start = index;
    if (blank.test(character)) {
      if (valueWanted) valueWanted = false;
      index += 1;
      continue;
    }
    const inValue = valueWanted;
    valueWanted = false;
    if (character === '(' || character === ')') {
      index += 1;
      tokens.push({ type: character === '(' ? 'open' : 'close', start, end: index });
      continue;
    }
    const bracket = inValue ? undefined : otherBrackets.get(character);
    if (bracket !== undefined) {
      index += 1;
      complain(start, index, `${character} does not group; use ( and )`);
      tokens.push({ type: bracket, start, end: index });
      continue;
    }
    if (character === '"' || curly.test(character)) {
      index = readDistance(query, readString(query, start, tokens, complain), tokens, complain);
      continue;
    }
    const phrase = inValue ? undefined : singleQuoted(query, start);
    if (phrase !== undefined) {
      index = start + phrase.length;
      complain(start, start + 1, 'single quotation marks do not make a phrase; use "');
      tokens.push({ type: 'string', text: phrase.slice(1, -1), start, end: index });
      continue;
    }
    if (foreignCommas.test(character)) {
      index += 1;
      complain(start, index, 'a comma does not separate terms; use a space for AND or write OR');
      continue;
    }
    if (character === '/' && !inValueOfAddress(tokens, inValue)) {
      index = readRegex(query, start, tokens, complain);
      continue;
    }
    if (dash.test(character) && !inValue) {
      const next = query[index + 1] ?? '';
      index += 1;
      if (character !== '-') complain(start, index, 'a dash does not negate; use the hyphen - or NOT');
      if (next === '' || blank.test(next)) {
        if (character !== '-') continue;
        complain(start, index, '- stands alone; write it directly before the term to leave out');
        if (query.slice(index).trim() === '') continue;
      }
      tokens.push({ type: 'not', start, end: index });
      continue;
    }
    const sign = /^(?:&&|\|\|?|!(?=[^\s=]))/u.exec(query.slice(index, index + 3))?.[0];
    if (sign !== undefined && !inValue) {
      index += sign.length;
      const type = sign === '&&' ? 'and' : sign === '!' ? 'not' : 'or';
      complain(start, index, `${sign} is not an operator here; write ${type.toUpperCase()}`);
      tokens.push({ type, start, end: index });
      continue;
    }
    const outer = inValue ? tokens.at(-1) : undefined;
    if (!inValue || (outer?.type === 'field' && nestable.has(outer.name))) {
      const field = fieldName.exec(query.slice(index, index + 24));
      if (field !== null && (!inValue || nestable.has((field[1] ?? '').toLowerCase()))) {
        const name = (field[1] ?? '').toLowerCase();
        index += field[0].length;
        if (field[0].endsWith('：')) complain(start, index, 'a full-width colon does not make a field; use :');
        tokens.push({ type: 'field', name, start, end: index });
        valueWanted = true;
        continue;
      }
    }
    index = inValue ? valueEnd(query, start) : wordEnd(query, start);
    const text = query.slice(start, index);
    const stray = Array.from(text).find((part) => foreignCommas.test(part));
    if (stray !== undefined && !inValue) {
      index = start + text.indexOf(stray);
      tokens.push(wordOrOperator(text.slice(0, index - start), start, index, complain));
      continue;
    }
    tokens.push(inValue ? { type: 'word', text, start, end: index } : wordOrOperator(text, start, index, complain));
    index = readDistance(query, index, tokens, complain);
  }
  return { tokens, problems };
}

/** In `url:/path` and `domain:` the slash is part of the address. */
function inValueOfAddress(tokens: readonly Token[], inValue: boolean): boolean {
  const last = tokens.at(-1);
  return inValue && last?.type === 'field' && last.name !== 'title' && last.name !== 'raw';
}

type Complain = (start: number, end: number, message: string) => void;

function readString(query: string, start: number, tokens: Token[], complain: Complain): number {
  const straight = query[start] === '"';
  if (!straight) complain(start, start + 1, 'a curly quotation mark does not make a phrase; use "');
  let index = start + 1;
  while (index < query.length && query[index] !== '"' && !curly.test(query[index] ?? '')) index += 1;
  const text = query.slice(start + 1, index);
  if (index >= query.length) {
    complain(start, start + 1, 'the quotation mark is never closed');
    const closing = trailingBrackets(text);
    tokens.push({ type: 'string', text: text.slice(0, text.length - closing), start, end: index - closing });
    return index - closing;
  }
  if (straight && query[index] !== '"') {
    complain(index, index + 1, 'a curly quotation mark does not close a phrase; use "');
  }
  tokens.push({ type: 'string', text, start, end: index + 1 });
  return index + 1;
}

/** Brackets at the end of an unclosed phrase most likely close a group. */
function trailingBrackets(text: string): number {
  return /\)*$/u.exec(text)?.[0].length ?? 0;
}

function readRegex(query: string, start: number, tokens: Token[], complain: Complain): number {
  let index = start + 1;
  let inClass = false;
  while (index < query.length) {
    const character = query[index];
    if (character === '\\') index += 1;
    else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (character === '/' && !inClass) break;
    index += 1;
  }
  if (index >= query.length) {
    // A slash within a character class closes the regex after all when nothing else does.
    const late = query.indexOf('/', start + 1);
    if (late > 0 && inClass) {
      tokens.push({ type: 'regex', text: query.slice(start + 1, late), start, end: late + 1 });
      return late + 1;
    }
    const end = wordEnd(query, start + 1);
    complain(start, start + 1, 'the regular expression is never closed; end it with /');
    tokens.push({ type: 'regex', text: query.slice(start + 1, end), start, end });
    return Math.max(end, start + 1);
  }
  tokens.push({ type: 'regex', text: query.slice(start + 1, index), start, end: index + 1 });
  return index + 1;
}

const single = /[‘‚‹'`]([^"'‘’‚‹›`“”„‟«»＂〝〞″]*\s[^"'‘’‚‹›`“”„‟«»＂〝〞″]*)[’‘›'`](?=[\s)]|$)/uy;

/** Several words between single quotation marks; one alone is an apostrophe. */
function singleQuoted(query: string, start: number): string | undefined {
  single.lastIndex = start;
  return single.exec(query)?.[0];
}

const distance = /~(\d{1,4})(?![\p{L}\p{N}])/uy;

/** `"a b"~5` of other tools: the words of the phrase, that far apart. */
function readDistance(query: string, at: number, tokens: Token[], complain: Complain): number {
  const last = tokens.at(-1);
  distance.lastIndex = at;
  const found = last?.type === 'string' && last.end === at ? distance.exec(query) : null;
  if (found === null || last?.type !== 'string') return at;
  const end = at + found[0].length;
  const reach = Math.min(Number(found[1]), farthest);
  const words = last.text.split(blank).filter((word) => word !== '');
  complain(
    at,
    end,
    `~${String(found[1])} does not follow a phrase; write the words with NEAR/${String(reach)} between`,
  );
  if (words.length < 2) return end;
  tokens.pop();
  for (const [index, text] of words.entries()) {
    if (index > 0) tokens.push({ type: 'near', ordered: false, distance: reach, start: last.start, end });
    tokens.push({ type: 'string', text, start: last.start, end });
  }
  return end;
}

function wordEnd(query: string, start: number): number {
  let index = start;
  while (index < query.length && !endsWord(query[index] ?? '') && !otherBrackets.has(query[index] ?? '')) index += 1;
  return index;
}

/** The value of a field may hold brackets of other kinds: addresses do. */
function valueEnd(query: string, start: number): number {
  let index = start;
  while (index < query.length && !endsWord(query[index] ?? '')) index += 1;
  return index;
}

function endsWord(character: string): boolean {
  return blank.test(character) || '()"'.includes(character) || curly.test(character);
}

function wordOrOperator(text: string, start: number, end: number, complain: Complain): Token {
  if (text === 'OR') return { type: 'or', start, end };
  if (text === 'AND') return { type: 'and', start, end };
  if (text === 'NOT') return { type: 'not', start, end };
  const near = nearOperator.exec(text);
  const name = near?.[1] ?? '';
  const slash = text.includes('/');
  if (near !== null && (slash || name === name.toUpperCase())) {
    const ordered = name.toUpperCase() === 'ONEAR';
    const given = near[2];
    if (name !== name.toUpperCase()) complain(start, end, `operators are upper case: ${name.toUpperCase()}`);
    let distance = usualDistance;
    if (given !== undefined) {
      if (/^\d{1,9}$/u.test(given)) distance = Number(given);
      else complain(start, end, `${name.toUpperCase()}/ needs a number of words, such as ${name.toUpperCase()}/5`);
    }
    if (distance > farthest) {
      complain(start, end, `NEAR reaches at most ${String(farthest)} words`);
      distance = farthest;
    }
    return { type: 'near', ordered, distance, start, end };
  }
  return { type: 'word', text: withUsualSigns(text, start, complain), start, end };
}

/** A word with the signs of other keyboards as they were meant, and without the weight that other tools give it. */
function withUsualSigns(text: string, start: number, complain: Complain): string {
  let usual = text;
  for (const [sign, meant] of otherSigns) {
    const at = text.indexOf(sign);
    if (at < 0) continue;
    const advice = meant === '' ? 'leave it out, or write ? for one letter' : `write ${meant}`;
    complain(start + at, start + at + 1, `${sign} means nothing in a term; ${advice}`);
    usual = usual.replaceAll(sign, meant);
  }
  const weight = /\^\d+(?:\.\d+)?$/u.exec(usual)?.[0];
  if (weight === undefined) return usual;
  complain(start + text.length - weight.length, start + text.length, `a term has no weight; leave out ${weight}`);
  return usual.slice(0, -weight.length);
}
