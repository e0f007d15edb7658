import { runHas } from '../../code-runs.js';
import { digitRows, unpackDigits, type DigitRowKind } from '../../digit-rows.js';
import { longestPayload, textsOf, type FoundPayload, type PayloadReader } from '../../payload-reader.js';
import { remembered } from '../../remembered.js';
import { textCost } from '../../text-cost.js';

/** Shorter rows have a digit or padding: without, they are words. */
const shortest = 14;
/** RFC 4648: the usual digits, and those that keep the order. */
const alphabets = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', '0123456789ABCDEFGHIJKLMNOPQRSTUV'] as const;
const rowKind: DigitRowKind = {
  token: /^(?=[A-Za-z]*[0-9]|[A-Za-z]+==|[A-Za-z]{14})(?:[A-Z0-9]{7,}|[a-z0-9]{7,})(?:={1,6})?$/,
  shortest: 7,
  escaped: false,
  mayTell: (length, has) =>
    (has & runHas.other) === 0 &&
    (has & (runHas.lower | runHas.upper)) !== (runHas.lower | runHas.upper) &&
    (length >= shortest || (has & (runHas.digit | runHas.padding)) !== 0),
};
/** How many digits the last group of eight can have. */
const endings = new Set([0, 2, 4, 5, 7]);

/** Base32, RFC 4648, in capitals or small letters, with or without padding, also in lines. */
export const base32Reader: PayloadReader = {
  name: 'base32',
  gate: /[0-9]|==|[A-Z]{14}|[a-z]{14}/,
  find: (text) => rows(text),
};

function* rows(text: string): Generator<FoundPayload> {
  for (const { start, end, digits, padding } of digitRows(text, rowKind, longestPayload)) {
    if (!endings.has(digits.length % 8) || (padding > 0 && (digits.length + padding) % 8 !== 0)) continue;
    if (!/[a-z]/iu.test(digits) || (!/\d/.test(digits) && digits.length < shortest && padding < 2)) continue;
    const said = saidBy(digits);
    if (said.length > 0) yield { start, end, said, bits: bitsOf(digits, padding), doubt: 10 };
  }
}

/** Long words are rows of such digits too, and come again. */
const saidBy = remembered((digits): readonly string[] => {
  const capitals = digits.toUpperCase();
  return alphabets.flatMap((alphabet) => {
    const bytes = unpackDigits(capitals, alphabet, 5);
    return bytes === undefined ? [] : textsOf(bytes);
  });
});

function bitsOf(digits: string, padding: number): number {
  const chance = digits.length * 5 + padding * 2;
  return digits.length > 40 ? chance : Math.min(chance, textCost(digits.toLowerCase(), true).bits + 1 + padding * 4);
}
