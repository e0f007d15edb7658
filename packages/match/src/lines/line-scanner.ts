import { numberEnd, wordEnd } from './json-number.js';
import { stringEnd, UnitString } from './json-string.js';

const newline = 0x0a;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Deeper lines are left to `JSON.parse`. */
const deepest = 60;

/** What the scanner waits for. */
const first = { key: 0, element: 1 } as const;
const next = { key: 2, value: 3, end: 4 } as const;

/**
 * Finds the text of a JSON line without parsing it: walks the bytes, checks that they are one JSON object as `JSON.parse`
 * would have it, and decodes only the string at the text path and the `title`. Whatever is unusual (a mistake, a key of
 * the path twice or written with escapes, an array or a number on the path, deep nesting) is not decided here: `scan`
 * says so and the line is parsed. So a line is cleared or found exactly as if it had been parsed; a property test
 * compares the two over hostile lines.
 *
 * The speed comes from reading each byte once, in one function over locals, and from making no object, string or slice.
 *
 * @example
 * const scanner = new LineScanner('commit.record.text');
 * scanner.scan(bytes, 0); // where the line ends; scanner.text holds the UTF-16 units
 */
export class LineScanner {
  /** The string at the text path, if `hasText`. */
  readonly text = new UnitString();
  /** The top-level `title`, if `hasTitle`. */
  readonly title = new UnitString();
  hasText = false;
  hasTitle = false;
  /** Whether the line has a top-level `nativeId` and so may be an Item, of which more is asked than JSON. */
  mayBeItem = false;
  readonly #path: readonly Uint8Array[];
  readonly #isObject = new Uint8Array(deepest + 2);
  readonly #seen = new Uint8Array(deepest + 2);

  /** @param path keys joined by dots */
  constructor(path: string) {
    this.#path = path.split('.').map((key) => new TextEncoder().encode(key));
  }

  /**
   * Scans the line that begins at `at` and ends with a line feed, which must be there. The line must be valid UTF-8.
   * @returns where the line feed is, or -1 for a line that has to be parsed
   */
  scan(bytes: Uint8Array, at: number): number {
    this.hasText = false;
    this.hasTitle = false;
    this.mayBeItem = false;
    const isObject = this.#isObject;
    const seen = this.#seen;
    const path = this.#path;
    const longest = path.length;
    at = blankEnd(bytes, at);
    if (bytes[at] !== openBrace) return -1;
    at += 1;
    let depth = 1;
    /** Up to which depth the objects that are open lie on the path. */
    let onPath = 1;
    /** How deep the value that is waited for would lie on the path; 0 for off the path. */
    let leadsTo = 0;
    let state: number = first.key;
    isObject[1] = 1;
    seen[1] = 0;
    for (;;) {
      let byte = bytes[at] ?? 0;
      while (byte === 0x20 || byte === 0x09 || byte === 0x0d) {
        at += 1;
        byte = bytes[at] ?? 0;
      }
      if (state === next.end) {
        if (byte === comma) {
          at += 1;
          leadsTo = 0;
          state = isObject[depth] === 1 ? next.key : next.value;
          continue;
        }
        if (byte !== (isObject[depth] === 1 ? closeBrace : closeBracket)) return -1;
        at += 1;
        if (onPath === depth) onPath -= 1;
        depth -= 1;
        if (depth > 0) continue;
        at = blankEnd(bytes, at);
        return bytes[at] === newline ? at : -1;
      }
      if (state === first.key || state === first.element) {
        if (byte === (state === first.key ? closeBrace : closeBracket)) {
          state = next.end;
          continue;
        }
        state = state === first.key ? next.key : next.value;
      }
      if (state === next.key) {
        if (byte !== quote) return -1;
        const start = at + 1;
        at = stringEnd(bytes, start);
        if (at < 0) return -1;
        const watched = onPath === depth;
        const length = at - 1 - start;
        if (watched && hasEscape(bytes, start, at - 1)) return -1;
        leadsTo = 0;
        if (watched && depth <= longest && equals(bytes, start, length, path[depth - 1])) {
          if (seen[depth] === 1) return -1;
          seen[depth] = 1;
          leadsTo = depth;
        }
        at = blankEnd(bytes, at);
        if (bytes[at] !== colon) return -1;
        at += 1;
        if (depth === 1) {
          if (length === 5 && equals(bytes, start, length, titleKey) && leadsTo === 0) {
            at = blankEnd(bytes, at);
            if (this.hasTitle || bytes[at] !== quote) return -1;
            at = this.title.read(bytes, at + 1);
            if (at < 0) return -1;
            this.hasTitle = true;
            state = next.end;
            continue;
          }
          if (length === 8 && equals(bytes, start, length, nativeIdKey)) this.mayBeItem = true;
        }
        state = next.value;
        continue;
      }
      // A value.
      if (byte === quote) {
        if (leadsTo === longest) {
          at = this.text.read(bytes, at + 1);
          this.hasText = true;
        } else {
          at = stringEnd(bytes, at + 1);
        }
        if (at < 0) return -1;
        state = next.end;
      } else if (byte === openBrace || byte === openBracket) {
        if (depth === deepest) return -1;
        const object = byte === openBrace;
        if (leadsTo > 0) {
          // An array on the path may be asked for by number; an object in the text's place is a mistake to be told.
          if (!object || leadsTo === longest) return -1;
          onPath = depth + 1;
        }
        depth += 1;
        at += 1;
        isObject[depth] = object ? 1 : 0;
        seen[depth] = 0;
        leadsTo = 0;
        state = object ? first.key : first.element;
      } else {
        if (leadsTo === longest) return -1;
        at = (byte >= 0x30 && byte <= 0x39) || byte === 0x2d ? numberEnd(bytes, at) : wordEnd(bytes, at);
        if (at < 0) return -1;
        state = next.end;
      }
    }
  }
}

const titleKey = new TextEncoder().encode('title');
const nativeIdKey = new TextEncoder().encode('nativeId');

function blankEnd(bytes: Uint8Array, at: number): number {
  let byte = bytes[at] ?? 0;
  while (byte === 0x20 || byte === 0x09 || byte === 0x0d) {
    at += 1;
    byte = bytes[at] ?? 0;
  }
  return at;
}

function hasEscape(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === 0x5c) return true;
  return false;
}

function equals(bytes: Uint8Array, start: number, length: number, key: Uint8Array | undefined): boolean {
  if (key === undefined || key.length !== length) return false;
  for (let index = 0; index < length; index += 1) if (bytes[start + index] !== key[index]) return false;
  return true;
}
