/** Letters that no normalisation takes apart, with the form they are compared in. */
const letterForms = new Map<string, string>([
  ['ß', 'ss'],
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ȷ', 'j'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ĸ', 'k'],
  ['ſ', 's'],
  ['ɛ', 'e'],
  ['ɣ', 'gh'],
  ['ƒ', 'f'],
  ['ς', 'σ'],
  // Arabic: forms of alef (also by decomposition), dotless yeh, teh marbuta
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ة', 'ه'],
  // Persian, Urdu and Maghrebi code points of letters that Arabic writes with others
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ک', 'ك'],
  ['ڪ', 'ك'],
  ['ڢ', 'ف'],
  ['ڧ', 'ق'],
  ['ڨ', 'ق'],
  ['ڭ', 'ك'],
  ['ݣ', 'ك'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
  ['ۀ', 'ه'],
  ['ۃ', 'ه'],
  ['ۂ', 'ه'],
]);

/** Signs that read as an end of a word although NFKC writes them as letters. */
const wordEnds = new Set(['™', '℠', '®', '©']);

const ignorable = /^[\p{Cf}\p{Default_Ignorable_Code_Point}\u0640]$/u;
const mark = /\p{M}/gu;
const strippedScripts = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Tifinagh}]/u;
const inheritedMark =
  /^[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Syriac}]$/u;
const isMark = /^\p{M}$/u;
const cyrillic = /^\p{Script=Cyrillic}/u;
const digit = /^\p{Nd}$/u;
const blank = /^\s$/u;

const cache = new Map<number, string>();

/**
 * The folded form of one code point, standing alone; empty for what is not compared (marks, invisible characters).
 * Lone surrogates fold to themselves.
 */
export function foldCodePoint(point: number): string {
  if (point >= 0xd800 && point <= 0xdfff) return String.fromCharCode(point);
  const known = cache.get(point);
  if (known !== undefined) return known;
  const folded = computeFold(String.fromCodePoint(point));
  if (point > 0xffff || folded.length > 1) cache.set(point, folded);
  return folded;
}

function computeFold(character: string): string {
  if (ignorable.test(character)) return '';
  if (blank.test(character) || wordEnds.has(character)) return ' ';
  if (isMark.test(character) && inheritedMark.test(character)) return '';
  const lower = character.normalize('NFKC').toLowerCase();
  let folded = '';
  for (const part of lower) folded += foldLetter(part);
  return folded;
}

function foldLetter(letter: string): string {
  if (digit.test(letter)) return String(digitValue(letter));
  const form = letterForms.get(letter);
  if (form !== undefined) return form;
  if (strippedScripts.test(letter)) {
    let stripped = '';
    for (const part of letter.normalize('NFD').replace(mark, '')) stripped += letterForms.get(part) ?? part;
    return stripped;
  }
  if (cyrillic.test(letter)) return foldCyrillic(letter);
  if (ignorable.test(letter)) return '';
  if (isMark.test(letter) && inheritedMark.test(letter)) return '';
  return blank.test(letter) ? ' ' : letter;
}

/** й, ў and ї are letters of their own and stay; stress marks and ё go. */
function foldCyrillic(letter: string): string {
  if (letter === 'ї') return letter;
  const parts = letter.normalize('NFD');
  return parts.includes('\u0306') ? letter : parts.replace(mark, '');
}

/** Decimal digits stand in blocks of ten whose first code point is the zero. */
function digitValue(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  if (point >= 0x1d7ce && point <= 0x1d7ff) return (point - 0x1d7ce) % 10;
  return point - zero;
}
