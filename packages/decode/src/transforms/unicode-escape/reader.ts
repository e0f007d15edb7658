import { byteParts, escapedBytes } from '../../byte-escapes.js';
import { escapeStretches, fromPoint, isTelling, type EscapePart } from '../../escapes.js';
import type { PayloadReader } from '../../payload-reader.js';

/** A row of bytes, a pair of surrogates, or one code point. */
const escape =
  /(?:\\x[0-9A-Fa-f]{2})+|(?:\\|%)u[dD][89abAB][0-9A-Fa-f]{2}(?:\\|%)u[dD][c-fC-F][0-9A-Fa-f]{2}|\\u\{([0-9A-Fa-f]{1,6})\}|(?:\\|%)u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|U\+([0-9A-Fa-f]{4,6})(?![0-9A-Fa-f])(?:,? (?=U\+))?|\\(0?[0-3][0-7]{2}|[4-7][0-7])(?![0-9])/g;

/** `\u0067`, `\u{67}`, `\x67`, `\U00000067`, `\147`, `%u0067` and `U+0067`. */
export const unicodeEscapeReader: PayloadReader = {
  name: 'unicode-escape',
  gate: /[\\%]u|\\[xU0-7]|U\+/,
  find: (text) => escapeStretches(text, parts(text), 6, isSpelled),
};

function* parts(text: string): Generator<EscapePart> {
  for (const { 0: found, index, 1: braced, 2: four, 3: eight, 4: plus, 5: octal } of text.matchAll(escape)) {
    const end = index + found.length;
    if (found.startsWith('\\x')) {
      yield* byteParts(escapedBytes(found, index, 4));
    } else if (octal !== undefined) {
      yield { start: index, end, text: String.fromCharCode(Number.parseInt(octal, 8)) };
    } else {
      const digits = braced ?? four ?? eight ?? plus;
      const said = digits === undefined ? pair(found) : fromPoint(Number.parseInt(digits, 16));
      if (said !== undefined) yield { start: index, end, text: said };
    }
  }
}

function pair(found: string): string {
  return String.fromCharCode(Number.parseInt(found.slice(2, 6), 16), Number.parseInt(found.slice(8, 12), 16));
}

/** Source code and data, where escapes in quotes are ordinary. */
const code = /=>|["'`]\s*[:,;)]|[{};]\s*$|\b(?:const|let|var|function|return|import|def|printf?|echo|console)\b/u;

/** Code points by their names are ordinary one by one; a row of them is a word. */
function isSpelled(text: string, parts: readonly EscapePart[]): boolean {
  if (/["'`]/u.test(text) && code.test(text)) return false;
  if (parts.every((part) => text.startsWith('U+', part.start))) return parts.length >= 3 && isTelling(text, parts);
  return isTelling(text, parts);
}
