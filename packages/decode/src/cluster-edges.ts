/** Units that are cut at once: the segmenter copies its whole text at each step, so that long texts would be quadratic. */
const segmentAtOnce = 1024;

let segmenter: Intl.Segmenter | undefined;

/** Where grapheme clusters begin, and the end of the text. A cluster depends only on what it holds, so cutting at one is safe. */
export function clusterEdges(text: string): readonly number[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
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

/** The beginning of the cluster that a place is in. */
export function clusterStart(edges: readonly number[], place: number): number {
  const at = firstAtLeast(edges, place);
  return edges[at] === place ? place : (edges[at - 1] ?? 0);
}

/** The end of the cluster that a place is in, the place itself where one ends there. */
export function clusterEnd(edges: readonly number[], place: number): number {
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
