import type { DisguiseName } from '@vedette/decode';
import { characterClass } from './character-class.js';
import { placeOf, stepsOf, type Layer } from './layers.js';
import type { HashtagPlan, NearPlan, PlacePlan, TermPlan } from './plan.js';
import type { MatchSpan } from './shapes.js';

/** A place in one layer where something of a query stands, as token numbers, with the spans it gives. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly parts: readonly MatchSpan[];
}

/** So many places of one term in one text are told; no person looks at more, and no text makes them fill the memory. */
const mostHits = 20_000;
/** Nested NEAR keeps at most this many pairs of one layer, so that no text makes them explode. */
const mostPairs = 20_000;

/** Every place of a term, hashtag or NEAR in one layer, by first token. */
export function hitsOf(plan: PlacePlan, layer: Layer): readonly Hit[] {
  switch (plan.type) {
    case 'term':
      return termHits(plan, layer);
    case 'hashtag':
      return hashtagHits(plan, layer);
    case 'near':
      return nearPairs(plan, layer);
    case 'any-place':
      return plan.items.flatMap((item) => hitsOf(item, layer)).sort((a, b) => a.first - b.first || a.last - b.last);
  }
}

/** The spans of every place that takes part in a NEAR. */
export function nearSpans(plan: NearPlan, layer: Layer): readonly MatchSpan[] {
  const left = hitsOf(plan.left, layer);
  const right = hitsOf(plan.right, layer);
  if (left.length === 0 || right.length === 0) return [];
  const spans: MatchSpan[] = [];
  const collect = (before: readonly Hit[], after: readonly Hit[]): void => {
    let covered = 0;
    for (const hit of byLast(before)) {
      const from = firstAfter(after, hit.last);
      let to = Math.max(from, covered);
      while (to < after.length && wordsBetween(layer, hit.last, after[to]?.first ?? 0) <= plan.distance) to += 1;
      if (to > from) spans.push(...hit.parts);
      // Hits come by their last token, so what one covers begins no earlier than what the one before did.
      for (let index = Math.max(from, covered); index < to; index += 1) spans.push(...(after[index]?.parts ?? []));
      covered = Math.max(covered, to);
    }
  };
  collect(left, right);
  if (!plan.ordered) collect(right, left);
  return spans;
}

function byLast(hits: readonly Hit[]): readonly Hit[] {
  return hits.toSorted((a, b) => a.last - b.last);
}

function nearPairs(plan: NearPlan, layer: Layer): readonly Hit[] {
  const left = hitsOf(plan.left, layer);
  const right = hitsOf(plan.right, layer);
  const pairs: Hit[] = [];
  const collect = (before: readonly Hit[], after: readonly Hit[]): void => {
    for (const hit of before) {
      for (let index = firstAfter(after, hit.last); index < after.length; index += 1) {
        const other = after[index];
        if (other === undefined || pairs.length >= mostPairs) return;
        if (wordsBetween(layer, hit.last, other.first) > plan.distance) break;
        pairs.push({
          first: Math.min(hit.first, other.first),
          last: Math.max(hit.last, other.last),
          parts: [...hit.parts, ...other.parts],
        });
      }
    }
  };
  collect(left, right);
  if (!plan.ordered) collect(right, left);
  return pairs.sort((a, b) => a.first - b.first || a.last - b.last);
}

/** The position of the first hit that begins after a token. */
function firstAfter(hits: readonly Hit[], token: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.first ?? 0) > token) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many words stand between two tokens; emoji are none. */
function wordsBetween(layer: Layer, left: number, right: number): number {
  const { ordinals, kinds } = layer.tokens;
  const own = kinds[left] === characterClass.emoji ? 0 : 1;
  return (ordinals[right] ?? 0) - (ordinals[left] ?? 0) - own;
}

function termHits(plan: TermPlan, layer: Layer): readonly Hit[] {
  const { term, glued } = plan;
  const [word] = term.words;
  if (word === undefined) return [];
  if (term.where === 'title' && layer.field !== 'title') return [];
  if (term.comparison === 'raw' && layer.kind !== 'published') return [];
  const hits: Hit[] = [];
  const firsts = layer.occurrences.of(word, term.comparison);
  const rest =
    firsts.length === 0 ? [] : term.words.slice(1).map((other) => layer.occurrences.marked(other, term.comparison));
  for (const token of firsts) {
    if (hits.length >= mostHits) break;
    const last = rest.length === 0 ? token : followed(plan, layer, token, rest);
    if (last >= 0) hits.push(termHit(plan, layer, token, last));
  }
  if (glued === undefined) return hits;
  let more = false;
  for (const tag of layer.hashtags) {
    if (tag.parts || tag.glued !== glued) continue;
    const token = tokenAt(layer, tag.start + 1);
    if (token < 0) continue;
    hits.push(termHit(plan, layer, token, token));
    more = true;
  }
  return more ? hits.sort((a, b) => a.first - b.first) : hits;
}

/**
 * The last token of a term whose first word stands at `token`, or -1.
 * @param rest where each further word of the term stands
 */
function followed({ term }: TermPlan, layer: Layer, token: number, rest: readonly Uint8Array[]): number {
  const { kinds, glued } = layer.tokens;
  let at = token;
  for (let index = 0; index < rest.length; index += 1) {
    const wanted = term.words[index + 1];
    const stands = rest[index];
    if (wanted === undefined || stands === undefined) return -1;
    let next = at + 1;
    if (wanted.kind !== 'emoji') while (kinds[next] === characterClass.emoji) next += 1;
    if (wanted.glued && (next !== at + 1 || glued[next] !== 1)) return -1;
    if (wanted.kind === 'emoji') while (kinds[next] === characterClass.emoji && stands[next] !== 1) next += 1;
    if (stands[next] !== 1) return -1;
    at = next;
  }
  return at;
}

function termHit({ term }: TermPlan, layer: Layer, first: number, last: number): Hit {
  const place = placeOf(layer, first, last);
  const count = term.words.filter(({ glued }) => !glued).length;
  const via: readonly DisguiseName[] = term.comparison === 'raw' ? [] : stepsOf(layer, place, count);
  return { first, last, parts: [{ ...place, field: layer.field, term: term.text, via }] };
}

function hashtagHits({ tag }: HashtagPlan, layer: Layer): readonly Hit[] {
  if (tag.where === 'title' && layer.field !== 'title') return [];
  const hits: Hit[] = [];
  for (const found of layer.hashtags) {
    if (found.tag !== tag.tag) continue;
    const token = tokenAt(layer, found.start + 1);
    if (token < 0) continue;
    let last = token;
    while (last + 1 < layer.tokens.starts.length && offsetOf(layer, last + 1) < found.end) last += 1;
    const body = placeOf(layer, token, last);
    const sign = placeOf(layer, token, token).start;
    const start = layer.tagPlaces.find((place) => place.start < sign && place.end >= body.end)?.start ?? body.start;
    const via = stepsOf(layer, { start, end: body.end }, 1);
    hits.push({ first: token, last, parts: [{ start, end: body.end, field: layer.field, term: tag.text, via }] });
  }
  return hits;
}

function offsetOf(layer: Layer, token: number): number {
  return layer.tokens.buffer.from[layer.tokens.starts[token] ?? 0] ?? 0;
}

/** The token that begins at or after a unit of the layer's text; -1 without one. */
function tokenAt(layer: Layer, offset: number): number {
  let low = 0;
  let high = layer.tokens.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(layer, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low < layer.tokens.starts.length ? low : -1;
}
