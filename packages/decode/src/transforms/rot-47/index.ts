import { foldFlag } from '../../fold-signs.js';
import { textCost } from '../../text-cost.js';
import { applyEdits, type Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';
import { confidenceOfGain } from '../../turned-text.js';
import { shifted47 } from '../../turnings.js';

/** What small letters become: digits from 2, some signs, capitals to K; at least one of the signs beside another. */
const likely = /[;-@][2-9:-@A-K]|[2-9:-@A-K][;-@]/;
const word = /\S+/gu;
/** Words of one text that are looked at, and signs of one word. */
const mostWords = 3000;
const longestWord = 60;
/** Bits of doubt that signs like these hide letters. */
const doubt = 12;
/** A short word may be so many bits worse. */
const shortDoubt = 6;
/** Ordinary words in a row that are so many bits worse once moved end a stretch. */
const most = 10;

/** Stretches in which each sign from ! to ~ was moved by 47 of 94. */
export const rot47: Transform = {
  name: 'rot',
  flags: foldFlag.token | foldFlag.shifted | foldFlag.leet,
  gate: likely,
  candidates(tracked) {
    const edits: Edit[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (const { start, end, gain } of stretches(tracked.text)) {
      const moved = shifted47(tracked.text.slice(start, end));
      const { bits, chance, letters, points } = textCost(moved);
      const sure = gain - doubt;
      if (sure <= 0 || letters < 4 || letters < points * 0.55 || bits > chance) continue;
      least = Math.min(least, sure);
      edits.push({ start, end, replacement: moved, name: 'rot' });
    }
    if (edits.length === 0) return [];
    return [{ tracked: applyEdits(tracked, edits), confidence: confidenceOfGain(least), places: edits, further: true }];
  },
};

/** Words in a row that are simpler once moved, with what that gains. */
function stretches(text: string): readonly { start: number; end: number; gain: number }[] {
  const found: { start: number; end: number; gain: number }[] = [];
  let sum = 0;
  let best = { start: 0, end: 0, gain: 0 };
  let start = 0;
  let words = 0;
  let uncertain = -1;
  for (const { 0: one, index } of text.matchAll(word)) {
    words += 1;
    if (words > mostWords) break;
    const gain = gainOf(one.slice(0, longestWord));
    if (sum <= 0) {
      sum = 0;
      // A short word before may be any word: it goes with what follows.
      start = uncertain < 0 ? index : uncertain;
    }
    uncertain = sum <= 0 && gain <= 0 && gain > -shortDoubt ? start : -1;
    sum += gain;
    if (sum > best.gain) best = { start, end: index + one.length, gain: sum };
    if (sum <= 0 || best.gain - sum > most) {
      if (best.gain > doubt) found.push(best);
      best = { start: 0, end: 0, gain: 0 };
      sum = 0;
    }
  }
  if (best.gain > doubt) found.push(best);
  return withGaps(found);
}

function gainOf(written: string): number {
  const own = Math.min(textCost(written, true).bits, written.length * 6);
  return own - textCost(shifted47(written)).bits;
}

/** Widest gap between two stretches: numbers and capitals are hardly simpler once moved. */
const widestGap = 40;

function withGaps(found: readonly { start: number; end: number; gain: number }[]): typeof found {
  const joined: { start: number; end: number; gain: number }[] = [];
  for (const stretch of found) {
    const before = joined.at(-1);
    if (before === undefined || stretch.start - before.end > widestGap) joined.push({ ...stretch });
    else Object.assign(before, { end: stretch.end, gain: before.gain + stretch.gain });
  }
  return joined;
}
