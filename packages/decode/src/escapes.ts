import type { FoundPayload } from './payload-reader.js';

/** One escape, or a row of them that only together say something (bytes of UTF-8). */
export interface EscapePart {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A code point as text; `undefined` where there is none. */
export function fromPoint(point: number): string | undefined {
  return Number.isNaN(point) || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)
    ? undefined
    : String.fromCodePoint(point);
}

/** The text of `[start, end)` with its escapes decoded. */
export function withParts(text: string, start: number, end: number, parts: readonly EscapePart[]): string {
  const said: string[] = [];
  let at = start;
  for (const part of parts) {
    said.push(text.slice(at, part.start), part.text);
    at = part.end;
  }
  said.push(text.slice(at, end));
  return said.join('');
}

const letter = /[\p{L}\p{M}]/u;
/** As many signs between two escapes as still belong to one stretch. */
const widestGap = 120;
/** Escapes of one stretch, at most: a longer one is cut, so that each is judged by itself. */
const mostParts = 4000;

/**
 * Stretches of escapes with what stands between them, each if it says what only an escape hides: letters in a row of
 * escapes, or one letter in the middle of a word. A single sign in its technical form (`&amp;`, `&#39;`, `%20` at the
 * end of a number, `\u00a0`) is ordinary.
 */
export function* escapeStretches(
  text: string,
  parts: Iterable<EscapePart>,
  weight: number,
  telling = isTelling,
): Generator<FoundPayload> {
  let row: EscapePart[] = [];
  for (const part of parts) {
    const last = row.at(-1);
    if (
      last !== undefined &&
      (part.start - last.end > widestGap || row.length >= mostParts || endsBetween(text, last, part))
    ) {
      yield* stretch(text, row, weight, telling);
      row = [];
    }
    row.push(part);
  }
  yield* stretch(text, row, weight, telling);
}

/** Escapes of two paragraphs are no stretch. */
function endsBetween(text: string, last: EscapePart, part: EscapePart): boolean {
  return part.start > last.end && text.slice(last.end, part.start).includes('\n\n');
}

function* stretch(
  text: string,
  parts: readonly EscapePart[],
  weight: number,
  telling: typeof isTelling,
): Generator<FoundPayload> {
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined || !telling(text, parts)) return;
  const start = wordStart(text, first.start);
  const end = wordEnd(text, last.end);
  const said = withParts(text, start, end, parts);
  yield { start, end, said: [said], bits: (end - start) * weight, doubt: 0, parts };
}

/** Letters, and printed signs of any kind, that nobody escapes so many of in a row without need. */
const rowOfLetters = 3;
const rowOfSigns = 6;

/**
 * Whether letters or many signs in a row are escaped, or a letter inside or at the edge of a word, or the blank between
 * words.
 */
export function isTelling(text: string, parts: readonly EscapePart[]): boolean {
  let letters = 0;
  let signs = 0;
  let end = -1;
  for (const part of parts) {
    if (part.start !== end) {
      letters = 0;
      signs = 0;
    }
    end = part.end;
    signs += /^[!-~]$/.test(part.text) ? 1 : 0;
    const own = part.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    letters = own === 0 ? 0 : letters + own;
    if (letters >= rowOfLetters || signs >= rowOfSigns) return true;
    const left = letter.test(text[part.start - 1] ?? '');
    const right = letter.test(text[part.end] ?? '');
    if (letter.test(part.text) ? left || right : part.text === ' ' && left && right) return true;
  }
  return false;
}

const wordSign = /[\p{L}\p{M}\p{N}'’-]/u;
/** Signs of a word before and behind an escape that are looked at. */
const longestWord = 40;

function wordStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < longestWord && wordSign.test(text[start - 1] ?? '')) start -= 1;
  return start;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < longestWord && wordSign.test(text[end] ?? '')) end += 1;
  return end;
}
