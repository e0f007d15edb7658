import { segmentsSchema, type Segment } from './schema.js';

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
        text: segments.map((segment) => segment.text ?? '').join(''),
        links: segments.flatMap((segment) => segment.link?.linkUrl ?? []),
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
  // the older form is one object with its parts inside: in brackets it is a list of one
  const inner: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const older = segmentsSchema.safeParse(inner);
  if (older.success && !Array.isArray(inner)) return older.data;
  const parsed = segmentsSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
