import { foldFlag } from '../../fold-signs.js';
import type { Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';
import { guessLanguage, type LanguageGuess } from '../../words/language-guess.js';
import { isArabizi } from '../arabizi/index.js';
import { isStemWithDigit, judge, mayBeRead, type Around } from './judge.js';
import { isOrdinary } from './ordinary.js';
import type { ReadWord } from './read-word.js';
import { tokensOf, type Token } from './tokens.js';

/** A token that was read, and what it says. */
interface ReadToken {
  readonly token: Token;
  readonly read: ReadWord;
}

/** Tokens with signs that a text has at least where all of it is leet, and how many of them are words of one language. */
const fewestAllOver = 4;
const fewestTelling = 2;
const mostlyAllOver = 0.7;
/** Longer texts are told by what is leet beyond doubt. */
const mostAllOver = 400;

function edits(text: string): readonly Edit[] {
  const tokens = tokensOf(text);
  // Numbers and what everybody writes are no leet by themselves, and most texts have no more.
  if (!tokens.some(mayBeRead)) return [];
  const found = readAllOver(text, tokens) ?? readHereAndThere(text, tokens);
  return found.flatMap((one) => editsOf(text, one));
}

/** Reads a text of ordinary words with some that are leet. */
function readHereAndThere(text: string, tokens: readonly Token[]): readonly ReadToken[] {
  const guess = guessLanguage(text);
  // Arabizi is none but where half of its tokens are read all the same: see isMostlyRead.
  const isOther = !tokens.some(({ small }) => neverArabizi.test(small)) && isArabizi(text);
  const found = readAll(tokens, guess, 'plain', isOther ? tokens.length / 2 : tokens.length);
  if (found.length === 0 || (!isMostlyRead(found, tokens.length) && isArabizi(text))) return [];
  // Where half of the words are leet, short words and digits alone are too.
  const around = howMuchLeet(found.length, tokens.length, guess.words);
  return around === 'plain' ? found : readAll(tokens, guess, around);
}

/** Reads a text of which most words are leet, in the language in which most of them are words. */
function readAllOver(text: string, tokens: readonly Token[]): readonly ReadToken[] | undefined {
  if (tokens.length < fewestAllOver || tokens.length > mostAllOver) return undefined;
  const guess = guessLanguage(text);
  if (tokens.length < guess.words) return undefined;
  const telling = new Set(tokens.filter(({ small }) => isTelling(small, guess)));
  if (telling.size < fewestTelling) return undefined;
  let best: readonly ReadToken[] = [];
  for (const { lang } of guess.shares) {
    const found = readAll(tokens, { ...guess, known: guess.words, shares: [{ lang, share: 1 }] }, 'all leet');
    if (found.length > best.length) best = found;
  }
  const known = best.filter(({ token, read }) => read.level > 0 && telling.has(token));
  return known.length >= telling.size * mostlyAllOver ? best : undefined;
}

/** Whether a token is nothing but leet, if it is a word at all. */
function isTelling(small: string, guess: LanguageGuess): boolean {
  return /\p{L}/u.test(small) && !isOrdinary(small) && !isStemWithDigit(small, guess);
}

/** The tokens that can be read; none at all once more than `mostUnread` cannot. */
function readAll(
  tokens: readonly Token[],
  guess: LanguageGuess,
  around: Around,
  mostUnread = tokens.length,
): readonly ReadToken[] {
  const found: ReadToken[] = [];
  let end = 0;
  for (const [index, token] of tokens.entries()) {
    const read = token.start < end ? undefined : judge(token, guess, around);
    if (read !== undefined) {
      end = token.start + token.written.length;
      found.push({ token, read });
    } else if (index + 1 - found.length > mostUnread) return [];
  }
  return found;
}

/** How leet a text is whose other words are `plain` many. */
function howMuchLeet(read: number, tokens: number, plain: number): Around {
  if (read < 2) return 'plain';
  if (read >= 3 && tokens >= plain * 2 && read * 3 >= tokens) return 'all leet';
  return read * 2 >= plain ? 'leet' : 'plain';
}

/** Letter by letter, so that each leads back to its own sign; what stays as it was written is no edit. */
function editsOf(text: string, { token, read }: ReadToken): readonly Edit[] {
  const upper = !/\p{Ll}/u.test(token.written) && /\p{Lu}.*\p{Lu}|^[^\p{L}]*$/u.test(token.written);
  const allSigns = !/\p{L}/u.test(token.written);
  return read.letters.flatMap(({ letter, start, length }, index): readonly Edit[] => {
    const at = token.start + start;
    const written = text.slice(at, at + length);
    const capital = (upper && !allSigns) || (index === 0 && (isCapital(written) || beginsSentence(text, at, token)));
    const replacement = capital ? letter.toUpperCase() : letter;
    if (replacement === written || replacement.length > 1) return [];
    return [{ start: at, end: at + length, replacement, name: 'leet' }];
  });
}

function isCapital(written: string): boolean {
  return /^\p{Lu}/u.test(written);
}

/** A sign at the beginning of a text that uses capitals stands for a capital. */
function beginsSentence(text: string, at: number, token: Token): boolean {
  if (/^\p{L}/u.test(token.written)) return false;
  return /(?:^|[.!?]\s+)["'“«¿¡]*$/u.test(text.slice(Math.max(0, at - 6), at)) && /[\p{Lu}.!?]/u.test(text);
}

/** Signs that no Arabizi has. */
const neverArabizi = /[01@$!]/u;

/** In Arabizi 3 and 7 are letters of their own, but no 0 and 1, and few words happen to be words of another language. */
function isMostlyRead(found: readonly ReadToken[], tokens: number): boolean {
  if (found.some(({ token }) => neverArabizi.test(token.small))) return true;
  return found.length >= 2 && found.length * 2 >= tokens && found.every(({ read }) => read.level >= 3);
}

/** Digits and signs that stand for letters inside words: h4te, k!ll, |-|4te. */
export const leet: Transform = { name: 'leet', flags: foldFlag.leet | foldFlag.drawn, edits };
