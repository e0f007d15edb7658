import { languagesIn, type LetterModel } from './letter-model.js';
import {
  knownCost,
  letterRow,
  mirroredRow,
  ordinaryCost,
  reversedRow,
  shiftedRow,
  type LetterRow,
} from './letter-row.js';
import { oddStretches, type Stretch } from './odd-stretches.js';
import { rowCost } from './text-cost.js';
import { mirrored, shifted } from './turnings.js';
import { wordEvidence } from './word-evidence.js';

/** How the letters of a stretch were moved: by so many places, or mirrored in the alphabet. */
export type Move = number | 'mirrored';

/** A stretch of odd words and the move that makes writing of it. */
export interface ShiftedStretch {
  readonly start: number;
  readonly end: number;
  readonly move: Move;
  /** Bits by which it is simpler so, beyond what it takes to say how and beyond doubt. */
  readonly gain: number;
}

/** How much of a stretch decides, in UTF-16 units. */
const sample = 240;
/** Abbreviations are like no language and become anything: a stretch has a word of four letters. */
const longWord = /\p{L}{4}/u;
/** Odd stretches that are looked at in one text, the oddest first. */
const mostLooked = 4;
/** Bits of doubt: the whole of a text was moved rather than a piece of it; letters beside digits are keys and names. */
const doubt = { whole: 9, piece: 15, digit: 8, backwards: 7 } as const;

/**
 * The stretches of a text that become writing when their letters are moved along the alphabet. Ordinary text costs one
 * pass; only what is like no language is tried in all 26 ways.
 */
export function shiftedStretches(text: string): readonly ShiftedStretch[] {
  if (last?.text === text) return last.found;
  const odd = oddStretches(text)
    .filter(
      ({ start, end, odd: bits }) => bits >= 6 && longWord.test(text.slice(start, end)) && !isName(text, start, end),
    )
    .sort((a, b) => b.odd - a.odd)
    .slice(0, mostLooked);
  const found: ShiftedStretch[] = [];
  for (const stretch of odd) {
    // A stretch that was widened may have taken in others.
    if (found.some((one) => one.start < stretch.end && stretch.start < one.end)) continue;
    const shift = shiftOf(text, stretch);
    if (shift !== undefined && !found.some((one) => one.start < shift.end && shift.start < one.end)) found.push(shift);
  }
  found.sort((a, b) => a.start - b.start);
  const joined = toTheEnds(text, withGaps(text, found));
  last = { text, found: joined };
  return joined;
}

/** An address, a handle or a path, from its beginning. */
const name = /^["'“«(<]?(?:@[\w.]+|https?:\/\/\S|www\.)/;
/** Longer ones are not looked for, in UTF-16 units. */
const longestName = 200;

/** Whether a stretch lies in an address or a handle: nobody moves the letters of one and leaves its signs. */
function isName(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < longestName && text.charCodeAt(from - 1) > 0x20) from -= 1;
  return name.test(text.slice(from, from + 12)) && !/\s/.test(text.slice(start, end));
}

/** Widest gap between two stretches that were moved alike: a few short words that are like any language. */
const widestGap = 40;

/** Stretches that were moved alike and have little between them are one; so is what stands before or behind at the ends. */
function withGaps(text: string, found: readonly ShiftedStretch[]): readonly ShiftedStretch[] {
  const joined: ShiftedStretch[] = [];
  for (const stretch of found) {
    const before = joined.at(-1);
    const alike = before?.move === stretch.move && stretch.start - before.end <= widestGap;
    if (before === undefined || !alike || text.slice(before.end, stretch.start).includes('\n\n')) joined.push(stretch);
    else joined[joined.length - 1] = { ...before, end: stretch.end, gain: Math.max(before.gain, stretch.gain) };
  }
  return joined;
}

/** A remainder may be so many bits worse once moved: names and abbreviations are like no language either way. */
const mostWorse = 3;

/** The first and the last stretch with what stands before and behind, if that is about as likely once moved. */
function toTheEnds(text: string, found: readonly ShiftedStretch[]): readonly ShiftedStretch[] {
  const goesAlong = (start: number, end: number, move: Move): boolean => {
    if (end - start > sample) return false;
    const row = letterRow(text, start, end);
    if (row === undefined || row.letters === 0) return true;
    const moved = knownCost(row.alphabet, movedRow(row, move));
    return row.alphabet === 'latin' && moved < knownCost('latin', row.classes) + mostWorse;
  };
  return found.map((stretch, at) => ({
    ...stretch,
    start: at === 0 && goesAlong(0, stretch.start, stretch.move) ? 0 : stretch.start,
    end: at === found.length - 1 && goesAlong(stretch.end, text.length, stretch.move) ? text.length : stretch.end,
  }));
}

/** Both shifting transforms ask for the same text, one after the other. */
let last: { readonly text: string; readonly found: readonly ShiftedStretch[] } | undefined;

function shiftOf(text: string, { start, end }: Stretch): ShiftedStretch | undefined {
  const row = letterRow(text, start, Math.min(end, start + sample));
  if (row === undefined || row.alphabet !== 'latin' || row.letters < 4) return undefined;
  const best = bestMoveOf(text.slice(start, end), row);
  if (best === undefined) return undefined;
  const span = widened(text, start, end, best);
  const all = letterRow(text, span.start, Math.min(span.end, span.start + sample)) ?? row;
  const moved = best.backwards ? reversedRow(movedRow(all, best.move)) : movedRow(all, best.move);
  const cost = knownCost('latin', moved);
  const whole = span.start === 0 || span.end - span.start > text.length * 0.6;
  const beside = text.slice(Math.max(0, span.start - 1), span.end + 1).match(besideDigit)?.length ?? 0;
  const byLetters =
    ordinaryCost('latin', all.classes) -
    cost -
    bitsOf(best.move) -
    (whole ? doubt.whole : doubt.piece) -
    beside * doubt.digit -
    (best.backwards ? doubt.backwards : 0);
  const written = text.slice(span.start, span.end);
  const gain = byLetters + (best.backwards ? 0 : wordEvidence(written, () => movedText(written, best.move), byLetters));
  // Writing costs some 2.9 bits a letter or word end, chance 4.75.
  if (gain <= 0 || cost > moved.length * 4 || all.letters < 5 || new Set(all.classes).size < 6) return undefined;
  return { ...span, move: best.move, gain };
}

