import { longestPayload, textsOf, type FoundPayload, type PayloadReader } from '../../payload-reader.js';

/** Bytes with one and the same sign between them, or in one row; `0x` or `\x` before each or before all. */
const row =
  /(?<![\p{L}\p{N}\p{M}\p{So}_.-]|(?<![0-9A-Za-z])[0-9A-Za-z]{2}(?:[,:-]|, ))(?:(?:0[xX]|\\x)[0-9a-fA-F]{2}(?:(?:[ ,;:]|, |; )?(?:0[xX]|\\x)[0-9a-fA-F]{2})+|(?:(?:0[xX]|\\x|[xX]')?[0-9a-fA-F]{2}(?:([ :,-]|, |\r?\n)?[0-9a-fA-F]{2})+))(?![\p{L}\p{N}\p{M}\p{So}_.-]|(?:[,:]|, )(?:0x)?[0-9A-Za-z]{2}(?![0-9A-Za-z]))/gu;

/** Hexadecimal bytes. */
export const hexReader: PayloadReader = {
  name: 'hex',
  gate: /[0-9a-fA-F]{2}(?:[ :,-]|, |\r?\n)?(?:0[xX]|\\x)?[0-9a-fA-F]{2}(?:[ :,-]|, |\r?\n)?(?:0[xX]|\\x)?[0-9a-fA-F]{2}/,
  find: (text) => rows(text),
};

function* rows(text: string): Generator<FoundPayload> {
  for (const match of text.matchAll(row)) {
    const [found] = match;
    if (found.length > longestPayload) continue;
    const marked = /0x|\\x/iu.test(found);
    const digits = found.replace(/0[xX]|\\x/gu, '').replace(/[^0-9a-fA-F]/gu, '');
    if (digits.length % 2 === 1 || digits.length < 6) continue;
    const bytes = Uint8Array.from(digits.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
    // Numbers are written with these digits too, and dates and times with the same signs between.
    const decimal = /^\d+$/u.test(digits);
    const said = decimal ? asciiText(bytes) : textsOf(bytes);
    if (said.length === 0) continue;
    const bits = decimal ? digits.length * 3.3 : digits.length * 4;
    yield { start: match.index, end: match.index + found.length, said, bits, doubt: marked ? 3 : 8 };
  }
}

function asciiText(bytes: Uint8Array): readonly string[] {
  return bytes.some((byte) => byte >= 0x80) ? [] : textsOf(bytes).slice(0, 1);
}
