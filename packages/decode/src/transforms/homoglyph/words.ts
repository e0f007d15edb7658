import { latinOf, type LatinReading } from './look-alike-table.js';
import { scriptOf, type Script } from './scripts.js';

/** A character of a word: where it stands, and what it could pass for. */
export interface Sign {
  readonly text: string;
  /** UTF-16 unit of the text. */
  readonly start: number;
  /**
   * `plain` is a Latin letter of ASCII or one with an accent, `living` another one of an alphabet of today, `odd` Latin
   * that no alphabet uses in words, `symbol` a sign that looks like a letter.
   */
  readonly kind: 'plain' | 'living' | 'odd' | 'symbol' | 'digit' | 'mark' | 'foreign';
  readonly script: Script;
  readonly latin: LatinReading | undefined;
}

/** A run of letters, marks, digits and signs that look like letters, at least one of them beyond plain Latin. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly signs: readonly Sign[];
  /** How many signs of each kind. */
  readonly plain: number;
  readonly living: number;
  readonly odd: number;
  readonly symbols: number;
  readonly foreign: ReadonlyMap<Script, number>;
  readonly foreignCount: number;
}

const token = /(?:[\p{L}\p{M}\p{N}¡§†׀᙮]|(?![\0-\x7f])\p{S})+/gu;
/** Words of plain Latin with its marks, in most texts nearly all: they are only counted. */
const ordinary = /^[\p{ASCII}\p{Script=Inherited}ªº²³¹À-ÖØ-öø-žǍ-ȳḀ-ỿ]+$/u;
/**
 * Letters beyond ASCII of the alphabets in which languages of today are written, African and Caucasian ones too; what
 * decomposes to a letter with marks is plain as well.
 */
const living = new Set(
  'ʌɅæœøßþðđħıłŋŧĸəɛɔɓɗƙƴɖƒɣʋɲɩʊɨʉɑʒǝƨƽɂꞌʼʻʔǀǁǂǃɇɉɍɏƀȼꞓꞑƭʈɽɠɦɬʃƐƆƁƊƘƳƉƑƔƲŊƝƖƱƗɄⱭƷƎƏÆŒØẞÞÐĐĦŁŦŸĿŀŉĲĳȣǥǤⱱꞵꭓ',
);

/** A word of plain Latin, possibly with accents. */
export interface PlainWord {
  readonly text: string;
  readonly start: number;
  /** Whether a letter is not one of ASCII. */
  readonly accented: boolean;
}

/** Splits a text into words that are worth a look, and words of plain Latin. */
export function readWords(text: string): { readonly words: readonly Word[]; readonly plain: readonly PlainWord[] } {
  const words: Word[] = [];
  const plain: PlainWord[] = [];
  for (const match of text.matchAll(token)) {
    const [found] = match;
    if (ordinary.test(found)) plain.push({ text: found, start: match.index, accented: /[^\0-\x7f]/.test(found) });
    else words.push(...readToken(found, match.index));
  }
  return { words, plain };
}

/** The words of a token: signs that look like no letter and belong to no word, such as emoji, cut it. */
function readToken(text: string, start: number): readonly Word[] {
  const words: Word[] = [];
  let signs: Sign[] = [];
  const close = (): void => {
    const word = signs.length > 0 ? wordOf(signs) : undefined;
    if (word !== undefined) words.push(word);
    signs = [];
  };
  let at = start;
  for (const sign of text) {
    const kind = kindOf(sign);
    if (kind === undefined) close();
    else {
      const latin = kind === 'plain' || kind === 'digit' || kind === 'mark' ? undefined : readingOf(sign);
      signs.push({ text: sign, start: at, kind, script: scriptOf(sign), latin });
    }
    at += sign.length;
  }
  close();
  return words;
}

/** What a sign passes for; a foreign letter with a mark of its own passes for what it does without. */
function readingOf(sign: string): LatinReading | undefined {
  const own = latinOf(sign);
  if (own !== undefined) return own;
  const [base = ''] = sign.normalize('NFD');
  const bare = base === sign ? undefined : latinOf(base);
  return bare === undefined ? undefined : { letters: bare.letters, likeness: 'glance', others: bare.others };
}

function kindOf(sign: string): Sign['kind'] | undefined {
  if (/[a-z]/i.test(sign) && sign.length === 1) return 'plain';
  const script = scriptOf(sign);
  // Some vowel signs of India are circles that pass for an o.
  if (/\p{M}/u.test(sign)) return /\p{Mc}/u.test(sign) && latinOf(sign) !== undefined ? 'foreign' : 'mark';
  if (script === 'latin') {
    const [base = ''] = sign.normalize('NFD');
    return /[a-z]/i.test(base) ? 'plain' : living.has(base) ? 'living' : 'odd';
  }
  if (/[0-9]/.test(sign.normalize('NFKC')) && script === 'common') return 'digit';
  if (/[\p{L}\p{Nd}]/u.test(sign) && script !== 'common') return 'foreign';
  return latinOf(sign) === undefined ? (/[\p{L}\p{N}]/u.test(sign) ? 'digit' : undefined) : 'symbol';
}

/** A digit in another style or width; raised and lowered ones belong to formulas. */
export function isStyledDigit({ text }: Sign): boolean {
  return /^[\u{1d7ce}-\u{1d7ff}\uff10-\uff19\u{1fbf0}-\u{1fbf9}]$/u.test(text);
}

function wordOf(signs: readonly Sign[]): Word | undefined {
  const [first] = signs;
  const last = signs.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const foreign = new Map<Script, number>();
  let plain = 0;
  let livingCount = 0;
  let odd = 0;
  let symbols = 0;
  let foreignCount = 0;
  for (const { kind, script } of signs) {
    if (kind === 'plain') plain += 1;
    else if (kind === 'living') livingCount += 1;
    else if (kind === 'odd') odd += 1;
    else if (kind === 'symbol') symbols += 1;
    else if (kind === 'foreign') {
      foreign.set(script, (foreign.get(script) ?? 0) + 1);
      foreignCount += 1;
    }
  }
  const looked = livingCount + odd + symbols + foreignCount > 0 || (plain > 0 && signs.some(isStyledDigit));
  if (!looked) return undefined;
  const end = last.start + last.text.length;
  return { start: first.start, end, signs, plain, living: livingCount, odd, symbols, foreign, foreignCount };
}
