import {
  applyEdits,
  decodeTracked,
  disguiseNames,
  fold,
  originalSpan,
  type Disguise,
  type DisguiseName,
  type Edit,
  type TrackedText,
} from '@vedette/decode';
import { capitalCuts, findHashtags, type Hashtag } from './hashtags.js';
import type { Occurrences, Vocabulary } from './vocabulary.js';
import { emptyTokens, tokenise, tokenSpan, type Tokens } from './words.js';

export type FieldName = 'title' | 'text';

/** A span of the published field. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** One way to read one field: as published, plain, with hashtags cut, or a further reading. */
export interface Layer {
  readonly field: FieldName;
  readonly kind: 'published' | 'plain' | 'reading';
  /** The published field. */
  readonly original: string;
  readonly tracked: TrackedText;
  readonly tokens: Tokens;
  readonly occurrences: Occurrences;
  readonly hashtags: readonly Hashtag[];
  /** Where the hashtags are in the published field, sign included. */
  readonly tagPlaces: readonly Place[];
  /** Steps that every hit of this layer needed. */
  readonly steps: readonly DisguiseName[];
  readonly disguises: readonly Disguise[];
}

/** How many further readings are matched. */
const mostReadings = 5;

/** Disguises that folding alone sees through, so that a hit in the published text needed them. */
const folded: ReadonlySet<DisguiseName> = new Set(['invisible', 'bidi', 'combining', 'fullwidth', 'styled', 'tatweel']);

/** All layers of a field, the published text first. `scratch` is used for that first layer. */
export function layersOf(field: FieldName, text: string, vocabulary: Vocabulary, scratch: Tokens): readonly Layer[] {
  const { plain, readings, disguises } = decodeTracked(text);
  const layers: Layer[] = [];
  let tagPlaces: readonly Place[] = [];
  const add = (
    kind: Layer['kind'],
    tracked: TrackedText,
    steps: readonly DisguiseName[],
    tokens: Tokens,
    own = disguises,
    hashtags = kind === 'reading' ? [] : findHashtags(tracked.text),
  ): Layer => {
    tokenise(tracked.text, tokens);
    const layer: Layer = {
      field,
      kind,
      original: text,
      tracked,
      tokens,
      occurrences: vocabulary.find(tracked.text, tokens),
      hashtags,
      get tagPlaces() {
        return tagPlaces;
      },
      steps,
      disguises: own,
    };
    layers.push(layer);
    return layer;
  };
  let last = add('published', { text }, [], scratch);
  if (disguises.length > 0 && plain.text !== text) last = add('plain', plain, [], emptyTokens());
  const { tracked } = last;
  tagPlaces = last.hashtags.map(({ start, end }) => originalSpan(tracked, start, end));
  const cuts = capitalCuts(tracked.text, last.hashtags);
  if (cuts.length > 0) {
    const cut = applyEdits(tracked, cuts);
    add('plain', cut, [], emptyTokens(), disguises, wholeHashtags(cut, tagPlaces));
  }
  const undrawn = drawnOut.test(text) ? undrawnWords(text, vocabulary) : [];
  if (undrawn.length > 0) add('plain', applyEdits({ text }, undrawn), [], emptyTokens(), [...disguises, ...undrawn]);
  // Hashtags were cut above, where each keeps its own place.
  const others = readings.filter(({ steps }) => steps.length !== 1 || steps[0] !== 'joined');
  for (const reading of others.slice(0, mostReadings)) add('reading', reading.tracked, reading.steps, emptyTokens());
  return layers;
}

/** The hashtags that no cut went through: nobody tagged #Grey who wrote #GreyGate. */
function wholeHashtags(cut: TrackedText, tagPlaces: readonly Place[]): readonly Hashtag[] {
  const ends = new Set(tagPlaces.map(({ end }) => end));
  return findHashtags(cut.text).filter(({ start, end }) => ends.has(originalSpan(cut, start, end).end));
}

const drawnOut = /([A-Za-z\u00c0-\u024f\u0370-\u06ff])\1\1/;
const word = /\p{L}[\p{L}\p{M}]*/gu;

/** Words with letters three times or more that stand for a word of a rule. */
function undrawnWords(text: string, vocabulary: Vocabulary): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { 0: written, index } of text.matchAll(word)) {
    if (written.length > longestWord || !drawnOut.test(written)) continue;
    const replacement = vocabulary.undrawn(fold(written));
    if (replacement === undefined) continue;
    edits.push({ start: index, end: index + written.length, replacement, name: 'repeated' });
  }
  return edits;
}

/** A word longer than this is none, however it was drawn out. */
const longestWord = 200;

/** The place in the published field of tokens `first` to `last` of a layer. */
export function placeOf(layer: Layer, first: number, last: number): Place {
  const { text } = layer.tracked;
  const start = tokenSpan(text, layer.tokens, first).start;
  const { end } = tokenSpan(text, layer.tokens, last);
  const place = originalSpan(layer.tracked, start, end);
  return layer.kind === 'published' ? place : { start: place.start, end: withMarks(layer.original, place.end) };
}

const marks = /\p{M}*/uy;

/** Marks that were taken off the last letter still belong to its grapheme cluster. */
function withMarks(text: string, end: number): number {
  marks.lastIndex = end;
  marks.test(text);
  return Math.max(end, marks.lastIndex);
}

/** Whether a hit of `words` words at a place needed a hashtag to be read as its words. */
function cutsHashtag(layer: Layer, { start, end }: Place, words: number): boolean {
  return layer.tagPlaces.some((tag) => {
    if (tag.start >= end || tag.end <= start) return false;
    const within = start >= tag.start && end <= tag.end;
    return (start > tag.start + 1 && start < tag.end) || end < tag.end || (within && words > 1);
  });
}

/** The steps that a hit of `words` words at a place of the published field needed, in the order of the documentation. */
export function stepsOf(layer: Layer, place: Place, words: number): readonly DisguiseName[] {
  const { disguises, steps } = layer;
  const joined = layer.tagPlaces.length > 0 && cutsHashtag(layer, place, words);
  if (disguises.length === 0 && steps.length === 0) return joined ? ['joined'] : [];
  const { start, end } = place;
  const found = new Set(steps);
  if (joined) found.add('joined');
  for (const disguise of disguises) {
    if (disguise.start >= end || disguise.end <= start) continue;
    if (disguise.name === 'joined') continue;
    if (layer.kind !== 'published' || folded.has(disguise.name)) found.add(disguise.name);
  }
  return found.size < 2 ? [...found] : disguiseNames.filter((name) => found.has(name));
}
