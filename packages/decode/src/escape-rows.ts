import type { DisguiseName } from './decoded.js';
import type { Payload } from './payload.js';

/** Rows of at least `least` escapes, with ordinary characters between them, that together say something. */
export function escapeRows(
  name: DisguiseName,
  stretch: RegExp,
  least: number,
  escape: RegExp,
  decoded: (stretch: string) => string | undefined,
): (text: string) => readonly Payload[] {
  return (text) => {
    const payloads: Payload[] = [];
    for (const match of text.matchAll(stretch)) {
      if ((match[0].match(escape)?.length ?? 0) < least) continue;
      const said = decoded(match[0]);
      if (said !== undefined && said !== match[0]) {
        payloads.push({ name, start: match.index, end: match.index + match[0].length, text: said });
      }
    }
    return payloads;
  };
}

/** The character of a code point, `undefined` where there is none. */
export function fromPoint(point: number): string | undefined {
  return point > 0x10ffff || Number.isNaN(point) ? undefined : String.fromCodePoint(point);
}
