import { longestPayload, textsOf, type FoundPayload, type PayloadReader } from '../../payload-reader.js';

const row =
  /(?<![\p{L}\p{N}\p{M}\p{So}.])(?:0b)?[01]{7,}(?:(?:[ ,;_.|-]|, |\r?\n)(?:0b)?[01]{7,})*(?![\p{L}\p{N}\p{M}\p{So}])/gu;

/** Bytes or ASCII as eight or seven zeros and ones, together or apart. */
export const binaryReader: PayloadReader = {
  name: 'binary',
  gate: /[01]{7}/,
  find: (text) => rows(text),
};

function* rows(text: string): Generator<FoundPayload> {
  for (const match of text.matchAll(row)) {
    const [found] = match;
    if (found.length > longestPayload * 2) continue;
    const groups = found.replace(/0b/gu, '').split(/[^01]+/u);
    const digits = groups.join('');
    if (digits.length < 21 || !digits.includes('0') || !digits.includes('1')) continue;
    const width = groups.length > 1 ? groups[0]?.length : undefined;
    if (width !== undefined && width !== 7 && width % 8 !== 0) continue;
    const said = [8, 7].flatMap((size) => {
      if (digits.length % size !== 0 || (width !== undefined && width % size !== 0)) return [];
      const bytes = Uint8Array.from({ length: digits.length / size }, (_, at) =>
        Number.parseInt(digits.slice(at * size, (at + 1) * size), 2),
      );
      return textsOf(bytes);
    });
    if (said.length > 0)
      yield { start: match.index, end: match.index + found.length, said, bits: digits.length, doubt: 4 };
  }
}
