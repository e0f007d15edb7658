import { spellingOf } from '../../words/known-word.js';
import { wordLanguages } from '../../words/lexicons.js';
import { letterIn } from './look-alike-table.js';
import { readLatin, readWithGaps } from './reading.js';
import type { Script } from './scripts.js';
import { isStyledDigit, type Sign, type Word } from './words.js';

/** What the whole text tells about its words. */
export interface Context {
  /** Words of plain Latin. */
  readonly plainWords: readonly string[];
  /** Words of one script that only that script can write, by script. */
  readonly genuine: ReadonlyMap<Script, number>;
  /** Words that are certainly disguised Latin. */
  readonly disguised: number;
  /** So many words are disguised that the others are read in their light. */
  readonly flooded: boolean;
}

/** Scripts written without blanks between words, or whose words take Latin names in without a blank. */
const takesLatinIn: ReadonlySet<Script> = new Set<Script>(['unspaced', 'arabic', 'hebrew', 'other', 'georgian']);
/** Scripts that a disguised word may belong to, beside Latin. */
const restorable: ReadonlySet<Script> = new Set<Script>([
  'cyrillic',
  'greek',
  'armenian',
  'georgian',
  'hebrew',
  'arabic',
]);

function isOrdinary({ kind }: Sign): boolean {
  return kind === 'plain' || kind === 'mark' || kind === 'digit';
}

/** Whether every sign that is not plain Latin has the very shape of a Latin letter, or is a variant of one. */
export function looksLatin({ signs }: Word): boolean {
  return signs.every((sign) => isOrdinary(sign) || (sign.latin !== undefined && sign.latin.likeness !== 'glance'));
}

/** Whether every sign at least reminds of a Latin letter. */
export function passesForLatin({ signs }: Word): boolean {
  return signs.every((sign) => isOrdinary(sign) || sign.latin !== undefined);
}

/** A word of one script other than Latin, without symbols. */
export function soleScript({ plain, living, odd, symbols, foreign }: Word): Script | undefined {
  if (plain + living + odd + symbols > 0 || foreign.size !== 1) return undefined;
  return [...foreign.keys()][0];
}

/**
 * The script that a word of several scripts, or with odd letters and symbols, was meant in; `undefined` where the
 * mixture is ordinary: a Greek letter in a formula, a name with an ending (SMSка), phonetic signs.
 */
export function targetOf(word: Word, context: Context): Script | undefined {
  return targetOfMixture(word, context) ?? (isWordWithGaps(word, context) ? 'latin' : undefined);
}

/** How common a word must be that is believed with a sign in it that looks like none of its letters. */
const leastCommonWithGaps = 4;

/** In a disguised text a word with a sign that looks like no letter we know is a word all the same: skateboarᒄ. */
function isWordWithGaps(word: Word, context: Context): boolean {
  if (context.disguised === 0 || word.plain < 2) return false;
  if ([...word.foreign.keys()].some((script) => (context.genuine.get(script) ?? 0) > 0)) return false;
  return (isInside(word) || context.disguised > 1) && (readWithGaps(word)?.common ?? 0) >= leastCommonWithGaps;
}

/** Whether the word begins and ends with plain Latin letters. */
function isInside({ signs }: Word): boolean {
  return signs[0]?.kind === 'plain' && signs.at(-1)?.kind === 'plain';
}

function targetOfMixture(word: Word, context: Context): Script | undefined {
  if (word.foreignCount === 0) return isOddLatin(word, context) ? 'latin' : undefined;
  if (isCompound(word)) return undefined;
  const [script, count] = majority(word);
  const several = word.foreign.size > 1;
  // Two letters of two scripts are a unit (МB) or a name (Δt) as often as a word.
  if (word.signs.length < 3 && context.disguised === 0 && readLatin(word).common < smallWord) return undefined;
  const styledLetters = word.signs.filter((sign) => sign.kind === 'symbol' && isLetter(sign)).length;
  const latin = word.plain + word.living + word.odd + styledLetters;
  const passes = passesForLatin(word);
  const mixesIn = [...word.foreign.keys()].some((one) => takesLatinIn.has(one));
  if (mixesIn && !(passes && (context.flooded || several))) {
    if (!passes) return undefined;
    if (word.plain + styledLetters >= 2 && (script === 'other' || styledLetters > 1) && looksLatin(word))
      return 'latin';
    if (looksLatin(word) && count * 4 <= word.plain && isInside(word)) return 'latin';
    if (word.plain + styledLetters < count && script !== 'other') return undefined;
    return isKnown(word, 4) || (context.disguised > 1 && readLatin(word).common >= smallWord) ? 'latin' : undefined;
  }
  if (script === 'greek' && !several && !context.flooded && isGreekSign(word, count)) return undefined;
  const genuine = context.genuine.get(script) ?? 0;
  if (script === 'cyrillic' && isPalochka(word, count) && (genuine > 0 || !looksLatin(word))) return undefined;
  const restores = !several && restorable.has(script) && canBeIn(script, word);
  const looks = looksLatin(word);
  if (restores && count >= latin && genuine > 0 && !(looks && context.plainWords.length > genuine)) return script;
  if (looks || context.flooded || several) return 'latin';
  if (restores && count > latin) return script;
  return passes && (latin * 2 >= count + latin || isKnown(word, 1)) ? 'latin' : undefined;
}

