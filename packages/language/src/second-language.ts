import { isListed, mostColumns } from './classes.js';

/** A second language in the script of the first. */
export interface Part {
  readonly main: string;
  readonly other: string;
  /** what part of the letters is in the other, 0..1 */
  readonly share: number;
}

/** What a stretch must say better in another language, in units of evidence of the model; a stretch must be of this many words. */
const leastGain = 14;
const fewestWords = 3;
/** What a language cannot be behind the best one in the whole text if a good part is in it. */
const farthest = 160;
/** Letters of the stretch, as a share of all. */
const leastShare = 0.2;

/**
 * The stretch of neighbouring words that another listed language says best (largest sum of a run, Kadane), for the best
 * language of the text. Nothing where both would not be good at their parts.
 */
export function partOf(
  rows: Int16Array,
  wordScripts: Uint8Array,
  wordLetters: Uint8Array,
  words: number,
  script: number,
  columns: readonly string[],
  totals: Float64Array,
  step: number,
): Part | undefined {
  const listed = (column: number): boolean => isListed(columns[column]);
  let main = -1;
  for (let column = 0; column < columns.length; column += 1) {
    if (listed(column) && (main < 0 || (totals[column] ?? 0) > (totals[main] ?? 0))) main = column;
  }
  let gain = leastGain;
  let best = -1;
  let bestFrom = 0;
  let bestTo = 0;
  for (let column = 0; column < columns.length; column += 1) {
    if (column === main || !listed(column) || ((totals[main] ?? 0) - (totals[column] ?? 0)) * step > farthest) continue;
    let sum = 0;
    let from = 0;
    for (let word = 0; word < words; word += 1) {
      if (wordScripts[word] === script) {
        const at = word * mostColumns;
        sum += ((rows[at + column] ?? 0) - (rows[at + main] ?? 0)) * step;
      }
      if (sum <= 0) {
        sum = 0;
        from = word + 1;
      } else if (sum > gain) {
        gain = sum;
        best = column;
        bestFrom = from;
        bestTo = word + 1;
      }
    }
  }
  if (best < 0 || bestTo - bestFrom < fewestWords) return undefined;
  let all = 0;
  let inside = 0;
  let rest = 0;
  let restWords = 0;
  for (let word = 0; word < words; word += 1) {
    if (wordScripts[word] !== script) continue;
    const size = wordLetters[word] ?? 0;
    all += size;
    if (word >= bestFrom && word < bestTo) inside += size;
    else {
      const at = word * mostColumns;
      rest += ((rows[at + main] ?? 0) - (rows[at + best] ?? 0)) * step;
      restWords += 1;
    }
  }
  const share = inside / all;
  if (share < leastShare || share > 1 - leastShare || rest < leastGain || restWords < fewestWords) return undefined;
  // No third language may say the stretch better.
  for (let column = 0; column < columns.length; column += 1) {
    let third = 0;
    for (let word = bestFrom; word < bestTo; word += 1) {
      const at = word * mostColumns;
      if (wordScripts[word] === script) third += (rows[at + column] ?? 0) - (rows[at + best] ?? 0);
    }
    if (third > 0) return undefined;
  }
  return { main: columns[main] ?? 'und', other: columns[best] ?? 'und', share };
}
