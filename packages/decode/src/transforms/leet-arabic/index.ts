import { arabicLetters, letterCode, listedCost } from '../../arabic/lexicon.js';
import { readWord, type Lattice, type SearchLimits, type Step } from '../../arabic/word-search.js';
import { foldFlag } from '../../fold-signs.js';
import type { Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';
import { arabiziLattice } from '../arabizi/conventions.js';
import { isTelling, smallWord } from '../arabizi/small-words.js';

const arabic = String.raw`[\u0621-\u063a\u0641-\u064a]`;
/** A word of Arabic letters with digits or Latin letters between them. */
const mixed =
  /(?<![\p{L}\p{N}\p{M}@#/_.])(?=[a-z2356789'’]*[\u0621-\u064a])(?=[\u0621-\u064a'’]*[a-z2356789])[\u0621-\u063a\u0641-\u064aa-z2356789'’]+(?![\p{L}\p{N}\p{M}/_])/giu;
/** A word of Latin letters and digits alone between Arabic words. */
const between = new RegExp(String.raw`(?<=${arabic}[\u064b-\u0652]* )[a-z0-9']{2,6}(?= ${arabic})`, 'giu');
const longestWord = 24;
/** What each foreign sign adds: a digit is rather a number where the rest is a word as well. */
const limits: SearchLimits = { most: 1, beam: 200, unlisted: 30, spoken: 0.5 };

function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  for (const { 0: raw, index } of text.matchAll(mixed)) {
    const opening = /^['’](?!3)/u.test(raw) ? 1 : 0;
    const written = raw.slice(opening).replace(/['’]+$/u, '');
    const word = read(written);
    if (word !== undefined) found.push(...lettersOf(written, index + opening, word));
  }
  // Alone they may be words of another language.
  if (found.length === 0) return found;
  for (const { 0: written, index } of text.matchAll(between)) {
    const typed = written.toLowerCase();
    const said = isTelling(typed) || typed === 'mn' ? smallWord(typed)?.[0] : undefined;
    if (said !== undefined) found.push({ start: index, end: index + written.length, replacement: said, name: 'leet' });
  }
  return found;
}

/** The Arabic word behind a mixed one, or `undefined` where it is a number, a unit or a foreign word beside one. */
function read(written: string): string | undefined {
  if (written.length < 3 || written.length > longestWord || /\d\d/u.test(written)) return undefined;
  const foreign = written.match(/[a-z0-9]/giu)?.length ?? 0;
  if (foreign * 2 > written.length || /[a-z]{4}/iu.test(written)) return undefined;
  const lattice = latticeOf(written.toLowerCase().replaceAll('’', "'"));
  const [best] = readWord(lattice, limits);
  const inside = /^[\u0621-\u064a].*[a-z0-9].*[\u0621-\u064a]$/iu.test(written);
  const rest = written.replace(/^[a-z0-9'’]+|[a-z0-9'’]+$/giu, '');
  if (best?.listed === true) {
    // 5دقائق is five minutes: the rest is a word by itself.
    if (inside) return best.word;
    if (rest.length < 2) return undefined;
    // Two letters after a number are rather a unit (7كم).
    const margin = rest.length === 2 ? 2 : 0;
    const alone = listedCost(rest) ?? Number.POSITIVE_INFINITY;
    return (listedCost(best.word) ?? best.cost) + margin < alone ? best.word : undefined;
  }
  return inside && !/[a-z]/iu.test(written) ? writtenFor(lattice) : undefined;
}

/** Arabic letters are themselves, all else is read as in Arabizi. */
function latticeOf(written: string): Lattice {
  const typed = arabiziLattice(written);
  return Array.from({ length: written.length }, (_, place): readonly Step[] => {
    const code = letterCode(written[place] ?? '');
    return code >= 0 ? [{ length: 1, letters: [code], cost: 0 }] : (typed[place] ?? []);
  });
}

/** The commonest letter for each sign. */
function writtenFor(lattice: Lattice): string {
  let word = '';
  for (let place = 0; place < lattice.length;) {
    const steps = lattice[place] ?? [];
    const least = steps.reduce<Step | undefined>((best, step) => {
      return best === undefined || step.cost - step.length < best.cost - best.length ? step : best;
    }, undefined);
    word += least?.letters.map((code) => arabicLetters[code] ?? '').join('') ?? '';
    place += least?.length ?? 1;
  }
  return word;
}

/** Letter by letter where every sign stands for one; else the stretch between the letters that stay. */
function lettersOf(written: string, start: number, word: string): readonly Edit[] {
  if (written.length === word.length) {
    const edits: Edit[] = [];
    for (let at = 0; at < word.length; at += 1) {
      const replacement = word[at] ?? '';
      if (replacement === written[at]) continue;
      edits.push({ start: start + at, end: start + at + 1, replacement, name: 'leet' });
    }
    return edits;
  }
  let before = 0;
  while (written[before] === word[before] && before < word.length) before += 1;
  let after = 0;
  while (after < word.length - before && written.at(-1 - after) === word.at(-1 - after)) after += 1;
  const end = start + written.length - after;
  return [{ start: start + before, end, replacement: word.slice(before, word.length - after), name: 'leet' }];
}

/** Digits and Latin letters among Arabic ones: 7اجة, س5افة. */
export const leetArabic: Transform = {
  name: 'leet',
  flags: foldFlag.arabicMixed,
  gate: /[\u0621-\u064a]['’]?[a-z2356789]|[a-z2356789]['’]?[\u0621-\u064a]/iu,
  edits,
};
