import { knownCost } from '../../arabic/known-word.js';
import { foldFlag } from '../../fold-signs.js';
import type { Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';

const word = /[\u0621-\u063a\u0641-\u064a\u067e\u0686\u06a9\u06af\u06cc]+/gu;
const run = /(.)\1{2,}/gu;
/** Laughter and sounds: هههه, خخخخ, ااااه, وااااو, ممممم. */
const sound = /^(?:(.)\1*|[اأآ]+[هحخ]+|[اأ]+و+|و+ا+و*|ه+[اي]+ه*|[هاي]+|خ+ي*|ل+و+ل+|ي+ا+|ا+م+)$/u;
/** Each run is read as one letter or as two: words with more runs than this get one each. */
const mostRuns = 5;

interface Run {
  readonly start: number;
  readonly end: number;
}

/** No Arabic word has a letter three times in a row: where one stands, it is drawn out, also at the end. */
function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  for (const { 0: written, index } of text.matchAll(word)) {
    const runs = Array.from(written.matchAll(run), (match): Run => ({
      start: match.index,
      end: match.index + match[0].length,
    }));
    if (runs.length === 0 || sound.test(written)) continue;
    const lengths = lengthsOf(written, runs);
    runs.forEach(({ start, end }, at) => {
      const letter = (written[start] ?? '').repeat(lengths[at] ?? 1);
      found.push({ start: index + start, end: index + end, replacement: letter, name: 'repeated' });
    });
  }
  return found;
}

/** One letter for each run, or two where that makes a word that is known (الله). */
function lengthsOf(written: string, runs: readonly Run[]): readonly number[] {
  const single = runs.map(() => 1);
  if (runs.length > mostRuns) return single;
  let best = single;
  let least = knownCost(collapsed(written, runs, single)) ?? Number.POSITIVE_INFINITY;
  for (let doubled = 1; doubled < 1 << runs.length; doubled += 1) {
    const lengths = runs.map((_, at) => ((doubled >> at) & 1) + 1);
    const cost = (knownCost(collapsed(written, runs, lengths)) ?? Number.POSITIVE_INFINITY) + 1;
    if (cost < least) {
      best = lengths;
      least = cost;
    }
  }
  return best;
}

function collapsed(written: string, runs: readonly Run[], lengths: readonly number[]): string {
  let word = '';
  let from = 0;
  runs.forEach(({ start, end }, at) => {
    word += written.slice(from, start) + (written[start] ?? '').repeat(lengths[at] ?? 1);
    from = end;
  });
  return word + written.slice(from);
}

/** Letters drawn out in Arabic words: رااااائع, كللللل. */
export const repeatedArabic: Transform = {
  name: 'repeated',
  flags: foldFlag.repeated,
  gate: /([\u0621-\u064a])\1\1/u,
  edits,
};
