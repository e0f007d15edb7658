import { agreed } from '../../arabic/agreement.js';
import { ranked } from '../../arabic/ranked.js';
import { letterCode, listedCost } from '../../arabic/lexicon.js';
import { spelledCost } from '../../arabic/letter-costs.js';
import { readWord, type SearchLimits, type Spelling } from '../../arabic/word-search.js';
import { foldFlag } from '../../fold-signs.js';
import type { Candidate, Transform } from '../../transform.js';
import type { TrackedText } from '../../tracked-text.js';
import { rasmLattice, rasmOf } from './rasm.js';

const word = /[\p{Script=Arabic}\p{M}\u0640]+/gu;
/** Letters that no language writes but to leave the dots away; ں (Urdu) and ی (Persian) are not among them. */
const archigrapheme = /[\u066e\u066f\u06a1\u08bb-\u08bd]/u;
const dotted = /[بتثجخذزشضظغفقنيةپچژگٹڈڑے\u06cc\u06be\u06c1\u06ba]/u;
const dottedEverywhere = /[بتثجخذزشضظغفقنيةپچژگٹڈڑے\u06cc\u06be\u06c1\u06ba]/gu;
const arabicLetter = /[\u0620-\u063a\u0641-\u064a\u066e\u066f\u0671-\u06d3\u08a0-\u08c7]/gu;

const limits: SearchLimits = { most: 10, beam: 300, unlisted: 6, spoken: 0.05 };
/** A word is read at most this often anew; longer texts keep the rest as it is. */
const mostWords = 4000;
const longestWord = 24;
/** What it costs to read an ordinary word of a text that also has dots as another one. */
const asTyped = 4;

interface Typed {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly spellings: readonly Spelling[];
}

/** Arabic without its dots, each word as the likeliest words that share its strokes. */
function candidates(tracked: TrackedText): readonly Candidate[] {
  const { text } = tracked;
  const strokes = archigrapheme.test(text);
  if (!strokes && !isBare(text)) return [];
  const hamza = /[أإآؤئ]|\u0654/u.test(text);
  const dots = text.match(dottedEverywhere)?.length ?? 0;
  const mostlyDotted = dots * 8 > (text.match(arabicLetter)?.length ?? 0);
  const known = new Map<string, readonly Spelling[]>();
  const typed: Typed[] = [];
  for (const { 0: written, index } of text.matchAll(word)) {
    if (typed.length >= mostWords || written.length > longestWord) continue;
    let spellings = known.get(written);
    if (spellings === undefined) {
      spellings = readingsOfWord(written, hamza, mostlyDotted);
      known.set(written, spellings);
    }
    if (spellings.length > 0) typed.push({ start: index, end: index + written.length, written, spellings });
  }
  if (typed.length === 0 || (!strokes && !isCheaper(typed))) return [];
  return ranked(tracked, agreed(typed), 0.95);
}

/** No dots anywhere in a text that is long enough to need some. */
function isBare(text: string): boolean {
  return !dotted.test(text) && (text.match(arabicLetter)?.length ?? 0) >= 8;
}

function readingsOfWord(written: string, hamza: boolean, mostlyDotted: boolean): readonly Spelling[] {
  const signs = rasmOf(written);
  const ordinary = !archigrapheme.test(written);
  if (signs.length < 2 || (ordinary && dotted.test(written) && mostlyDotted)) return [];
  const spellings = readWord(rasmLattice(signs, hamza), limits);
  if (!ordinary || !mostlyDotted) return spellings;
  const plain = signs.join('');
  return spellings
    .map((one) => (one.word === plain ? one : { ...one, cost: one.cost + asTyped }))
    .sort((a, b) => a.cost - b.cost);
}

/** Whether the words make much more sense with dots than as they stand: who writes «محمد رسول الله» left none away. */
function isCheaper(typed: readonly Typed[]): boolean {
  let gain = 0;
  let changed = 0;
  for (const { written, spellings } of typed) {
    const best = spellings[0];
    if (best === undefined) continue;
    const plain = rasmOf(written).join('');
    if (best.word === plain) continue;
    const asItStands = listedCost(plain) ?? 6 + spelledCost(Array.from(plain, letterCode).filter((code) => code >= 0));
    gain += asItStands - best.cost;
    if (best.listed) changed += 1;
  }
  return changed >= 2 && changed * 3 >= typed.length && gain > 8 + typed.length;
}

/** Letters without dots: by the strokes alone (ٮ ٯ ڡ ں), or with ordinary letters that never have dots. */
export const dotless: Transform = { name: 'dotless', flags: foldFlag.rasm | foldFlag.wordless, candidates };
