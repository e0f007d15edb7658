import type { DisguiseName } from './decoded.js';

/**
 * A text whose every UTF-16 unit knows the span of the original that it came from. `starts` and `ends` are missing
 * while nothing has been changed: then each unit came from itself.
 */
export interface TrackedText {
  readonly text: string;
  readonly starts?: Uint32Array | undefined;
  readonly ends?: Uint32Array | undefined;
}

/** Puts `replacement` in the place of `[start, end)`, units of the tracked text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly name: DisguiseName;
}

/** The span of the original that `[start, end)` of the tracked text came from. */
export function originalSpan(tracked: TrackedText, start: number, end: number): { start: number; end: number } {
  if (tracked.starts === undefined || tracked.ends === undefined) return { start, end };
  if (start >= end) {
    const at = tracked.starts[start] ?? tracked.ends[start - 1] ?? 0;
    return { start: at, end: at };
  }
  let first = Number.MAX_SAFE_INTEGER;
  let last = 0;
  for (let index = start; index < end; index += 1) {
    first = Math.min(first, tracked.starts[index] ?? 0);
    last = Math.max(last, tracked.ends[index] ?? 0);
  }
  return { start: first, end: last };
}

/**
 * Applies edits that do not overlap, in any order. A replacement as long as what it replaces maps unit to unit, any
 * other maps each of its units to the whole replaced span.
 */
export function applyEdits(tracked: TrackedText, edits: readonly Edit[]): TrackedText {
  if (edits.length === 0) return tracked;
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  let length = tracked.text.length;
  for (const edit of sorted) length += edit.replacement.length - (edit.end - edit.start);
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  const parts: string[] = [];
  let from = 0;
  let to = 0;
  const keep = (end: number): void => {
    parts.push(tracked.text.slice(from, end));
    for (; from < end; from += 1, to += 1) {
      starts[to] = tracked.starts?.[from] ?? from;
      ends[to] = tracked.ends?.[from] ?? from + 1;
    }
  };
  for (const edit of sorted) {
    keep(edit.start);
    const { replacement } = edit;
    const aligned = replacement.length === edit.end - edit.start;
    const whole = aligned ? undefined : originalSpan(tracked, edit.start, edit.end);
    for (let index = 0; index < replacement.length; index += 1, to += 1) {
      const source = edit.start + index;
      starts[to] = whole?.start ?? tracked.starts?.[source] ?? source;
      ends[to] = whole?.end ?? tracked.ends?.[source] ?? source + 1;
    }
    parts.push(replacement);
    from = edit.end;
  }
  keep(tracked.text.length);
  return { text: parts.join(''), starts, ends };
}
