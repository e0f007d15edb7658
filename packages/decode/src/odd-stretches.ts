import { classAt, letterModel } from './letter-model.js';

/** A stretch of whole words; `end` is behind the last letter. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** How many bits its letters cost more than chance, in the world's languages in Latin letters. */
  readonly odd: number;
}

/** Bits that a letter or the end of a word costs by chance. */
const byChance = Math.log2(27);
/** A stretch must be so much odder than chance. */
const least = 5;
/** An ordinary stretch that costs so many bits less than chance ends an odd one. */
const most = 9;

/**
 * Stretches of words whose letters follow each other as in no language in Latin letters, in one pass. Cheap: one look
 * at a table for each unit; ordinary text has hardly any (an abbreviation, a key).
 */
export function oddStretches(text: string): readonly Stretch[] {
  const { costs } = letterModel('world');
  const found: Stretch[] = [];
  let before = 0;
  let last = 0;
  let sum = 0;
  let best = 0;
  let start = 0;
  let end = 0;
  let wordStart = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : 0x20;
    const letter = code < 0x80 ? asciiClass(code) : classAt(code, 'latin');
    if (letter === 0 && last === 0) continue;
    if (last === 0) {
      wordStart = at;
      if (sum <= 0) start = at;
    }
    sum += (costs[(before * 27 + last) * 27 + letter] ?? 12) - byChance;
    before = last;
    last = letter;
    if (letter !== 0) continue;
    if (sum > best) {
      best = sum;
      end = at;
    }
    if (sum <= 0 || best - sum > most) {
      if (best >= least) found.push({ start, end, odd: best });
      sum = 0;
      best = 0;
      start = wordStart;
    }
  }
  if (best >= least) found.push({ start, end, odd: best });
  return found;
}

function asciiClass(code: number): number {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a && code >= 0x41 ? small - 0x60 : 0;
}
