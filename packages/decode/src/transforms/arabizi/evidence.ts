import { beginsAsSentence, countFunctionWords } from '../../function-words.js';
import { remembered } from '../../remembered.js';
import { hashOf } from '../../words/language-guess.js';
import { wordLanguages } from '../../words/lexicons.js';
import { levelIn, levelsOf, wordTable } from '../../words/word-table.js';
import { isTelling, smallWord } from './small-words.js';
import { spellingsOf } from './spellings.js';

/** A word of Latin letters, digits and apostrophes that is no part of an address, a handle or a tag. */
export const latinWord =
  /(?<![\p{L}\p{N}@#/\\_=]|[\p{L}\p{N}]\.)[a-zA-Zàâçéèêëîïôûù0-9'’]+(?![\p{L}\p{N}\p{M}@/\\_=]|\.[\p{L}\p{N}])/gu;
/** Latin letters with single digits that stand for letters inside or at the ends. */
const withDigits = /^(?=(?:.*[a-z]){2}|[79][a-z][79]$)(?!.*\d\d)[a-zçé'235679]*[235679][a-zçé'235679]*$/u;
/** What such words are otherwise: version and part numbers, units, ordinals, short forms. */
const ordinary =
  /^(?:[a-z]{1,4}\d|[a-z]+[0-9]+|\d+(?:st|nd|rd|th|e|er|eme|ème|h|d|g|k|m|s|x|mm|cm|km|kg|go|mb|gb|tb|ml|am|pm|day|nite|morrow|mi|do|f|pcs)|[a-z]\d[a-z]|mp[34]s?|h2o|co2|b2[bc]|p2p|7up|7zip|9gag|c3po|r2d2|se7en|3com|web3\w*)$/u;
/** Long words with a digit between letters may also be in no list. */
const inside = /^(?=.{6})[a-z']+[2379][a-z']*[aeiou][a-z379']*$/u;
const asLeet: Readonly<Record<string, string>> = { 2: 'z', 3: 'e', 5: 's', 6: 'g', 7: 't', 9: 'g' };

/** Letters that neither English nor French keyboards have: who uses them does not write Arabizi. */
const otherLetter = /(?![àâçéèêëîïôûùœ])(?=\p{Script=Latin})[^a-z\u2100-\u214f\ufb00-\ufb06]/iu;
/** How much of a text is looked at to decide. */
const sample = 600;
const mostWords = 60;

/** Whether a text is Arabic in Latin letters: enough small words and words with such digits, and no other language. */
export function isArabizi(whole: string): boolean {
  if (last?.whole !== whole) last = { whole, is: judged(whole) };
  return last.is;
}

/** Two transforms ask about the same text. */
let last: { readonly whole: string; readonly is: boolean } | undefined;

function judged(whole: string): boolean {
  if (hasOtherLetter(whole) || !hasHint(whole)) return false;
  const words = wordsOf(whole.slice(0, sample));
  let signs = 0;
  let strong = 0;
  let telling = 0;
  for (const typed of words) {
    const hasDigit = anyDigit.test(typed);
    if (isTelling(typed)) {
      telling += 1;
      signs += 1;
      if (hasDigit) strong += 1;
    } else if (hasDigit && isDigitWord(typed)) {
      // 3aad is an ordinal of some other language as well.
      const sure = typed.length > 4 || words.length === 1 || !/^\d/u.test(typed);
      signs += sure ? 1 : 0.5;
      if (sure || words.length > 3) strong += 1;
    } else if (smallWord(typed) !== undefined || fair.has(typed)) {
      signs += 0.5;
    }
  }
  // The cheapest question first: the signs of most texts are too few.
  if (signs * 4 < words.length) return false;
  const enough = telling >= Math.min(3, words.length) || (telling >= 2 && signs * 2 >= words.length);
  if (strong === 0 && !enough && !readsAsArabic(words)) return false;
  if (beginsAsSentence(whole.slice(0, sample)) && signs * 2 < words.length) return false;
  const { different, total } = countFunctionWords(whole.slice(0, sample));
  if (different >= 2 && total >= signs) return false;
  const foreign = words.filter((typed) => smallWord(typed) === undefined && isForeign(typed)).length;
  return foreign * 2 <= words.length || strong >= 3;
}

const anyDigit = /[0-9]/;

/** The words that may be Arabic, small, in order; not all of a long text. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  for (const [found] of text.matchAll(latinWord)) {
    const typed = found.toLowerCase().replaceAll('’', "'");
    if (!/[a-z]/.test(typed)) continue;
    words.push(typed);
    if (words.length === mostWords) break;
  }
  return words;
}

const lone = /^[\s\p{P}]*([a-z][a-z']{2,19})[\s\p{P}\p{S}]*$/u;

/** Whether a text is a single word that is a common one of Arabic and none of the languages nearby. */
export function isLoneWord(text: string): boolean {
  if (text.length > 60) return false;
  const typed = lone.exec(text)?.[1]?.toLowerCase();
  if (typed === undefined || isForeign(typed, 3)) return false;
  const [best] = spellingsOf(typed);
  return best !== undefined && best.listed && best.cost < 6.5 + typed.length * 1.3;
}

/** Small words that other languages have as well: two different ones count, among words that no other language has. */
export const fair: ReadonlySet<string> = new Set(
  (
    'ana enta enti enty nta nti ento entu el al elly ely eli illi howa huwa hia hiya homa huma kol koul kull mn men bas hada hadi hna ' +
    'wala lazem lazim allah kan rah fe fi fih fiha bach ghir kima raha rana rak rani 3la 3al mesh mush mish mch'
  ).split(' '),
);

/** Without digits: fair words, and most others unknown elsewhere but common in Arabic. */
function readsAsArabic(words: readonly string[]): boolean {
  const own = new Set(words.filter((typed) => fair.has(typed) || isTelling(typed)));
  const telling = words.some(isTelling);
  if ((own.size < 2 && !telling) || words.length < 4) return false;
  const others = words.filter((typed) => smallWord(typed) === undefined && !fair.has(typed));
  if (others.some((typed) => /^\d/u.test(typed))) return false;
  const foreign = others.filter((typed) => isForeign(typed)).length;
  const arabic = others.filter((typed) => typed.length > 3 && isCommon(typed)).length;
  return foreign * 4 <= others.length && arabic * 2 >= others.length && arabic >= (own.size < 2 ? 3 : 2);
}

function isCommon(typed: string): boolean {
  const [best] = spellingsOf(typed);
  return best !== undefined && best.listed && best.cost < 7 + typed.length * 1.4;
}

/** Whether a unit is one of the letters that Arabizi does not have: looked up once. */
const otherLetters = new Uint8Array(0x10000);

function hasOtherLetter(whole: string): boolean {
  const end = Math.min(whole.length, sample);
  for (let at = 0; at < end; at += 1) {
    const unit = whole.charCodeAt(at);
    if (unit < 0x80) continue;
    let is = otherLetters[unit] ?? 0;
    if (is === 0) {
      is = otherLetter.test(String.fromCharCode(unit)) ? 1 : 2;
      otherLetters[unit] = is;
    }
    if (is === 1) return true;
  }
  return false;
}

const address = /https?:\/\/\S+/g;

/** A cheap look before the words are cut exactly: ordinary text has neither such digits nor such words. */
function hasHint(whole: string): boolean {
  const head = whole.slice(0, sample).toLowerCase();
  // No word is taken from addresses, which have digits among letters more often than any text.
  const text = head.includes('://') ? head.replace(address, ' ') : head;
  if (/[a-z]['’]?[235679]|[235679]['’]?[a-z]/u.test(text)) return true;
  return text.split(/[^a-z0-9'’]+/u).some((typed) => fair.has(typed) || isTelling(typed));
}

/** Whether a word with digits reads as an Arabic word better than as anything else. */
function isDigitWord(typed: string): boolean {
  return withDigits.test(typed) && readsBetter(typed);
}

const readsBetter = remembered((typed: string): boolean => {
  if (ordinary.test(typed) && !/^(?:[a-z]{2,}|[79][a-z])[379]$/u.test(typed)) return false;
  // text2speech, peer2peer, face2face
  const [before = '', after] = typed.split('2');
  if (after !== undefined && (before.length < 2 || isForeign(before)) && isForeign(after)) return false;
  if (isForeign(typed.replace(/\d/gu, (digit) => asLeet[digit] ?? digit))) return false;
  const [best] = spellingsOf(typed);
  if (best === undefined) return false;
  if (best.listed) return best.cost < 9 + typed.length * 1.4;
  return inside.test(typed) && best.cost < 10 + typed.length * 2.6;
});

/** Whether a language that is written in Latin letters has the word, `level` (1..16) or more common. */
export function isForeign(typed: string, level = 5): boolean {
  if (typed.length < 3) return false;
  const levels = levelsOf(wordTable(), hashOf(typed));
  return levels !== 0 && wordLanguages.some((_, index) => levelIn(levels, index) >= level);
}
