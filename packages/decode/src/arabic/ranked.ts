import type { DisguiseName } from '../decoded.js';
import { applyEdits, type Edit, type TrackedText } from '../tracked-text.js';
import type { Candidate } from '../transform.js';
import type { Spelling } from './word-search.js';

/** A place of a text with the words that may be meant there, best first. */
export interface Choice {
  readonly start: number;
  readonly end: number;
  readonly spellings: readonly Spelling[];
  readonly name: DisguiseName;
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
  const merged = choices.map((choice) => ({ ...choice, ...distinct(choice.spellings) }));
  const found: Candidate[] = [];
  for (let rank = 0; rank < mostReadings; rank += 1) {
    const edits: Edit[] = [];
    let changed = rank === 0;
    let sum = 0;
    merged.forEach(({ start, end, spellings, share, name }) => {
      const at = rank < share.length ? rank : 0;
      if (at > 0) changed = true;
      sum += rank < share.length || rank === 0 ? (share[at] ?? 0) : 0;
      edits.push(...lettersChanged(tracked.text.slice(start, end), start, spellings[at]?.word ?? '', name));
    });
    if (!changed || edits.length === 0) continue;
    const mean = choices.length === 0 ? 0 : sum / choices.length;
    const confidence = Math.max(0.05, Math.min(0.99, sure * mean));
    const places = rank === 0 ? choices.map(({ start, end }) => ({ start, end })) : [];
    found.push({ tracked: applyEdits(tracked, edits), confidence, places });
  }
  return found.sort((a, b) => b.confidence - a.confidence);
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

/** Letter by letter where the lengths agree, so that each letter leads back to its own; else the whole word. */
function lettersChanged(typed: string, start: number, word: string, name: DisguiseName): readonly Edit[] {
  if (typed === word) return [];
  if (typed.length !== word.length) return [{ start, end: start + typed.length, replacement: word, name }];
  const edits: Edit[] = [];
  for (let index = 0; index < word.length; index += 1) {
    const replacement = word[index] ?? '';
    if (replacement !== typed[index]) edits.push({ start: start + index, end: start + index + 1, replacement, name });
  }
  return edits;
}
