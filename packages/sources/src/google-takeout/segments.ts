import { isJsonObject, type JsonObject } from '../input/json-object.js';

/** A part of a comment's text; parts together are the text. */
interface Segment {
  readonly text: string;
  readonly link?: string;
}

/** The text of a cell, and the addresses that its parts link to. */
export interface SegmentText {
  readonly text: string;
  readonly links: readonly string[];
}

/** Whether a cell looks like the JSON that texts are written in since 2023. */
export function looksLikeSegments(cell: string): boolean {
  return /^\s*\{\s*"(?:takeoutSegments|text)"\s*:/u.test(cell);
}

/**
 * The text of a comment as Takeout writes it: `{"takeoutSegments":[{"text":"…"}]}`, since June 2024
 * `{"text":"…"},{"text":"…"}` without anything around; before, the plain text. The parts are joined as they stand.
 * @example segmentText('{"text":"the ferry"},{"text":" is back"}').text // 'the ferry is back'
 */
export function segmentText(cell: string): SegmentText {
  if (!looksLikeSegments(cell)) return { text: cell, links: [] };
  for (const json of [`[${cell}]`, cell]) {
    const segments = segmentsIn(json);
    if (segments !== undefined) {
      return {
        text: segments.map((segment) => segment.text).join(''),
        links: segments.flatMap((segment) => segment.link ?? []),
      };
    }
  }
  return { text: cell, links: [] };
}

function segmentsIn(json: string): readonly Segment[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined; // somebody's plain text that begins like JSON
  }
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  // the older form is one object with its parts inside
  const inner = parts.length === 1 && isJsonObject(parts[0]) ? parts[0]['takeoutSegments'] : undefined;
  const segments: readonly unknown[] = Array.isArray(inner) ? inner : parts;
  return segments.every(isJsonObject) ? segments.map(segmentOf) : undefined;
}

/** A part that does not fit is as if it were not there. */
function segmentOf(part: JsonObject): Segment {
  const { text, link } = part;
  const linkUrl = isJsonObject(link) ? link['linkUrl'] : undefined;
  return {
    text: typeof text === 'string' ? text : '',
    ...(typeof linkUrl === 'string' ? { link: linkUrl } : {}),
  };
}
