import { knownCost } from '../../arabic/known-word.js';
import { foldFlag } from '../../fold-signs.js';
import type { Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';

const letter = String.raw`[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06be\u06c1\u06cc\u06d2][\u064b-\u0652]*`;
/** Single letters in a row with one and the same sign between; the article may still hang on the first: الد ف ا ت ر. */
const row = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}])(?:(?:[وفبك]?ال|لل)(?:${letter})?|${letter})(?:([ .\-_*·•~|،])${letter})(?:\1${letter})+(?![\p{L}\p{N}\p{M}])`,
  'gu',
);
const alphabets = ['ابتثجحخدذرزسشصضطظعغفقكلمنهوي', 'ابجدهوزحطيكلمنسعفصقرشتثخذضظغ'];

function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  for (const { 0: written, 1: sign = ' ', index } of text.matchAll(row)) {
    const parts = written.split(sign);
    const word = parts.join('');
    if (!isWord(parts, word)) continue;
    let at = index;
    for (const part of parts.slice(0, -1)) {
      at += part.length;
      found.push({ start: at, end: at + 1, replacement: '', name: 'spaced' });
      at += 1;
    }
  }
  return found;
}

/** Whether the letters are one word: a list of options (أ ب ج) and a row of the same letter are none. */
function isWord(parts: readonly string[], word: string): boolean {
  const bare = word.replace(/[\u064b-\u0652]/gu, '');
  const plain = bare.replace(/[أإآ]/gu, 'ا');
  if (alphabets.some((alphabet) => alphabet.includes(plain)) || new Set(plain).size < 2) return false;
  const cost = knownCost(bare);
  if (cost !== undefined) return cost < (parts.length < 4 ? 14 : 40);
  return parts.length >= 5;
}

/** Arabic words whose letters are pulled apart: ك ت ا ب, الك ت ا ب. */
export const spacedArabic: Transform = {
  name: 'spaced',
  flags: foldFlag.spaced,
  gate: /[\u0621-\u06d2][\u064b-\u0652]*([ .\-_*·•~|،])[\u0621-\u06d2][\u064b-\u0652]*\1[\u0621-\u06d2][\u064b-\u0652]*(?![\p{L}\p{N}\p{M}])/u,
  edits,
};