/** Whether the word read as Latin is a known one, three letters or longer, this common at least. */
function isKnown(word: Word, common: number): boolean {
  return word.signs.length >= 3 && readLatin(word).common >= common;
}

/** How common a word of two letters is that is believed where the text is disguised elsewhere. */
const smallWord = 9;

/** A mathematical letter, which no alphabet has. */
function isMathematical({ text }: Sign): boolean {
  return /^[\u{1d400}-\u{1d7cb}ℂℊ-ℓℕℙ-ℝℤℨℬℭℯ-ℱℳℴⅅ-ⅉ]$/u.test(text);
}

/** A letter, also one in another style; not × or ∪. */
function isLetter({ text }: Sign): boolean {
  return /^\p{L}$/u.test(text) || /^[a-z]+$/i.test(text.normalize('NFKC'));
}

const phonetic = /[ˈˌːəʃʒθðŋʊɔɛɪɑɒʌɜæɲʎʁɣʔɾɹɐɨʉɯɵɤøœɸβχħʕʀɱʋɻɭɳʈɖɟɡ]/gu;
/** Raised and lowered letters, ligatures and signs that compose: ordinary beside letters (1ˢᵗ, Mᵐᵉ, hʷ, ﬁ, №, ™). */
const ordinaryOdd = /^[\p{Lm}\u2070-\u209c\ufb00-\ufb06\u2116\u2122\u2120\u00a9\u00ae\u00aa\u00ba]$/u;

/** A word of Latin letters and symbols only: whether the odd ones among them stand for plain ones. */
function isOddLatin(word: Word, context: Context): boolean {
  const doubtful = word.signs.filter((sign) => !isOrdinary(sign));
  if (doubtful.some(({ text }) => text === 'ſ')) return true;
  if (word.signs.some(isStyledDigit) && isKnown(word, 1)) return true;
  if (doubtful.length === 0 || doubtful.some(({ latin }) => latin === undefined)) return false;
  if (context.flooded) return true;
  if (doubtful.every(({ text }) => ordinaryOdd.test(text))) return groups(word) > 1 && isKnown(word, 3);
  if (word.odd + word.symbols === 0) {
    const [first] = doubtful;
    return first?.latin?.likeness === 'same' && isKnown(word, 5) && speaksKnownLanguage(context);
  }
  if ((wordText(word).match(phonetic)?.length ?? 0) > 1) return false;
  if (word.signs.filter(isLetter).length < 2) return false;
  if (doubtful.some(isMathematical) && (isKnown(word, 1) || word.plain >= 3)) return true;
  const known = isKnown(word, 3) || (context.disguised > 1 && readLatin(word).common >= smallWord);
  if (!known && (word.plain < 2 || word.symbols + word.living > 0)) return false;
  return context.plainWords.length === 0 || speaksKnownLanguage(context);
}

/** How many runs of raised or lowered letters stand in a word. */
function groups({ signs }: Word): number {
  return signs.filter((sign, at) => /^\p{Lm}$/u.test(sign.text) && !/^\p{Lm}$/u.test(signs[at - 1]?.text ?? '')).length;
}

/** Whether most of the plain words are known, so that an unknown one is no word of another language. */
export function speaksKnownLanguage({ plainWords }: Context, languages = wordLanguages): boolean {
  const words = plainWords.slice(0, 40).filter((word) => /^\p{L}+$/u.test(word));
  const known = words.filter((word) => {
    const places = Array.from(word.toLowerCase(), (letter) => [letter]);
    return spellingOf(places, languages) !== undefined;
  });
  return known.length * 4 >= words.length * 3;
}

/**
 * A word of one other script all of whose letters pass for Latin ones: Latin where the text is disguised, or where it
 * is a common Latin word and its own script is not written here.
 */
export function isLatinInDisguise(word: Word, context: Context, follows: string): boolean {
  const [script = 'other'] = word.foreign.keys();
  if (context.flooded) return true;
  if ((context.genuine.get(script) ?? 0) > 0) return false;
  if (script === 'cyrillic' && word.signs.length === 1) return isSmallWordAlone(word, context);
  const { common } = readLatin(word);
  if (!looksLatin(word)) return !restorable.has(script) && word.foreignCount >= 5 && common >= 6;
  if (ownDomain.test(follows)) return false;
  if (word.foreignCount >= 3 && asciiDomain.test(follows)) return true;
  if (context.disguised >= 2) return common > 0 || word.foreignCount > 3;
  if (context.disguised === 1 || context.plainWords.length > 0) return word.foreignCount >= 3 && common >= 4;
  return word.foreignCount >= 4 && common >= 4 && !isRussian(word);
}

