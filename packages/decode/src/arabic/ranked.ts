import { originalSpan, type TrackedText } from '../tracked-text.js';
import type { Candidate } from '../transform.js';
import type { Spelling } from './word-search.js';

/** A place of a text with the words that may be meant there, best first. */
export interface Choice {
  readonly start: number;
  readonly end: number;
  readonly spellings: readonly Spelling[];
}

const mostReadings = 5;
/** Rarer than this beside the best one, a further spelling is no choice: −ln. */
const hopeless = 12;

/**
 * Whole texts: the first with the best spelling of every word, the second with the second best where there is one, and
 * so on: whoever looks for a word finds it in one of five texts if it is among the five best for its place. `sure`: how
 * likely it is at all that the text is meant so. The confidence of a text is the mean probability of its words.
 */
export function ranked(tracked: TrackedText, choices: readonly Choice[], sure: number): readonly Candidate[] {
  const merged = choices.map(({ spellings }) => distinct(spellings));
  const spans = choices.map(({ start, end }) => originalSpan(tracked, start, end));
  const found: Candidate[] = [];
  for (let rank = 0; rank < mostReadings; rank += 1) {
    let changed = rank === 0;
    let sum = 0;
    const words = merged.map(({ spellings, share }) => {
      const at = rank < share.length ? rank : 0;
      if (at > 0) changed = true;
      sum += rank < share.length || rank === 0 ? (share[at] ?? 0) : 0;
      return spellings[at]?.word ?? '';
    });
    if (!changed) continue;
    const read = written(tracked, choices, words, spans);
    if (read.text === tracked.text) continue;
    const mean = choices.length === 0 ? 0 : sum / choices.length;
    const confidence = Math.max(0.05, Math.min(0.99, sure * mean));
    const places = rank === 0 ? choices.map(({ start, end }) => ({ start, end })) : [];
    found.push({ tracked: read, confidence, places });
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}

/**
 * The text with a word in each place: what `applyEdits` would give, made at once. Letter by letter where the lengths
 * agree, so that each letter leads back to its own; else each to the whole place.
 */
function written(
  tracked: TrackedText,
  choices: readonly Choice[],
  words: readonly string[],
  spans: readonly { readonly start: number; readonly end: number }[],
): TrackedText {
  let { length } = tracked.text;
  for (const { start, end } of choices) length -= end - start;
  for (const word of words) length += word.length;
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  let text = '';
  let from = 0;
  let to = 0;
  const copy = (end: number): void => {
    for (; from < end; from += 1, to += 1) {
      starts[to] = tracked.starts === undefined ? from : (tracked.starts[from] ?? 0);
      ends[to] = tracked.ends === undefined ? from + 1 : (tracked.ends[from] ?? 0);
    }
  };
  choices.forEach(({ start, end }, index) => {
    const word = words[index] ?? '';
    text += tracked.text.slice(from, start) + word;
    copy(word.length === end - start ? end : start);
    if (from === end) return;
    const span = spans[index];
    starts.fill(span?.start ?? 0, to, to + word.length);
    ends.fill(span?.end ?? 0, to, to + word.length);
    to += word.length;
    from = end;
  });
  text += tracked.text.slice(from);
  copy(tracked.text.length);
  return { text, starts, ends };
}

/**
 * Spellings that are not compared as one word anyway (أ ا, ة ه, ى ي), each with its probability and that of those like
 * it; hopeless ones are left out.
 */
function distinct(spellings: readonly Spelling[]): Distinct {
  let known = compared.get(spellings);
  if (known === undefined) {
    known = compare(spellings);
    compared.set(spellings, known);
  }
  return known;
}

interface Distinct {
  readonly spellings: readonly Spelling[];
  readonly share: readonly number[];
}

/** The spellings of a word that stands in many texts are compared once. */
const compared = new WeakMap<readonly Spelling[], Distinct>();

function compare(spellings: readonly Spelling[]): Distinct {
  const least = spellings[0]?.cost ?? 0;
  const weights = new Map<string, { spelling: Spelling; weight: number }>();
  let sum = 0;
  for (const spelling of spellings) {
    const weight = Math.exp(least - spelling.cost);
    if (weight < Math.exp(-hopeless)) continue;
    const key = comparedAs(spelling.word);
    const known = weights.get(key);
    weights.set(key, { spelling: known?.spelling ?? spelling, weight: (known?.weight ?? 0) + weight });
    sum += weight;
  }
  const kept = Array.from(weights.values());
  return { spellings: kept.map(({ spelling }) => spelling), share: kept.map(({ weight }) => weight / sum) };
}

function comparedAs(word: string): string {
  return word.replace(/[أإآ]/gu, 'ا').replaceAll('ؤ', 'و').replace(/[ئى]/gu, 'ي').replaceAll('ة', 'ه');
}