function movedText(text: string, move: Move): string {
  return move === 'mirrored' ? mirrored(text) : shifted(text, move);
}

interface BestMove {
  readonly move: Move;
  /** Whether the letters must also be read from the other end. */
  readonly backwards: boolean;
  readonly cost: number;
  /** The language that the moved letters are likest. */
  readonly model: LetterModel;
}

const moves: readonly Move[] = [...Array.from({ length: 25 }, (_, index) => index + 1), 'mirrored'];

let leastCosts: Pick<LetterModel, 'costs' | 'size'> | undefined;

/** What three letters in a row cost in the language where they cost least: no text costs less in any. */
function leastModel(): Pick<LetterModel, 'costs' | 'size'> {
  if (leastCosts === undefined) {
    const [first, ...others] = languagesIn('latin');
    const costs = Float32Array.from(first?.costs ?? [], (cost, at) =>
      others.reduce((least, model) => Math.min(least, model.costs[at] ?? cost), cost),
    );
    leastCosts = { costs, size: first?.size ?? 0 };
  }
  return leastCosts;
}

/** Names and rare words come again and again. */
const movesOf = new Map<string, BestMove | undefined>();
const mostRemembered = 5000;

function bestMoveOf(written: string, row: LetterRow): BestMove | undefined {
  if (movesOf.has(written)) return movesOf.get(written);
  const best = bestMove(row);
  if (written.length > 40) return best;
  if (movesOf.size >= mostRemembered) movesOf.clear();
  movesOf.set(written, best);
  return best;
}

/** All ways of one row: the moves, and behind them the moves of the letters from the other end. */
const wayBounds = new Float64Array(2 * moves.length);
const noBound = Number.POSITIVE_INFINITY;

function bestMove(row: LetterRow): BestMove | undefined {
  const least = leastModel();
  for (const [at, move] of moves.entries()) {
    const moved = movedRow(row, move);
    wayBounds[at] = rowCost(moved, least) + bitsOf(move);
    wayBounds[moves.length + at] = rowCost(reversedRow(moved), least) + bitsOf(move) + doubt.backwards;
  }
  let best: BestMove | undefined;
  // Nothing costs less than its bound: most ways are never looked at in each language.
  for (;;) {
    const way = leastAt(wayBounds);
    const bound = wayBounds[way] ?? noBound;
    if (bound === noBound || (best !== undefined && bound >= best.cost)) return best;
    wayBounds[way] = noBound;
    const backwards = way >= moves.length;
    const move = moves[way % moves.length] ?? 1;
    const moved = backwards ? reversedRow(movedRow(row, move)) : movedRow(row, move);
    for (const model of languagesIn('latin')) {
      const cost = rowCost(moved, model) + bitsOf(move) + (backwards ? doubt.backwards : 0);
      if (best === undefined || cost < best.cost) best = { move, cost, model, backwards };
    }
  }
}

function leastAt(bounds: Float64Array): number {
  let least = 0;
  for (let at = 1; at < bounds.length; at += 1) if ((bounds[at] ?? 0) < (bounds[least] ?? 0)) least = at;
  return least;
}

function movedRow(row: LetterRow, move: Move): Uint8Array {
  return move === 'mirrored' ? mirroredRow(row) : shiftedRow(row, move);
}

/** The usual moves take less to say. */
function bitsOf(move: Move): number {
  if (move === 13) return 2;
  if (move === 'mirrored') return 3;
  return move === 3 || move === 23 ? 5 : 7;
}

const besideDigit = /\p{L}\d|\d\p{L}/gu;

const nextWord = /^[^\p{L}]{1,12}(?<word>[\p{L}\p{M}]+)/u;
const wordBefore = /(?<word>[\p{L}\p{M}]+)[^\p{L}]{1,12}$/u;
/** How far from a stretch its next word may end, in UTF-16 units. */
const reach = 40;

/**
 * The stretch with the words before and behind it that are as likely once moved, in the language of the stretch: short
 * ones are like a word of some language as they stand.
 */
function widened(
  text: string,
  start: number,
  end: number,
  { move, model, backwards }: BestMove,
): { start: number; end: number } {
  const fits = (word: string | undefined): boolean => {
    const row = word === undefined ? undefined : letterRow(word, 0, word.length);
    if (row?.alphabet !== 'latin') return false;
    const moved = backwards ? reversedRow(movedRow(row, move)) : movedRow(row, move);
    return rowCost(moved, model) < rowCost(row.classes, model) + 1;
  };
  let from = start;
  let to = end;
  for (;;) {
    const match = nextWord.exec(text.slice(to, to + reach));
    if (match === null || !fits(match.groups?.['word'])) break;
    to += match[0].length;
  }
  for (;;) {
    const match = wordBefore.exec(text.slice(Math.max(0, from - reach), from));
    if (match === null || !fits(match.groups?.['word'])) break;
    from -= match[0].length;
  }
  // Signs that no move changes belong to a stretch that goes to the ends of its text.
  if (!/\p{L}/u.test(text.slice(0, from))) from = 0;
  if (!/\p{L}/u.test(text.slice(to))) to = text.length;
  return { start: from, end: to };
}
