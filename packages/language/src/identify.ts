import { mostConfidence, otherPrior } from './calibration.js';
import { otherLetter, tifinagh } from './characters.js';
import { isListed, mostColumns, scripts } from './classes.js';
import { otherScript } from './other-scripts.js';
import { plainText } from './plain-text.js';
import { partOf, type Part } from './second-language.js';
import { rowOfWord, rows, tables } from './word-scores.js';
import { eachWord, mostWords, view } from './words.js';

export { languages } from './classes.js';

/** One language with the share of belief in it, 0..1. */
export interface LanguageCandidate {
  readonly lang: string;
  readonly confidence: number;
}

/** The language of a text; `confidence` is the probability that `lang` is right; at most five candidates, best first. */
export interface Identification {
  readonly lang: string;
  readonly confidence: number;
  readonly candidates: readonly LanguageCandidate[];
}

/** How much of a text is looked at, in UTF-16 units: more says nothing new. */
const mostUnits = 4_000;
/** Scripts and kinds of letters that words have, by number. */
const kinds = 8;
/** A second language has at least this share of the letters. */
const leastShare = 0.18;

const letters = new Float64Array(kinds);
const wordCounts = new Int32Array(kinds);
const totals = Array.from({ length: kinds }, () => new Float64Array(mostColumns));
const wordRows = new Int16Array(mostWords * mostColumns);
const wordScripts = new Uint8Array(mostWords);
const wordLetters = new Uint8Array(mostWords);
let wordCount = 0;

function takeWord(): void {
  const { script } = view;
  if (script >= kinds) return;
  letters[script] = (letters[script] ?? 0) + view.letters;
  wordCounts[script] = (wordCounts[script] ?? 0) + 1;
  const table = tables()[script];
  const sums = totals[script];
  wordScripts[wordCount] = script;
  wordLetters[wordCount] = view.letters;
  if (table !== undefined && sums !== undefined) {
    const row = rowOfWord(table);
    const at = wordCount * mostColumns;
    for (let column = 0; column < table.columns; column += 1) {
      const value = rows[row + column] ?? 0;
      wordRows[at + column] = value;
      sums[column] = (sums[column] ?? 0) + value;
    }
  }
  wordCount += 1;
}

/**
 * The language of a short text. Links, addresses, handles and tags are left out, and common disguises (look-alikes, digits
 * for letters, invisible, wide, repeated and spaced letters) are read through. Total and deterministic; linear in the first
 * 4,000 UTF-16 units.
 *
 * @example
 * identify('ⵜⴰⵎⴰⵣⵉⵖⵜ').lang; // 'zgh'
 * identify('wach nta labas 3lik').lang; // 'ary-Latn'
 */
export function identify(text: string): Identification {
  letters.fill(0);
  wordCounts.fill(0);
  for (const sums of totals) sums.fill(0);
  wordCount = 0;
  const plain = plainText(text.length > mostUnits ? text.slice(0, mostUnits) : text);
  eachWord(plain, takeWord);
  let first = 0;
  let all = 0;
  for (let script = 1; script < kinds; script += 1) {
    const own = letters[script] ?? 0;
    all += own;
    if (own > (letters[first] ?? 0)) first = script;
  }
  if (all < 2) return only('und', 0.99);
  let second = 0;
  for (let script = 1; script < kinds; script += 1) {
    if (script !== first && (letters[script] ?? 0) > (letters[second] ?? 0)) second = script;
  }
  const share = (letters[second] ?? 0) / all;
  if (share >= leastShare && (wordCounts[second] ?? 0) > 1) {
    const one = bestOf(first, plain);
    const other = bestOf(second, plain);
    if (one !== 'und' && other !== 'und' && one !== other) return both(one, other, share);
    if (one === 'und' && other !== 'und') return beliefs(second, plain);
  }
  if (share < leastShare) {
    const part = secondPart(first);
    if (part !== undefined) return part;
  }
  return beliefs(first, plain);
}

function only(lang: string, confidence: number): Identification {
  return { lang, confidence, candidates: [{ lang, confidence }] };
}

function both(one: string, other: string, share: number): Identification {
  const second = Math.round(Math.min(0.45, Math.max(0.25, share)) * 1000) / 1000;
  const confidence = Math.round((0.97 - second) * 1000) / 1000;
  return {
    lang: one,
    confidence,
    candidates: [
      { lang: one, confidence },
      { lang: other, confidence: second },
    ],
  };
}

function bestOf(script: number, plain: string): string {
  return beliefs(script, plain).lang;
}

/** Two languages in one script: the best one, and a stretch that another says much better. */
function secondPart(script: number): Identification | undefined {
  const columns = scripts[script]?.columns;
  const table = tables()[script];
  const sums = totals[script];
  if (columns === undefined || table === undefined || sums === undefined || wordCount < 5) return undefined;
  const part: Part | undefined = partOf(
    wordRows,
    wordScripts,
    wordLetters,
    wordCount,
    script,
    columns,
    sums,
    table.step,
  );
  if (part === undefined) return undefined;
  return part.share > 0.5 ? both(part.other, part.main, 1 - part.share) : both(part.main, part.other, part.share);
}

const shares = new Float64Array(mostColumns);

/** Belief in each language of a script; what names and unlisted languages have is `und`. */
function beliefs(script: number, plain: string): Identification {
  if (script === tifinagh) return only('zgh', 0.995);
  if (script === otherLetter) return only(otherScript(plain), 0.98);
  const columns = scripts[script]?.columns ?? [];
  const table = tables()[script];
  const sums = totals[script];
  if (table === undefined || sums === undefined) return only('und', 0.9);
  const size = letters[script] ?? 0;
  const scale = table.step / Math.sqrt(size + 3);
  let top = -Infinity;
  for (let column = 0; column < columns.length; column += 1) {
    const value =
      (sums[column] ?? 0) * scale + (table.bias[column] ?? 0) - (isListed(columns[column]) ? 0 : otherPrior);
    shares[column] = value;
    if (value > top) top = value;
  }
  let sum = 0;
  for (let column = 0; column < columns.length; column += 1) {
    const value = Math.exp((shares[column] ?? 0) - top);
    shares[column] = value;
    sum += value;
  }
  const found: { lang: string; confidence: number }[] = [];
  let unknown = 0;
  for (let column = 0; column < columns.length; column += 1) {
    const lang = columns[column] ?? 'und';
    const confidence = (shares[column] ?? 0) / sum;
    if (!isListed(lang)) unknown += confidence;
    else if (confidence >= 0.005) found.push({ lang, confidence });
  }
  if (unknown >= 0.005) found.push({ lang: 'und', confidence: unknown });
  found.sort((a, b) => b.confidence - a.confidence);
  if (found.length > 5) found.length = 5;
  const [best] = found;
  if (best === undefined) return only('und', 0.5);
  for (const one of found) one.confidence = Math.round(Math.min(mostConfidence, one.confidence) * 1000) / 1000;
  return { lang: best.lang, confidence: best.confidence, candidates: found };
}
