import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import type { Edit } from '../../tracked-text.js';

const letters = String.raw`(?:\p{L}\p{M}*|[@$013457])`;
const row = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}])${letters}(?:([ .\-_*·•~|\n])${letters})(?:\1${letters}){2,}(?![\p{L}\p{N}\p{M}])`,
  'gu',
);

/** Single letters set apart by one and the same sign, at least four of them. */
function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  let last: { end: number; sign: string } | undefined;
  for (const match of text.matchAll(row)) {
    const sign = match[1] ?? '';
    const parts = match[0].split(sign);
    if (!isWord(parts, sign)) continue;
    const start = match.index;
    const gap = last === undefined ? '' : text.slice(last.end, start);
    // Two or more blanks between rows of letters are one blank between words.
    if (last !== undefined && /^[ \n]{2,}$/u.test(gap)) {
      found.push({ start: last.end, end: start, replacement: ' ', name: 'spaced' });
    }
    found.push({ start, end: start + match[0].length, replacement: parts.join(''), name: 'spaced' });
    last = { end: start + match[0].length, sign };
  }
  return found;
}

function isWord(parts: readonly string[], sign: string): boolean {
  const real = parts.filter((part) => /\p{L}/u.test(part));
  if (real.length * 3 < parts.length * 2) return false;
  const upper = real.every((part) => /^\p{Lu}/u.test(part));
  // U.S.S.R. and initials; a list of options A B C D; the alphabet.
  if (upper && sign === '.') return false;
  if (upper && sign === '-' && parts.length < 5) return false;
  const points = real.map((part) => part.toLowerCase().codePointAt(0) ?? 0);
  if (points.every((point, index) => index === 0 || point === (points[index - 1] ?? 0) + 1)) return false;
  return new Set(points).size > 1;
}

/** Words whose letters are pulled apart: g r e y, g.r.e.y, g-r-e-y. */
export const spaced: Transform = {
  name: 'spaced',
  flags: foldFlag.spaced,
  gate: /[^ \n][ .\-_*·•~|\n][^ \n]{1,2}[ .\-_*·•~|\n][^ \n]{1,2}[ .\-_*·•~|\n][^ \n]/,
  edits,
};
