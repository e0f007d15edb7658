import { byteParts } from '../../byte-escapes.js';
import { escapeStretches, isTelling, type EscapePart } from '../../escapes.js';
import type { PayloadReader } from '../../payload-reader.js';

/** Bytes, or the end of a line that goes on. */
const escape = /(?:=[0-9A-F]{2})+|(?<=[^\n=]{40})=[ \t]*\r?\n/gu;
/** Something between a question mark and here: a form in an address. */
const inAddress = /(?:[?&][\w.-]*|:\/\/\S*)$/u;

/** Quoted-printable, RFC 2045: bytes of UTF-8 or Windows-1252 behind an equals sign. */
export const quotedPrintableReader: PayloadReader = {
  name: 'percent',
  gate: /=(?:[0-9A-F]{2}|[ \t]*\r?\n)/,
  find: (text) => escapeStretches(text, parts(text), 6, isMail),
};

function* parts(text: string): Generator<EscapePart> {
  for (const { 0: found, index } of text.matchAll(escape)) {
    if (inAddress.test(text.slice(Math.max(0, index - 60), index))) continue;
    if (found.includes('\n')) yield { start: index, end: index + found.length, text: '' };
    else yield* byteParts(found, index, 3).parts;
  }
}

/** Letters beyond ASCII from bytes of UTF-8, or as often as it takes to be sure, or lines that go on. */
function isMail(text: string, parts: readonly EscapePart[]): boolean {
  if (!isTelling(text, parts)) return parts.filter((part) => part.text === '').length >= 2;
  const lone = parts.filter((part) => part.end - part.start === 3).length;
  return lone < parts.length || parts.length >= 2;
}
