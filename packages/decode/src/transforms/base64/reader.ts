import { runHas } from '../../code-runs.js';
import { digitRows, shortestLine, unpackDigits, type DigitRowKind } from '../../digit-rows.js';
import { longestPayload, textsOf, type FoundPayload, type PayloadReader } from '../../payload-reader.js';
import { textCost } from '../../text-cost.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Signs that an address must escape may be escaped. */
const rowKind: DigitRowKind = {
  token: /^(?:[A-Za-z0-9+/_-]|%2[BF]){6,}(?:=|%3D){0,2}$/i,
  shortest: 6,
  escaped: true,
  mayTell: (length, has) =>
    length >= shortestLine ||
    (has & (runHas.lower | runHas.upper)) === (runHas.lower | runHas.upper) ||
    ((has & runHas.digit) !== 0 && (has & (runHas.lower | runHas.upper)) !== 0),
};

/** A capital behind a small letter, or a letter beside a digit. */
const mixed = /[a-z][A-Z]|[A-Za-z][0-9]|[0-9][A-Za-z]/;

/** Base64 and its URL form, RFC 4648, with or without padding, also in lines (RFC 2045). */
export const base64Reader: PayloadReader = {
  name: 'base64',
  gate: mixed,
  find: (text) => rows(text),
};

function* rows(text: string): Generator<FoundPayload> {
  for (const { start, end, digits, padding } of digitRows(text, rowKind, longestPayload)) {
    if (digits.length % 4 === 1 || (padding > 0 && (digits.length + padding) % 4 !== 0)) continue;
    // Ordinary words are made of these digits too, and say nothing.
    if (!mixed.test(digits)) continue;
    const bytes = unpackDigits(digits.replaceAll('-', '+').replaceAll('_', '/'), alphabet, 6);
    const said = bytes === undefined ? [] : textsOf(bytes);
    if (said.length > 0) yield { start, end, said, bits: bitsOf(digits, padding), doubt: 10 };
  }
}

function bitsOf(digits: string, padding: number): number {
  const chance = digits.length * 6 + padding * 3;
  return digits.length > 40 ? chance : Math.min(chance, textCost(digits, true).bits + padding * 6);
}
