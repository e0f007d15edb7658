import { arabiziReading, isArabizi } from './arabizi.js';
import type { Disguise, DisguiseName, Reading } from './decoded.js';
import { base32, base64, binary, hex } from './payloads/bytes.js';
import { htmlEntity, percent, unicodeEscape } from './payloads/escapes.js';
import { morse } from './payloads/morse.js';
import type { PayloadReader } from './payloads/payload.js';
import { punycode } from './payloads/punycode.js';
import { applyEdits, originalSpan, type Edit, type TrackedText } from './tracked-text.js';
import { turnedTexts } from './turned-text.js';

const payloadReaders: readonly PayloadReader[] = [
  binary,
  hex,
  base32,
  base64,
  percent,
  htmlEntity,
  unicodeEscape,
  punycode,
  morse,
];

/** How deep payloads are unpacked: a payload in a payload in a payload. */
const deepest = 3;
const mostReadings = 50;

/** A reading whose characters know where they came from. */
export interface TrackedReading extends Reading {
  readonly tracked: TrackedText;
}

interface Candidate {
  readonly tracked: TrackedText;
  readonly steps: readonly DisguiseName[];
  readonly confidence: number;
}

/** Further candidates of what a text says, best first, and the disguises that they undo. */
export function readingsOf(plain: TrackedText): {
  readings: readonly TrackedReading[];
  disguises: readonly Disguise[];
} {
  const disguises: Disguise[] = [];
  const candidates: Candidate[] = [];
  unpack({ tracked: plain, steps: [], confidence: 1 }, candidates, disguises);
  const unpacked = candidates.length > 0;
  for (const base of unpacked ? [...candidates] : [{ tracked: plain, steps: [], confidence: 1 }]) {
    addTurned(base, candidates, disguises, unpacked);
  }
  if (!unpacked) {
    addSplitHashtags(plain, candidates);
    if (isArabizi(plain.text)) {
      candidates.push({ tracked: arabiziReading(plain, true), steps: ['arabizi'], confidence: 0.55 });
      candidates.push({ tracked: arabiziReading(plain, false), steps: ['arabizi'], confidence: 0.45 });
    }
  }
  return { readings: best(candidates, plain.text), disguises };
}

function best(candidates: readonly Candidate[], plain: string): readonly TrackedReading[] {
  const seen = new Set([plain]);
  const readings: TrackedReading[] = [];
  for (const { tracked, steps, confidence } of candidates.toSorted((a, b) => b.confidence - a.confidence)) {
    if (seen.has(tracked.text) || tracked.text.length > plain.length * 2 + 100) continue;
    seen.add(tracked.text);
    readings.push({ text: tracked.text, steps, confidence, tracked });
  }
  return readings.slice(0, mostReadings);
}

/** Unpacks payloads in place, layer by layer; each layer is a candidate, the innermost the best. */
function unpack(from: Candidate, candidates: Candidate[], disguises: Disguise[]): void {
  let current = from;
  const layers: (Candidate & { readonly packed: boolean; readonly places: readonly Disguise[] })[] = [];
  for (let depth = 0; depth < deepest; depth += 1) {
    const { text } = current.tracked;
    const edits: Edit[] = [];
    let packed = true;
    for (const reader of payloadReaders) {
      if (!reader.gate.test(text)) continue;
      for (const { name, start, end, text: said, packed: further } of reader.read(text)) {
        if (edits.some((edit) => edit.start < end && start < edit.end)) continue;
        edits.push({ name, start, end, replacement: said });
        if (further !== true) packed = false;
      }
    }
    if (edits.length === 0) break;
    const { tracked } = current;
    const places = edits.map(({ name, start, end }) => ({ name, ...originalSpan(tracked, start, end) }));
    const steps = [...new Set([...current.steps, ...edits.map(({ name }) => name)])];
    current = { tracked: applyEdits(current.tracked, edits), steps, confidence: current.confidence * 0.97 };
    layers.push({ ...current, packed, places });
  }
  while (layers.at(-1)?.packed === true) layers.pop();
  disguises.push(...(layers[0]?.places ?? []));
  // A payload inside a payload was meant to be read to the end.
  for (const [index, layer] of layers.reverse().entries()) {
    const { tracked, steps } = layer;
    candidates.push({ tracked, steps, confidence: layers.length === 1 ? 0.95 : 0.95 - index * 0.2 });
  }
}

function addTurned(base: Candidate, candidates: Candidate[], disguises: Disguise[], nested: boolean): void {
  const { tracked, steps, confidence } = base;
  for (const { step, text } of turnedTexts(tracked.text)) {
    const map = step === 'reversed' ? mapReversed(tracked, text) : mapAligned(tracked, text);
    candidates.push({ tracked: map, steps: [...steps, step], confidence: 0.9 * confidence });
    if (!nested) disguises.push({ name: step, ...originalSpan(tracked, 0, tracked.text.length) });
  }
}

/** A reading with a unit for each unit of what it was made of, in the same order. */
function mapAligned(tracked: TrackedText, text: string): TrackedText {
  return { text, starts: tracked.starts, ends: tracked.ends };
}

/** A reading that turned its clusters around: place by place from the other end, or word by word. */
function mapReversed(tracked: TrackedText, text: string): TrackedText {
  const { length } = tracked.text;
  const whole = text[0] === tracked.text[length - 1] || text.at(-1) === tracked.text[0];
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  const put = (to: number, from: number): void => {
    starts[to] = tracked.starts?.[from] ?? from;
    ends[to] = tracked.ends?.[from] ?? from + 1;
  };
  if (whole) {
    for (let index = 0; index < length; index += 1) put(index, length - 1 - index);
    return { text, starts, ends };
  }
  for (let index = 0; index < length; index += 1) put(index, index);
  for (const match of tracked.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const end = match.index + match[0].length;
    for (let index = match.index; index < end; index += 1) put(index, match.index + end - 1 - index);
  }
  return { text, starts, ends };
}

const hashtag = /(?<![\p{L}\p{N}_&])[#＃][\p{L}\p{N}\p{M}_]*\p{Ll}\p{Lu}[\p{L}\p{N}\p{M}_]*/gu;

/** Hashtags whose capitals show their words. */
function addSplitHashtags(plain: TrackedText, candidates: Candidate[]): void {
  if (!plain.text.includes('#') && !plain.text.includes('＃')) return;
  const edits: Edit[] = [];
  for (const match of plain.text.matchAll(hashtag)) {
    const replacement = match[0]
      .slice(1)
      .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
      .replace(/_+/gu, ' ')
      .trim();
    edits.push({ start: match.index, end: match.index + match[0].length, replacement, name: 'joined' });
  }
  if (edits.length > 0) candidates.push({ tracked: applyEdits(plain, edits), steps: ['joined'], confidence: 0.6 });
}
