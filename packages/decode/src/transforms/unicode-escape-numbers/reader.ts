import { fromPoint } from '../../escapes.js';
import { longestPayload, textsOf, type FoundPayload, type PayloadReader } from '../../payload-reader.js';

/** At least four numbers with one and the same sign between them. */
const row = /(?<![\p{L}\p{N}.,:/-])\d{2,7}(?:(?: |, ?|; ?|-|\r?\n)\d{2,7}){3,}(?![\p{L}\p{N}:/-])/gu;

/** Characters by the numbers of their code points or bytes, decimal or octal. */
export const codeNumberReader: PayloadReader = {
  name: 'unicode-escape',
  gate: /\d{2}(?: |, ?|; ?|-|\r?\n)\d{2,7}(?: |, ?|; ?|-|\r?\n)\d{2}/,
  find: (text) => rows(text),
};

function* rows(text: string): Generator<FoundPayload> {
  for (const match of text.matchAll(row)) {
    const [found] = match;
    if (found.length > longestPayload) continue;
    const numbers = found.split(/\D+/u);
    const said = [...read(numbers.map(Number)), ...octal(numbers)];
    if (said.length === 0) continue;
    // The least that the numbers of a table or a list vary.
    const bits = numbers.reduce((sum, number) => sum + (number.length < 4 ? 6 : 9), 0);
    yield { start: match.index, end: match.index + found.length, said, bits, doubt: 13 };
  }
}

function read(values: readonly number[]): readonly string[] {
  if (values.some((value) => (value < 32 && value !== 9 && value !== 10 && value !== 13) || value > 0x10_ffff))
    return [];
  const bytes = values.every((value) => value < 256) && values.some((value) => value > 127);
  const text = bytes ? textsOf(Uint8Array.from(values)) : [];
  const points = values.map((value) => fromPoint(value));
  return points.includes(undefined) ? text : [...text, points.join('')];
}

function octal(numbers: readonly string[]): readonly string[] {
  if (numbers.some((number) => number.length > 4 || /[89]/u.test(number))) return [];
  return read(numbers.map((number) => Number.parseInt(number, 8)));
}
