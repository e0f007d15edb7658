import { byteParts, type EscapedByte } from '../../byte-escapes.js';
import { escapeStretches, isTelling, type EscapePart } from '../../escapes.js';
import type { PayloadReader } from '../../payload-reader.js';

/** Bytes, also on both sides of the end of a line that goes on, or such an end. */
const escape = /(?:=[0-9A-F]{2}|=[ \t]*\r?\n)+/gu;
const sign = /=(?:([0-9A-F]{2})|[ \t]*\r?\n)/g;
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
    yield* partsOfRow(found, index);
  }
}

/** Bytes as characters; ends of lines belong to the character that they cut, or are nothing. */
function* partsOfRow(found: string, start: number): Generator<EscapePart> {
  const bytes: EscapedByte[] = [];
  const breaks: EscapePart[] = [];
  for (const { 0: one, 1: digits, index } of found.matchAll(sign)) {
    const place = { start: start + index, end: start + index + one.length };
    if (digits === undefined) breaks.push({ ...place, text: '' });
    else bytes.push({ ...place, byte: Number.parseInt(digits, 16) });
  }
  yield* withBreaks(byteParts(bytes), breaks);
}

/** Both in order, without the breaks that a character spans. */
function* withBreaks(characters: readonly EscapePart[], breaks: readonly EscapePart[]): Generator<EscapePart> {
  let next = 0;
  for (const character of characters) {
    for (; (breaks[next]?.start ?? Number.POSITIVE_INFINITY) < character.start; next += 1)
      yield* breaks.slice(next, next + 1);
    while ((breaks[next]?.start ?? Number.POSITIVE_INFINITY) < character.end) next += 1;
    yield character;
  }
  yield* breaks.slice(next);
}

/** Letters beyond ASCII from bytes of UTF-8, or as often as it takes to be sure, or lines that go on. */
function isMail(text: string, parts: readonly EscapePart[]): boolean {
  if (parts.some((part) => part.text === '' && isLongLine(text, part.start))) return true;
  // Nobody needs to escape one letter of ASCII: it is something else.
  const needed = parts.filter(
    ({ start, end, text: said }, at) => said > '\u007f' || parts[at - 1]?.end === start || parts[at + 1]?.start === end,
  );
  if (!isTelling(text, needed)) return false;
  const lone = parts.filter((part) => part.end - part.start === 3 && part.text > '\u007f');
  // A byte of Windows-1252 could be anything: it stands between small letters, and more than once.
  return lone.length === 0 || (lone.length >= 2 && lone.every(({ start, end }) => isInWord(text, start, end)));
}

/** Whether the line that goes on is as long as a mail program makes it: RFC 2045 allows 76 signs. */
function isLongLine(text: string, end: number): boolean {
  const length = end - (text.lastIndexOf('\n', end - 1) + 1);
  return length >= 60 && length <= 80;
}

function isInWord(text: string, start: number, end: number): boolean {
  return !/[A-Z0-9]/.test(text[start - 1] ?? '') && !/[A-Z0-9]/.test(text[end] ?? '');
}
