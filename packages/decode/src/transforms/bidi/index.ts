import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import type { Edit } from '../../tracked-text.js';
import { reversed } from '../../turned-text.js';

const opening = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/u;
const letter = /[\p{L}\p{N}\p{M}]/u;

interface Open {
  readonly at: number;
  readonly sign: string;
  readonly removed: boolean;
}

/**
 * An override shows its content in the other order: it is turned around, so that it reads as it looks. Embeddings and
 * isolates around whole names are ordinary in mixed text and stay; inside a word they are removed.
 */
function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  const stack: Open[] = [];
  let turnedUntil = -1;
  const within = (at: number): boolean => {
    const before = text[at - 1] ?? '';
    const after = text[at + 1] ?? '';
    return letter.test(before) && letter.test(after);
  };
  const remove = (at: number): void => {
    if (at >= turnedUntil) found.push({ start: at, end: at + 1, replacement: '', name: 'bidi' });
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if (sign < '\u202a' || sign > '\u2069') continue;
    if (sign === '\u202e' || sign === '\u202d') {
      if (index < turnedUntil) continue;
      const end = overrideEnd(text, index);
      const inner = text.slice(index + 1, end.content).replace(/[\u202a-\u202e\u2066-\u2069]/gu, '');
      const turn = sign === '\u202e' ? !isRightToLeft(inner) : isRightToLeft(inner);
      found.push({ start: index, end: end.after, replacement: turn ? reversed(inner) : inner, name: 'bidi' });
      turnedUntil = end.after;
    } else if (opening.test(sign)) {
      const removed = within(index);
      stack.push({ at: index, sign, removed });
      if (removed) remove(index);
    } else if (sign === '\u202c' || sign === '\u2069') {
      // What closes goes with what opened.
      if (stack.pop()?.removed === true || within(index)) remove(index);
    }
  }
  return found;
}

/** Where the content of an override ends: at its pop, or at the end of the paragraph. */
function overrideEnd(text: string, start: number): { content: number; after: number } {
  let depth = 1;
  for (let index = start + 1; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if (sign === '\n') return { content: index, after: index };
    if (sign < '\u202a' || sign > '\u2069') continue;
    if (opening.test(sign)) depth += 1;
    else if (sign === '\u202c' || sign === '\u2069') depth -= 1;
    if (depth === 0) return { content: index, after: index + 1 };
  }
  return { content: text.length, after: text.length };
}

function isRightToLeft(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
}

/** Direction controls that turn text around or stand inside words. */
export const bidi: Transform = { name: 'bidi', flags: foldFlag.bidi, gate: /[\u202a-\u202e\u2066-\u2069]/u, edits };
