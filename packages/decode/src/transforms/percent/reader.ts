import { byteParts, escapedBytes } from '../../byte-escapes.js';
import { escapeStretches, isTelling, type EscapePart } from '../../escapes.js';
import type { PayloadReader } from '../../payload-reader.js';

/** A stretch without blanks that has escapes in it. */
const token = /[^\s%]*(?:%[0-9A-Fa-f]{2}[^\s%]*)+/gu;
/** Bytes, or a plus sign: it stands for a blank in forms, where a plus sign itself is escaped. */
const escape = /(?:%[0-9A-Fa-f]{2})+|(?<=.)\+(?=.)/gu;
/** What makes a token an address, a path, a file name or a form, where escapes are ordinary. */
const address = /:\/\/|^www\.|^[([<"']*\/|^[\w.-]+\.[a-z]{2,}[/:?]|[=&]|\.[a-z0-9]{2,5}$/iu;
/** Letters and digits of ASCII, which nobody needs to escape. */
const needless = /%(?:3\d|[46][1-9a-f]|[57][0-9a])/giu;

/**
 * Bytes in percent form, RFC 3986, of UTF-8 or Windows-1252. In an address they are ordinary, unless they stand for
 * letters that need no escape.
 */
export const percentReader: PayloadReader = {
  name: 'percent',
  gate: /%[0-9A-Fa-f]{2}/,
  find: (text) => escapeStretches(text, parts(text), 6, isEncoded),
};

function* parts(text: string): Generator<EscapePart> {
  for (const { 0: found, index } of text.matchAll(token)) {
    if (address.test(found) && (found.match(needless)?.length ?? 0) < 3) continue;
    for (const match of found.matchAll(escape)) {
      const start = index + match.index;
      if (match[0] === '+') yield { start, end: start + 1, text: ' ' };
      else if (found.indexOf('%') !== found.lastIndexOf('%') || !isShare(text, start, match[0])) {
        yield* byteParts(escapedBytes(match[0], start, 3));
      }
    }
  }
}

/** A share in per cent before a word or number (5%25, 100%20): no escape. */
function isShare(text: string, start: number, run: string): boolean {
  return run.length === 3 && /\d/.test(text[start - 1] ?? '') && !/%[46-7][0-9a-f]/iu.test(run);
}

/**
 * Letters, escapes that were escaped again, or signs as often as only a whole text in another writing has them; blanks, where they
 * part rows of digits.
 */
function isEncoded(text: string, parts: readonly EscapePart[]): boolean {
  if (isTelling(text, parts) || parts.some(({ text: sign, end }) => sign === '%' && isCode(text, end))) return true;
  const signs = parts.filter(
    ({ text: sign, start, end }) =>
      /^[!-~]$/.test(sign) || (sign === ' ' && isDigit(text[start - 1]) && isDigit(text[end])),
  );
  return signs.length >= mostSigns;
}

/** Two hexadecimal digits: behind an escaped per-cent sign, an escape of its own. */
function isCode(text: string, at: number): boolean {
  return /^[0-9A-Fa-f]{2}/.test(text.slice(at, at + 2));
}

function isDigit(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '0' && unit <= '9';
}

/** Signs of ASCII that are escaped outside addresses, at least, in what is no ordinary text. */
const mostSigns = 6;
