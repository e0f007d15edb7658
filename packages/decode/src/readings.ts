import type { Disguise, DisguiseName, Reading } from './decoded.js';
import { signsOf } from './fold.js';
import type { FoldSigns } from './fold-signs.js';
import { restoreCharacters, restoreSpelling, type Progress, type Taken } from './plain.js';
import { applyEdits, originalSpan, type Edit, type TrackedText } from './tracked-text.js';
import { candidateTransforms, payloadTransforms } from './transforms/index.js';

/** How deep a text is unpacked: a payload in a payload in a payload. */
const deepest = 3;
const mostReadings = 50;
/** How many texts are looked into for one input, so that no nest of payloads explodes. */
const mostVisited = 24;

/** A reading whose characters know where they came from. */
export interface TrackedReading extends Reading {
  readonly tracked: TrackedText;
}

/** A text that was found in the input, and how. */
interface Found {
  readonly tracked: TrackedText;
  readonly signs: FoldSigns;
  readonly steps: readonly DisguiseName[];
  readonly confidence: number;
  /** No text that somebody wrote, but what looks like a further payload. */
  readonly packed: boolean;
  readonly depth: number;
}

/** A text to look into that nothing was done to yet but what is in `tracked`. */
export function start({ tracked, signs }: Pick<Progress, 'tracked' | 'signs'>): Found {
  return { tracked, signs, steps: [], confidence: 1, packed: false, depth: 0 };
}

/** Looks for further texts that a text may stand for, in it and in what was found. One for each input. */
export class Search {
  /** What the readings undo, in the input. */
  readonly disguises: Disguise[] = [];
  /** Where payloads stand in the input. */
  readonly taken: Taken[] = [];
  readonly #seen = new Set<string>();
  readonly #readings = new Map<string, TrackedReading>();
  readonly #without: readonly DisguiseName[];
  #visited = 0;

  /** @param without names of transforms that offer nothing */
  constructor(without: readonly DisguiseName[]) {
    this.#without = without;
  }

  /** Looks into a text; whether anything was read in it. */
  look(found: Found): boolean {
    if (this.#visited >= mostVisited || this.#seen.has(found.tracked.text)) return false;
    this.#seen.add(found.tracked.text);
    this.#visited += 1;
    const unpacked = found.depth < deepest && this.#unpack(found);
    // Inside what was unpacked the whole is looked at only once nothing is packed any more.
    if (!unpacked) this.#offer(found);
    return unpacked;
  }

  /** The readings, best first: none that is the plain text itself, none much longer. */
  best(plain: string): readonly TrackedReading[] {
    return Array.from(this.#readings.values())
      .filter(({ text }) => text !== plain && text.length <= plain.length * 2 + 100)
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, mostReadings);
  }

  /** Decodes all payloads of a text in their places; whether there were any that say something. */
  #unpack(found: Found): boolean {
    const edits: Edit[] = [];
    const names = new Set<DisguiseName>();
    let packed = true;
    let confidence = 0;
    const { tracked, signs } = found;
    let taken: Uint8Array | undefined;
    for (const transform of payloadTransforms) {
      if ((signs.flags & transform.flags) === 0 || transform.gate?.test(tracked.text) === false) continue;
      for (const payload of transform.payloads?.(tracked.text, signs) ?? []) {
        const { name, start, end, text } = payload;
        taken ??= new Uint8Array(tracked.text.length);
        if (taken.subarray(start, end).includes(1)) continue;
        taken.fill(1, start, end);
        edits.push({ name, start, end, replacement: text });
        for (const step of payload.steps ?? [name]) names.add(step);
        if (payload.packed !== true) packed = false;
        confidence = Math.max(confidence, payload.confidence ?? 0.95);
      }
    }
    if (edits.length === 0) return false;
    const inner = applyEdits(tracked, edits);
    const says = this.#follow(found, inner, [...names], confidence, packed, edits);
    // One by one: there may be more of them than a call takes arguments.
    if (says && found.depth === 0)
      for (const { start, end } of edits) this.taken.push(originalSpan(tracked, start, end));
    return says;
  }

  #offer(found: Found): void {
    const { tracked, signs } = found;
    for (const transform of candidateTransforms) {
      if (this.#without.includes(transform.name)) continue;
      if ((signs.flags & transform.flags) === 0 || transform.gate?.test(tracked.text) === false) continue;
      for (const candidate of transform.candidates?.(tracked, signs) ?? []) {
        const names = [transform.name, ...(candidate.also ?? [])];
        const places = (candidate.places ?? []).map((place) => ({ name: transform.name, ...place }));
        if (candidate.further === true) {
          this.#follow(found, candidate.tracked, names, candidate.confidence, false, places);
        } else {
          this.#mark(found, places);
          this.#add(candidate.tracked, [...found.steps, ...names], found.confidence * candidate.confidence);
        }
      }
    }
  }

  /** Goes on into a text that was found inside another; whether it says something. */
  #follow(
    from: Found,
    tracked: TrackedText,
    names: readonly DisguiseName[],
    confidence: number,
    packed: boolean,
    places: readonly Disguise[],
  ): boolean {
    const steps = [...from.steps, ...names];
    const sure = from.confidence * confidence;
    const characters = restoreCharacters(tracked, signsOf(tracked.text));
    const plain = restoreSpelling(characters, []);
    const deeper = this.look({ ...start(characters), steps, confidence: sure, packed, depth: from.depth + 1 });
    if (packed && !deeper) return false;
    this.#mark(from, places);
    // What was meant to be read to the end is best read to the end.
    const rank = deeper ? sure - 0.2 : sure;
    if (!packed) this.#add(tracked, steps, plain.disguises.length > 0 ? rank * 0.9 : rank);
    if (!packed && plain.disguises.length > 0) {
      this.#add(plain.tracked, [...steps, ...plain.disguises.map(({ name }) => name)], rank);
    }
    return true;
  }

  /** Names what was read in the input itself; what was inside of that needs no place of its own. */
  #mark(from: Found, places: readonly Disguise[]): void {
    if (from.depth > 0) return;
    for (const { name, start, end } of places) {
      this.disguises.push({ name, ...originalSpan(from.tracked, start, end) });
    }
  }

  #add(tracked: TrackedText, steps: readonly DisguiseName[], confidence: number): void {
    const { text } = tracked;
    const known = this.#readings.get(text);
    if (known !== undefined && known.confidence >= confidence) return;
    this.#readings.set(text, { text, steps: [...new Set(steps)], confidence: Math.max(0, confidence), tracked });
  }
}
