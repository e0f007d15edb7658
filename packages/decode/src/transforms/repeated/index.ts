import { foldFlag } from '../../fold-signs.js';
import type { Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';
import { guessLanguage, levelOfWord, type LanguageGuess } from '../../words/language-guess.js';
import { lexiconOf, letterModelOf } from '../../words/lexicons.js';
import { segment } from '../../words/segment.js';

const word = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}][\p{L}\p{M}]*/gu;
const run = /(\p{L})\1{2,}/giu;
const latin = /^[\p{Script=Latin}\p{M}]+$/u;
/** Sounds that people draw out: not a way to hide a word. */
const sound =
  /^(?:[hmrzgfpbs]+|[aeiou]h*|(?:ha|he|hi|hu|ja|xa)+h?|w+|x+|i+|o+h+|a+r*g*h*|b+r+|g+r+|y+e+s+|n+o+|s+o+|l+o+l+)$/iu;
/** Longer words are no words. */
const longest = 60;
/** Runs of this length are in no spelling; shorter ones are where words meet or vowels are long (Estonian jäääär). */
const surely = 5;
/** The same for scripts without words here; Arabic has a transform of its own. */
const surelyElsewhere = 4;
/** Runs of one word that are tried once and twice each. */
const mostRuns = 5;

interface Run {
  readonly start: number;
  readonly end: number;
  readonly letter: string;
}

/** A letter three or more times inside a word; drawn-out ends (sooo, yesss) are emphasis and stay. */
function edits(text: string): readonly Edit[] {
  let known: LanguageGuess | undefined;
  const guess = (): LanguageGuess => (known ??= guessLanguage(text));
  return Array.from(text.matchAll(word)).flatMap(({ 0: written, index }) => {
    const runs = runsInside(written);
    if (runs.length === 0 || written.length > longest * 4 || sound.test(written)) return [];
    if (isPartOfName(text, index, index + written.length)) return [];
    const counts = latin.test(written) ? countsOfLatin(written, runs, guess) : countsElsewhere(runs);
    return runs.flatMap(({ start, end, letter }, at): readonly Edit[] => {
      const count = counts?.[at];
      if (count === undefined) return [];
      const replacement = letter.repeat(count);
      return [{ start: index + start, end: index + end, replacement, name: 'repeated' }];
    });
  });
}

/** Addresses, handles, names of files. */
function isPartOfName(text: string, start: number, end: number): boolean {
  return (
    /[@/_\\]|\p{L}[.-]/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:[@/_\\]|[.-]\p{L})/u.test(text.slice(end, end + 2))
  );
}

function runsInside(written: string): readonly Run[] {
  if (written.length < 5) return [];
  return Array.from(written.matchAll(run), (found): Run => {
    return { start: found.index, end: found.index + found[0].length, letter: found[1] ?? '' };
  }).filter(({ start, end }) => start > 0 && end < written.length);
}

function countsElsewhere(runs: readonly Run[]): readonly number[] | undefined {
  return runs.some(({ start, end }) => end - start >= surelyElsewhere) ? runs.map(() => 1) : undefined;
}

/** How often each letter stands in the word that is meant, or `undefined` if the word is as it should be. */
function countsOfLatin(
  written: string,
  runs: readonly Run[],
  guess: () => LanguageGuess,
): readonly number[] | undefined {
  const { shares } = guess();
  const languages = shares.map(({ lang }) => lang);
  const long = runs.some(({ start, end }) => end - start >= surely);
  const small = written.toLowerCase();
  if (small.length !== written.length) return undefined;
  // Schifffahrt, Litfasssäule: the run is where two words meet.
  if (!long && languages.some((lang) => segment(lexiconOf(lang), letterModelOf(lang), small) !== undefined))
    return undefined;
  let best: { counts: readonly number[]; level: number } | undefined;
  for (const counts of allCounts(Math.min(runs.length, mostRuns))) {
    const said = withCounts(small, runs, counts);
    const level = Math.max(...languages.map((lang) => levelOfWord(lexiconOf(lang), said)));
    if (level > (best?.level ?? 0)) best = { counts, level };
  }
  return best?.counts ?? (long ? runs.map(() => 1) : undefined);
}

/** 1, 2 for each run. */
function allCounts(runs: number): readonly (readonly number[])[] {
  return Array.from({ length: 1 << runs }, (_, bits) =>
    Array.from({ length: runs }, (__, at) => 1 + ((bits >> at) & 1)),
  );
}

function withCounts(small: string, runs: readonly Run[], counts: readonly number[]): string {
  let said = '';
  let from = 0;
  for (const [at, { start, end }] of runs.entries()) {
    said += small.slice(from, start) + small.charAt(start).repeat(counts[at] ?? 1);
    from = end;
  }
  return said + small.slice(from);
}

/** Letters repeated inside words. */
export const repeated: Transform = { name: 'repeated', flags: foldFlag.repeated, edits };