/** A Cyrillic а or І alone among known Latin words. */
function isSmallWordAlone({ signs }: Word, context: Context): boolean {
  return /^[аАІ]$/.test(signs[0]?.text ?? '') && context.plainWords.length >= 3 && speaksKnownLanguage(context);
}

/** Whether all letters belong to the alphabet that most Cyrillic is written in: роса is dew, not Spanish. */
function isRussian({ signs }: Word): boolean {
  return signs.every(({ text, kind }) => kind === 'mark' || /^[а-яё]$/iu.test(text));
}

/** A name of a host goes on in ASCII, and not in a country whose script is Cyrillic or Greek. */
const asciiDomain = /^\.(?!(?:ru|su|ua|by|bg|kz|rs|mk|md|mn|gr|cy)\b)[a-z]{2,}/i;
const ownDomain = /^\.(?:ru|su|ua|by|bg|kz|rs|mk|md|mn|gr|cy)\b/i;

function majority({ foreign }: Word): readonly [Script, number] {
  return [...foreign].reduce((best, one) => (one[1] > best[1] ? one : best), ['other', 0]);
}

function canBeIn(script: Script, { signs }: Word): boolean {
  return signs.every(
    (sign) =>
      sign.script === script ||
      sign.kind === 'mark' ||
      sign.kind === 'digit' ||
      letterIn(script, sign.text) !== undefined,
  );
}

/** Two parts in two scripts, two letters or more each, of which one is in capitals: SMSка, ПРЕФИКСaa. */
function isCompound({ signs, symbols, odd }: Word): boolean {
  if (symbols + odd > 0) return false;
  const parts: { script: Script; letters: string[] }[] = [];
  for (const { kind, script, text } of signs) {
    if (kind === 'mark' || kind === 'digit') continue;
    const last = parts.at(-1);
    if (last?.script === script) last.letters.push(text);
    else parts.push({ script, letters: [text] });
  }
  const [left, right] = parts;
  if (parts.length !== 2 || left === undefined || right === undefined) return false;
  if (left.letters.length < 2 || right.letters.length < 2) return false;
  return isUpper(left.letters.join('')) !== isUpper(right.letters.join(''));
}

function wordText({ signs }: Word): string {
  return signs.map(({ text }) => text).join('');
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase();
}

/** Greek letters as science uses them: at an edge (α-, NFκB, Δt, sinθ), among capitals and digits, in short words. */
function isGreekSign(word: Word, count: number): boolean {
  const latin = word.signs.filter((sign) => sign.kind === 'plain' || (sign.kind === 'symbol' && isLetter(sign)));
  if (latin.length === 0) return false;
  if (word.signs.some(({ kind }) => kind === 'digit')) return true;
  if (latin.length <= 3 && latin.length <= count + 1 && count <= 2) return !isKnown(word, 8);
  if (count > 1) return false;
  // Tamazight and other languages write ε, γ or χ among Latin letters.
  if ((!looksLatin(word) || /[εγ]/u.test(wordText(word))) && !isKnown(word, 1)) return true;
  const at = word.signs.findIndex(({ kind }) => kind === 'foreign');
  const letter = word.signs[at];
  if (latin.every(({ text }) => text !== text.toLowerCase())) return letter?.text.toLowerCase() === letter?.text;
  // αTocopherol
  if (at === 0 && isUpper(latin[0]?.text ?? '') && !isUpper(letter?.text ?? '')) return true;
  const edge = at === 0 || at === word.signs.length - 1;
  return edge && (latin.length < 4 || letter?.latin?.likeness === 'glance') && !isKnown(word, 6);
}

/** Chechen, Avar and others write their palochka (ӏ) with the l, I or 1 of the keyboard. */
function isPalochka({ signs }: Word, count: number): boolean {
  const latin = signs.filter(({ kind }) => kind === 'plain');
  return latin.length > 0 && count >= latin.length * 2 && latin.every(({ text }) => /^[lI]$/.test(text));
}

/** What stands for each sign once the word is written in the script. */
export function restored(word: Word, script: Script): readonly string[] {
  if (script === 'latin') {
    const read = readLatin(word);
    return read.common > 0 ? read.letters : (readWithGaps(word) ?? read).letters;
  }
  return word.signs.map((sign) =>
    sign.script === script || sign.kind === 'mark' || sign.kind === 'digit'
      ? sign.text
      : (letterIn(script, sign.text) ?? sign.text),
  );
}
