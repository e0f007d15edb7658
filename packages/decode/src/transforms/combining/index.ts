/* oxlint-disable no-misleading-character-class -- classes of single code points: marks, selectors and joiners are meant one by one */
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import type { Edit } from '../../tracked-text.js';

/** A letter of a script that uses few marks, with what is heaped on it. */
const marked =
  /([\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Hebrew}\p{Script=Arabic}\p{Nd}\p{P}\p{S} ])(\p{M}+)/gu;
const noise = /[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]/gu;
const overlay =
  /[\u0333-\u0338\u033f\u0346-\u034e\u0350-\u0357\u035b\u0363-\u036f\u0488\u0489\u1ab0-\u1abe\u20d0-\u20e1\u20e5-\u20f0]/u;
/** Vietnamese and most transliterations put two marks on a letter, Hebrew and Arabic up to three. */
const mostMarks = 2;
const mostPoints = 4;

function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  const strays: Edit[] = [];
  const between: Edit[] = [];
  for (const match of text.matchAll(marked)) {
    const base = match[1] ?? '';
    const marks = match[2] ?? '';
    const start = match.index + base.length;
    const end = start + marks.length;
    const count = Array.from(marks).length;
    const pointed = /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(base);
    if (pointed) {
      if (count > mostPoints) found.push({ start, end, replacement: '', name: 'combining' });
      else if (noise.test(marks)) found.push({ start, end, replacement: marks.replace(noise, ''), name: 'combining' });
      noise.lastIndex = 0;
      continue;
    }
    const letter = /[\p{L}\p{Nd}]/u.test(base);
    if (count > 1 && excess(base, marks) > mostMarks) {
      (letter ? found : between).push({ start, end, replacement: letter ? kept(base, marks) : '', name: 'combining' });
      continue;
    }
    if (overlay.test(marks) && !letter) between.push({ start, end, replacement: '', name: 'combining' });
    else if (overlay.test(marks)) {
      found.push({ start, end, replacement: kept(base, marks), name: 'combining' });
    } else if (/\p{L}/u.test(base) && kept(base, marks) !== marks) {
      strays.push({ start, end, replacement: kept(base, marks), name: 'combining' });
    }
  }
  // One mark that makes no letter is a transliteration; on many letters of a text, or beside noise in one word, it is noise too.
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const all = strays.length >= 3 && strays.length * 3 >= letters;
  const more = all ? strays : found.length > 0 ? besideNoise(text, strays, found) : [];
  const taken = [...found, ...more];
  // Blanks and punctuation that a stroke through the text goes through as well.
  if (taken.length > 1) return [...taken, ...between].sort((a, b) => a.start - b.start);
  return taken;
}

/** Those of the strays that stand in a word with noise. */
function besideNoise(text: string, strays: readonly Edit[], noisy: readonly Edit[]): readonly Edit[] {
  const beside: Edit[] = [];
  let stray = 0;
  let other = 0;
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)) {
    const end = index + word.length;
    while ((noisy[other]?.start ?? end) < index) other += 1;
    const isNoisy = (noisy[other]?.start ?? end) < end;
    for (let next = strays[stray]; next !== undefined && next.start < end; next = strays[stray]) {
      if (isNoisy) beside.push(next);
      stray += 1;
    }
  }
  return beside;
}

/** How many marks stay when base and marks are composed: Greek in decomposed form has three on a letter. */
function excess(base: string, marks: string): number {
  // The same mark twice is at best a slip, with a third one it is heaped on.
  if (/(.)\1/su.test(marks) && marks.length > 2) return Infinity;
  return Array.from((base + marks).normalize('NFC')).length - 1;
}

/** The first marks that make one letter with the base: é stays é under noise. */
function kept(base: string, marks: string): string {
  const [first = ''] = marks;
  const composed = (base + first).normalize('NFC');
  return Array.from(composed).length === 1 && Array.from(marks).length <= mostMarks ? first : '';
}

/** Marks heaped on letters, strokes through them, marks that no letter has. */
export const combining: Transform = {
  name: 'combining',
  flags: foldFlag.marks,
  gate: /[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]|[\u064b-\u065f\u0591-\u05c7]{4}/u,
  edits,
};
