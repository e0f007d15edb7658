import { clusterEdges, clusterEnd, clusterStart } from './cluster-edges.js';
import type { Disguise } from './decoded.js';

const invisibleOnly = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;

/**
 * Whether a cluster ends and another one begins at a place, told by its two neighbours: Latin and Arabic letters and
 * all of Latin-1, but for the two characters of a line end. Anything else is left to the segmenter.
 */
function isEdge(text: string, place: number): boolean {
  if (place === 0 || place === text.length) return true;
  const before = text.charCodeAt(place - 1);
  const after = text.charCodeAt(place);
  return isAlone(before) && isAlone(after) && !(before === 0x0d && after === 0x0a);
}

/** No marks, joiners, surrogates, no halves of a syllable. */
function isAlone(unit: number): boolean {
  return unit < 0x300 || (unit >= 0x620 && unit <= 0x64a);
}

/** Whole grapheme clusters, neighbours of one name joined, in order. */
export function tidied(text: string, found: readonly Disguise[]): readonly Disguise[] {
  if (found.length === 0) return found;
  const clear = found.every(({ start, end }) => isEdge(text, start) && isEdge(text, end));
  const edges = clear ? undefined : clusterEdges(text);
  const whole = found.map(({ name, start, end }): Disguise => {
    if (edges === undefined || start === end || invisibleOnly.test(text.slice(start, end))) return { name, start, end };
    return { name, start: clusterStart(edges, start), end: clusterEnd(edges, end) };
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
