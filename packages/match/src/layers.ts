import {
  applyEdits,
  decodeTracked,
  disguiseNames,
  foldFlag,
  mayBeDisguised,
  originalSpan,
  type Disguise,
  type DisguiseName,
  type TrackedDecoding,
  type TrackedReading,
  type TrackedText,
} from '@vedette/decode';
import { capitalCuts, findHashtags, type Hashtag } from './hashtags.js';
import { isDrawnOut } from './drawn-out.js';
import { Occurrences } from './occurrences.js';
import { emptyTokens, tokenise, tokenSpan, tokenText, type Tokens } from './words.js';

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

/** How many further readings are matched, and how many more in Arabic letters of what was not written in them. */
const mostReadings = 5;

/** Steps that give nothing but Arabic words: who looks for none can do without. */
const toArabic: readonly DisguiseName[] = ['arabizi', 'dotless'];
const nothing: readonly DisguiseName[] = [];

/** Disguises that folding alone sees through, so that a hit in the published text needed them. */
const folded: ReadonlySet<DisguiseName> = new Set(['invisible', 'bidi', 'combining', 'fullwidth', 'styled', 'tatweel']);

/**
 * All layers of a field, the published text first.
 * @param tokens the words of the text, as `tokenise` cut them
 * @param arabic whether readings count that only give Arabic words
 */
export function layersOf(field: FieldName, text: string, tokens: Tokens, arabic = true): readonly Layer[] {
  const { flags } = tokens.buffer;
  const { plain, readings, disguises } = canBeDisguised(flags, arabic) ? decodedText(text, arabic) : undisguised(text);
  const layers: Layer[] = [];
  let tagPlaces: readonly Place[] = [];
  const add = (
    kind: Layer['kind'],
    tracked: TrackedText,
    steps: readonly DisguiseName[],
    more: Partial<Pick<Layer, 'tokens' | 'occurrences' | 'disguises' | 'hashtags'>> = {},
  ): Layer => {
    const words = more.tokens ?? tokenise(tracked.text, emptyTokens());
    const layer: Layer = {
      field,
      kind,
      original: text,
      tracked,
      tokens: words,
      occurrences: new Occurrences(tracked.text, words),
      hashtags: more.hashtags ?? (kind === 'reading' ? [] : findHashtags(tracked.text)),
      get tagPlaces() {
        return tagPlaces;
      },
      steps,
      disguises,
      ...more,
    };
    layers.push(layer);
    return layer;
  };
  let last = add('published', { text }, [], { tokens });
  if (disguises.length > 0 && plain.text !== text) last = add('plain', plain, []);
  const { tracked } = last;
  tagPlaces = last.hashtags.map(({ start, end }) => originalSpan(tracked, start, end));
  const cuts = capitalCuts(tracked.text, last.hashtags);
  if (cuts.length > 0) {
    const cut = applyEdits(tracked, cuts);
    add('plain', cut, [], { hashtags: wholeHashtags(cut, tagPlaces) });
  }
  if ((flags & foldFlag.repeated) !== 0) {
    const drawn = drawnOutWords(text, tokens);
    if (drawn.length > 0) {
      const occurrences = new Occurrences(text, tokens, true);
      const hashtags = layers[0]?.hashtags ?? [];
      add('plain', { text }, [], { tokens, occurrences, hashtags, disguises: [...disguises, ...drawn] });
    }
  }
  for (const reading of furtherReadings(readings, tagPlaces.length > 0)) {
    add('reading', reading.tracked, reading.steps);
  }
  return layers;
}

/** The readings that are matched: of a text with hashtags not its words cut apart, for that is done above. */
function furtherReadings(readings: readonly TrackedReading[], tagged: boolean): readonly TrackedReading[] {
  const cutHere = ({ steps }: TrackedReading): boolean => tagged && steps.length === 1 && steps[0] === 'joined';
  const room = { arabic: mostReadings, other: mostReadings };
  return readings.filter((reading) => {
    if (cutHere(reading)) return false;
    const kind = reading.steps.some((step) => toArabic.includes(step)) ? 'arabic' : 'other';
    room[kind] -= 1;
    return room[kind] >= 0;
  });
}

/** Whether decoding finds anything to match in a text beyond what it says as published. */
export function saysMore(text: string, tagged: boolean, arabic: boolean): boolean {
  const { readings, disguises } = decodedText(text, arabic);
  return disguises.length > 0 || furtherReadings(readings, tagged).length > 0;
}

/** What `decodeTracked` says of a text in which the fold noticed nothing, as far as layers need it. */
function undisguised(text: string): Pick<TrackedDecoding, 'plain' | 'readings' | 'disguises'> {
  return { plain: { text }, readings: [], disguises: [] };
}

/** Whether there may be more to read in a text than its hashtags, which are cut here: by the flags of its fold. */
export function canBeDisguised(flags: number, arabic: boolean): boolean {
  return mayBeDisguised(flags & ~foldFlag.hashtag, { without: arabic ? nothing : toArabic });
}

function decodedText(text: string, arabic: boolean): TrackedDecoding {
  return decodeTracked(text, { without: arabic ? nothing : toArabic });
}

/** The hashtags that no cut went through: nobody tagged #Grey who wrote #GreyGate. */
function wholeHashtags(cut: TrackedText, tagPlaces: readonly Place[]): readonly Hashtag[] {
  const ends = new Set(tagPlaces.map(({ end }) => end));
  return findHashtags(cut.text).filter(({ start, end }) => ends.has(originalSpan(cut, start, end).end));
}

/** The words with letters drawn out, any of which may stand for a word of a rule. */
function drawnOutWords(text: string, tokens: Tokens): readonly Disguise[] {
  const drawn: Disguise[] = [];
  for (const token of tokens.starts.keys()) {
    if (isDrawnOut(tokenText(tokens, token))) drawn.push({ name: 'repeated', ...tokenSpan(text, tokens, token) });
  }
  return drawn;
}

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
    // These belong to readings, which have them among their steps.
    if (disguise.name === 'joined' || toArabic.includes(disguise.name)) continue;
    if (layer.kind !== 'published' || folded.has(disguise.name)) found.add(disguise.name);
  }
  return found.size < 2 ? [...found] : disguiseNames.filter((name) => found.has(name));
}
