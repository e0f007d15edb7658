import { foldFlag } from '../../fold-signs.js';
import { beginsAsSentence, countFunctionWords } from '../../function-words.js';
import { applyEdits, type Edit, type TrackedText } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';

/** Small words of Arabic in Latin letters (Maghrebi, Egyptian, Levantine) that other languages here do not have. */
const small: ReadonlySet<string> = new Set(
  (
    'ana enta enti inta inti howa hiya houa hya ehna 7na ntoma huma wach wesh wash ach chno chnou kifach kifash fin fein fen feen ' +
    'imta 3lach 3lash leh leih lesh mashi machi mesh mish mush moch walo walou bzaf bzzaf bezzaf bezaf chwiya shwaya dyal dial dyali ' +
    'bghit bghina kayn kayna makayn makanch rah raha rani lli illi elli elly eli ely hada hadi had hadchi hadshi daba db hna tmma ' +
    'kda keda kol koll kolo kolha ya yalla wallah wallahi inshallah nchallah hamdullah 3la 3ala m3a ma3a 3and 3andi 3ndi w7d wahd wahed ' +
    'bas bss khalas khlas sa7bi khoya khouya sahbi aji gal galt kan kanet kano el al fel fil mn men hal lazem momken mafish mafi fih fiha'
  ).split(' '),
);
/** A Latin word with the digits that stand for Arabic letters inside or at its ends. */
const withDigits = /^(?=.*[a-z])(?=.*[23579])[a-z23456789']{3,}$/u;
const notArabizi = /^(?:[a-z]+\d+|\d+[a-z]{1,3}|[a-z]{1,2}\d[a-z]?|mp[34]|\d+(?:st|nd|rd|th))$/u;

const clusters: readonly (readonly [string, string])[] = [
  ["3'", 'غ'],
  ["7'", 'خ'],
  ["6'", 'ظ'],
  ["9'", 'ض'],
  ['sh', 'ش'],
  ['ch', 'ش'],
  ['kh', 'خ'],
  ['gh', 'غ'],
  ['th', 'ث'],
  ['dh', 'ذ'],
  ['ou', 'و'],
  ['oo', 'و'],
  ['ee', 'ي'],
  ['aa', 'ا'],
  ['ii', 'ي'],
  ['uu', 'و'],
];
const single: Readonly<Record<string, string>> = {
  '2': 'ء',
  '3': 'ع',
  '5': 'خ',
  '6': 'ط',
  '7': 'ح',
  '8': 'غ',
  '9': 'ق',
  b: 'ب',
  c: 'س',
  d: 'د',
  f: 'ف',
  g: 'ق',
  h: 'ه',
  j: 'ج',
  k: 'ك',
  l: 'ل',
  m: 'م',
  n: 'ن',
  p: 'ب',
  q: 'ق',
  r: 'ر',
  s: 'س',
  t: 'ت',
  v: 'ف',
  w: 'و',
  x: 'كس',
  y: 'ي',
  z: 'ز',
};

/** How much of a text is looked at to decide. */
const sample = 600;

/** Whether a text is Arabic in Latin letters: enough small words and words with such digits, and no other language. */
export function isArabizi(whole: string): boolean {
  const text = whole.slice(0, sample);
  if (beginsAsSentence(text)) return false;
  const words = text.toLowerCase().match(/[a-z0-9']+/gu) ?? [];
  if (words.length < 2) return false;
  let signs = 0;
  let digits = 0;
  for (const word of words) {
    if (small.has(word)) signs += 1;
    else if (withDigits.test(word) && !notArabizi.test(word)) {
      signs += 1;
      digits += 1;
    }
  }
  const { different, total } = countFunctionWords(text);
  if (different >= 2 && total >= signs) return false;
  return (digits >= 1 || signs >= 3) && signs >= 2 && signs * 4 >= words.length;
}

/**
 * A reading of Arabizi in Arabic script: consonants and long vowels by the commonest convention, `el`/`al` joined to
 * the word it belongs to. `vowels`: single vowels inside words are written too.
 */
function arabiziReading(tracked: TrackedText, vowels: boolean): TrackedText {
  const edits: Edit[] = [];
  const pattern = /(?<![\p{L}\p{N}@#/])(?:(el|al|l)[ -](?=[a-z0-9]{2}))?([a-z0-9']+)(?![\p{L}\p{N}/])/giu;
  for (const match of tracked.text.matchAll(pattern)) {
    const written = (match[2] ?? '').toLowerCase();
    if (/^\d+$/u.test(written)) continue;
    const article = match[1] === undefined ? '' : 'ال';
    edits.push({
      start: match.index,
      end: match.index + match[0].length,
      replacement: article + transliterate(written, vowels),
      name: 'arabizi',
    });
  }
  return applyEdits(tracked, edits);
}

/** One word in Arabic letters. */
function transliterate(written: string, vowels: boolean): string {
  let said = '';
  for (let index = 0; index < written.length;) {
    const cluster = clusters.find(([from]) => written.startsWith(from, index));
    if (cluster !== undefined) {
      said += index === 0 && cluster[0] === 'ou' ? 'او' : cluster[1];
      index += cluster[0].length;
      continue;
    }
    const sign = written[index] ?? '';
    if (single[sign] !== undefined) {
      // A doubled consonant is one letter with a shadda, which is not written.
      if (written[index + 1] === sign && /[a-z]/u.test(sign)) index += 1;
      said += single[sign] ?? '';
    } else if (/[aeiou]/u.test(sign)) {
      said += vowel(sign, index, written, vowels);
    }
    index += 1;
  }
  return said;
}

function vowel(sign: string, index: number, written: string, vowels: boolean): string {
  const last = index === written.length - 1;
  if (index === 0) return 'ا';
  if (last) return sign === 'a' ? 'ا' : sign === 'e' ? 'ه' : sign === 'i' ? 'ي' : 'و';
  if (!vowels) return '';
  return sign === 'a' ? 'ا' : sign === 'e' ? '' : sign === 'i' ? 'ي' : 'و';
}

/** Arabic in Latin letters and digits, as candidates in Arabic script with and without its short vowels. */
export const arabizi: Transform = {
  name: 'arabizi',
  flags: foldFlag.wordless | foldFlag.leet,
  candidates: (tracked) =>
    isArabizi(tracked.text)
      ? [
          { tracked: arabiziReading(tracked, true), confidence: 0.55 },
          { tracked: arabiziReading(tracked, false), confidence: 0.45 },
        ]
      : [],
};
