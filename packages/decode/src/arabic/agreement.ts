import type { Spelling } from './word-search.js';

/** A word of a text with its spellings, best first. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly spellings: readonly Spelling[];
}

const feminineEnding = /(?:ة|ات)$/u;
const masculineVerb = /^[وفسل]?ي.{2,}$/u;
const feminineVerb = /^[وفسل]?ت.{2,}$/u;
const verb = /^[يتن](?!.*(?:ة|ات|ين|ون|ية)$).{2,}$/u;

/** Small words before which and after which a form is likelier or not; costs are −ln of how much. */
const words = (all: string): ReadonlySet<string> => new Set(all.split(' '));
const beforeFeminine = words('التي كانت هي وهي وكانت لتي ليست أصبحت إنها أنها');
const beforeMasculine = words('الذي كان هو وهو وكان أصبح إنه أنه أحد');
const beforeVerb = words('أن لن لم سوف قد لا كي ولا ولم ولن وقد وأن ان');
const beforeNoun = words('من في على إلى عن بين بعد قبل خلال منذ ضد نحو دون هذا هذه ذلك تلك كل بعض جميع أي غير الى');

/**
 * Costs of spellings once the words beside them are known: a verb and the noun, pronoun or particle beside it agree
 * (التي تقوم, تقوم الحكومة), and no verb stands after a preposition. The order changes, no spelling is added or lost.
 */
export function agreed<P extends Place>(places: readonly P[]): readonly P[] {
  return places.map((place, index) => {
    const before = places[index - 1]?.spellings[0]?.word ?? '';
    const after = places[index + 1]?.spellings[0]?.word ?? '';
    // The noun after a verb is mostly who acts, the one before it often belongs to something else.
    const feminine = (isFeminine(after) ? 1.2 : 0) + (isFeminine(before) ? 0.5 : 0);
    const spellings = place.spellings.map((spelling) => {
      const extra = extraCost(spelling.word, before, feminine);
      return extra === 0 ? spelling : { ...spelling, cost: spelling.cost + extra };
    });
    return { ...place, spellings: spellings.sort((a, b) => a.cost - b.cost) };
  });
}

function extraCost(word: string, before: string, feminine: number): number {
  if (beforeFeminine.has(before)) return masculineVerb.test(word) ? 1.5 : feminineVerb.test(word) ? -1 : 0;
  if (beforeMasculine.has(before)) return feminineVerb.test(word) ? 1.5 : masculineVerb.test(word) ? -1 : 0;
  let extra = masculineVerb.test(word) ? feminine : 0;
  if (beforeVerb.has(before) && verb.test(word)) extra -= 1.5;
  if (beforeNoun.has(before) && verb.test(word)) extra += 1.5;
  return extra;
}

function isFeminine(word: string): boolean {
  return word.length > 3 && feminineEnding.test(word);
}
