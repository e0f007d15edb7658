import type { Script } from './scripts.js';
import { isKnown, isLetter, isUpper, looksLatin, wordText } from './word-shape.js';
import type { Word } from './words.js';

/** Two parts in two scripts, two letters or more each, of which one is in capitals: SMSка, ПРЕФИКСaa. */
export function isCompound({ signs, symbols, odd }: Word): boolean {
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

/** Greek letters as science uses them: at an edge (α-, NFκB, Δt, sinθ), among capitals and digits, in short words. */
export function isGreekSign(word: Word, count: number): boolean {
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
export function isPalochka({ signs }: Word, count: number): boolean {
  const latin = signs.filter(({ kind }) => kind === 'plain');
  return latin.length > 0 && count >= latin.length * 2 && latin.every(({ text }) => /^[lI]$/.test(text));
}
