import type { Disguise } from './decoded.js';
import { runStage, type Progress, type Stage } from './stage.js';
import { bidi } from './stages/bidi.js';
import { combining } from './stages/combining.js';
import { defanged } from './stages/defanged.js';
import { fullwidth } from './stages/fullwidth.js';
import { homoglyph } from './stages/homoglyph.js';
import { invisible } from './stages/invisible.js';
import { leet } from './stages/leet.js';
import { repeated } from './stages/repeated.js';
import { spaced } from './stages/spaced.js';
import { styled } from './stages/styled.js';
import { tatweel } from './stages/tatweel.js';
import { upsideDown } from './stages/upside-down.js';
import type { TrackedText } from './tracked-text.js';

/** Characters first, then letters, then spelling: each stage sees what the ones before made readable. */
const characterStages: readonly Stage[] = [
  invisible,
  bidi,
  combining,
  upsideDown,
  fullwidth,
  styled,
  homoglyph,
  tatweel,
];
const spellingStages: readonly Stage[] = [defanged, spaced, leet, repeated];

const beyondAscii = /[^\0-\x7f]/;
const invisibleOnly = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;

/** The plain form of a text and what was in the way, in order. */
export function plainOf(text: string): { plain: TrackedText; disguises: readonly Disguise[] } {
  let progress: Progress = { tracked: { text }, disguises: [] };
  if (beyondAscii.test(text)) for (const stage of characterStages) progress = runStage(progress, stage);
  for (const stage of spellingStages) progress = runStage(progress, stage);
  if (progress.disguises.length === 0) return { plain: progress.tracked, disguises: [] };
  return { plain: progress.tracked, disguises: tidied(text, progress.disguises) };
}

/** Whole grapheme clusters, neighbours of one name joined, in order. */
export function tidied(text: string, found: readonly Disguise[]): readonly Disguise[] {
  const edges = clusterEdges(text);
  const whole = found.map(({ name, start, end }): Disguise => {
    if (start === end || invisibleOnly.test(text.slice(start, end))) return { name, start, end };
    return { name, start: floor(edges, start), end: ceiling(edges, end) };
  });
  const sorted = whole
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.name < b.name ? -1 : 1));
  const joined: Disguise[] = [];
  for (const one of sorted) {
    // Disguises of other names may stand between two neighbours of one name, but only a few at one place.
    let at = joined.length - 1;
    const lowest = Math.max(0, joined.length - 6);
    while (at >= lowest && !(joined[at]?.name === one.name && (joined[at]?.end ?? 0) >= one.start)) at -= 1;
    const last = at >= lowest ? joined[at] : undefined;
    if (last === undefined) joined.push(one);
    else joined[at] = { ...last, end: Math.max(last.end, one.end) };
  }
  return joined;
}

/** Units that are cut at once: the segmenter copies its whole text at each step, so that long texts would be quadratic. */
const segmentAtOnce = 1024;

/** Where grapheme clusters begin, and the end of the text. A cluster depends only on what it holds, so cutting at one is safe. */
function clusterEdges(text: string): readonly number[] {
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const edges: number[] = [];
  let from = 0;
  let size = segmentAtOnce;
  while (from < text.length) {
    const part = text.slice(from, from + size);
    const starts = Array.from(segmenter.segment(part), ({ index }) => index);
    const whole = from + size >= text.length;
    // The last cluster may go on behind the cut: it is looked at again, with twice as much text if it fills the part.
    const next = whole ? part.length : (starts.pop() ?? 0);
    for (const start of starts) edges.push(from + start);
    size = next === 0 ? size * 2 : segmentAtOnce;
    from += next;
  }
  edges.push(text.length);
  return edges;
}

function floor(edges: readonly number[], place: number): number {
  const at = firstAtLeast(edges, place);
  return edges[at] === place ? place : (edges[at - 1] ?? 0);
}

function ceiling(edges: readonly number[], place: number): number {
  return edges[firstAtLeast(edges, place)] ?? place;
}

function firstAtLeast(edges: readonly number[], place: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
