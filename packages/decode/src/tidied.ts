import { clusterEdges, clusterEnd, clusterStart } from './cluster-edges.js';
import type { Disguise } from './decoded.js';

const invisibleOnly = /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u;

/** No marks, joiners or surrogates, no line end of two characters: the segmenter would find a cluster in each unit. */
// oxlint-disable-next-line no-control-regex -- all of Latin-1 and its extensions is meant
const everyUnitIsACluster = /^(?:[\0-\u02ff](?<!\r\n))*$/;

/** Whole grapheme clusters, neighbours of one name joined, in order. */
export function tidied(text: string, found: readonly Disguise[]): readonly Disguise[] {
  if (found.length === 0) return found;
  const edges = everyUnitIsACluster.test(text) ? undefined : clusterEdges(text);
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
