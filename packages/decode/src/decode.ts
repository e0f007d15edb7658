import type { Decoded, Disguise, DisguiseName } from './decoded.js';

import { fold, FoldBuffer, foldInto, signsOf } from './fold.js';
import { restoreCharacters, restoreSpelling } from './plain.js';
import { Search, start, type TrackedReading } from './readings.js';
import { tidied } from './tidied.js';
import { originalSpan, type TrackedText } from './tracked-text.js';
import { candidateTransforms, characterTransforms, payloadTransforms, spellingTransforms } from './transforms/index.js';

/** A decoding with the way back from every character of `plain` and of each reading, for the matcher. */
export interface TrackedDecoding {
  readonly text: string;
  readonly plain: TrackedText;
  readonly readings: readonly TrackedReading[];
  readonly disguises: readonly Disguise[];
}

/** Text that cannot be disguised in any way that is read here: letters, blanks and plain punctuation of ASCII. */
const plainAscii = /^[\n\r\t\x20-\x7e]*$/;

/** What a decoding may leave out. */
export interface DecodeOptions {
  /**
   * Kinds of further texts that are not looked for, such as `arabizi` and `dotless` for who looks for no Arabic word.
   * What belongs to `plain` is restored all the same.
   */
  readonly without?: readonly DisguiseName[];
}

/**
 * Decodes and keeps for every character the span of the original that it came from.
 * @example
 * const { plain } = decodeTracked('gr\u200bey');
 * originalSpan(plain, 0, 4); // { start: 0, end: 5 }
 */
export function decodeTracked(text: string, { without = [] }: DecodeOptions = {}): TrackedDecoding {
  return known(text, without) ?? remembered(text, signsOf(text).flags, without);
}

function known(text: string, without: readonly DisguiseName[]): TrackedDecoding | undefined {
  return recent.find((one) => one.decoding.text === text && isSame(one.without, without))?.decoding;
}

function isSame(some: readonly DisguiseName[], others: readonly DisguiseName[]): boolean {
  return some === others || (some.length === others.length && some.every((name) => others.includes(name)));
}

function remembered(text: string, flags: number, without: readonly DisguiseName[]): TrackedDecoding {
  const decoding = decodeAfresh(text, flags, without);
  if (text.length <= longestRemembered) recent = [{ decoding, without }, ...recent.slice(0, 1)];
  return decoding;
}

/** Whoever matches a text also shows what it says: title and text of the last Item need no second decoding. */
let recent: readonly { readonly decoding: TrackedDecoding; readonly without: readonly DisguiseName[] }[] = [];
/** Longer texts are not kept in memory for it, in UTF-16 units. */
const longestRemembered = 50_000;

/** Undisguised text: nothing but its composition may change. */
function undisguised(text: string): TrackedDecoding {
  return { text, plain: composed({ text }), readings: [], disguises: [] };
}

function decodeAfresh(text: string, flags: number, without: readonly DisguiseName[]): TrackedDecoding {
  if (!mayBeDisguised(flags, { without })) return undisguised(text);
  const characters = restoreCharacters({ text }, { flags });
  const search = new Search(without);
  search.look(start(characters));
  const spelled = restoreSpelling(characters, search.taken);
  // Spelling that was restored may have been what hid a payload, or the payload itself.
  if (spelled !== characters) search.look(start(spelled));
  const plain = composed(spelled.tracked);
  return {
    text,
    plain,
    readings: search.best(plain.text),
    disguises: tidied(text, [...spelled.disguises, ...search.disguises]),
  };
}

/** The flags that any transform asks for, by the names of what is left out. */
const askedWithout = new Map<string, number>();

/** Whether a text whose folding has these flags can be anything but what it looks like. */
export function mayBeDisguised(flags: number, { without = [] }: DecodeOptions = {}): boolean {
  const key = without.join(' ');
  let asked = askedWithout.get(key);
  if (asked === undefined) {
    const offered = candidateTransforms.filter(({ name }) => !without.includes(name));
    const all = [...characterTransforms, ...spellingTransforms, ...payloadTransforms, ...offered];
    asked = all.reduce((sum, transform) => sum | transform.flags, 0);
    askedWithout.set(key, asked);
  }
  return (flags & asked) !== 0;
}

const buffer = new FoldBuffer();

/**
 * What a text says once disguise is removed. Pure and total: any string gives an answer, the same one each time, in
 * time linear in its length.
 *
 * @example
 * decode('ｇｒｅｙ ｇａｔｅ').plain; // 'grey gate'
 */
export function decode(text: string): Decoded {
  foldInto(text, buffer);
  const key = buffer.toString();
  const { plain, readings, disguises } = known(text, []) ?? remembered(text, buffer.flags, []);
  return {
    text,
    plain: plain.text,
    fold: plain.text === text ? key : fold(plain.text),
    readings: readings.map(({ text: said, steps, confidence }) => ({ text: said, steps, confidence })),
    disguises,
  };
}

/** NFC, character by character with its marks, so that the way back is kept. */
function composed(tracked: TrackedText): TrackedText {
  if (plainAscii.test(tracked.text)) return tracked;
  const whole = tracked.text.normalize('NFC');
  if (whole === tracked.text) return tracked;
  return composeTracked(tracked, whole);
}

const cluster = /[^\p{M}\u1160-\u11ff][\p{M}\u1160-\u11ff]*|[\p{M}\u1160-\u11ff]+/gsu;

function composeTracked(tracked: TrackedText, whole: string): TrackedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const found of tracked.text.matchAll(cluster)) {
    const part = found[0];
    const normal = part.normalize('NFC');
    const at = found.index;
    const span = originalSpan(tracked, at, at + part.length);
    text += normal;
    for (let index = 0; index < normal.length; index += 1) {
      const same = normal === part;
      starts.push(same ? originalSpan(tracked, at + index, at + index + 1).start : span.start);
      ends.push(same ? originalSpan(tracked, at + index, at + index + 1).end : span.end);
    }
  }
  // Clusters compose alone: NFC never looks across a starter, except for the Hangul handled above.
  if (text !== whole) return { text: whole, starts: spread(starts, whole.length), ends: spread(ends, whole.length) };
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** A last resort that keeps offsets in range when composition crossed a cluster. */
function spread(offsets: readonly number[], length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, index) => offsets[Math.min(index, offsets.length - 1)] ?? 0);
}
