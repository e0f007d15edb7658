import { eachRun } from './code-runs.js';

/** Decodes digits of `bits` bits each, most significant first; `undefined` at a character that is no digit. */
export function unpackDigits(text: string, alphabet: string, bits: number): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * bits) / 8));
  let value = 0;
  let held = 0;
  let size = 0;
  for (const sign of text) {
    const digit = alphabet.indexOf(sign);
    if (digit < 0) return undefined;
    value = ((value << bits) | digit) & 0xffff;
    held += bits;
    if (held >= 8) {
      held -= 8;
      bytes[size] = (value >> held) & 0xff;
      size += 1;
    }
  }
  // What is left over at the end is padding: an encoder writes zeros.
  return (value & ((1 << held) - 1)) === 0 ? bytes.subarray(0, size) : undefined;
}

/** A run of digits; `end` is behind its padding. */
export interface DigitRow {
  readonly start: number;
  readonly end: number;
  /** Its digits, of all its lines, without padding. */
  readonly digits: string;
  /** How many padding signs stood at its end. */
  readonly padding: number;
}

/** Lines of an encoder are at least as long as this and, but for the last one, equally long. */
export const shortestLine = 16;

/** What rows of digits are looked for. */
export interface DigitRowKind {
  /** One run with its padding, from end to end. */
  readonly token: RegExp;
  /** How many signs a run has at least. */
  readonly shortest: number;
  /** Whether signs may be escaped with %. */
  readonly escaped: boolean;
  /** Whether a run of so many signs and such parts (see `runHas`) can say something; ordinary words cannot. */
  readonly mayTell: (length: number, has: number) => boolean;
}

/**
 * Runs of digits and, where lines of equal length follow each other, these lines together; each of them also alone if
 * it stands in a longer one that turns out to be none. Longer rows than `longest` are passed over.
 */
export function* digitRows(text: string, kind: DigitRowKind, longest: number): Generator<DigitRow> {
  const { token, shortest, escaped, mayTell } = kind;
  const places: number[] = [];
  let tells = false;
  eachRun(text, shortest, escaped, (start, end, has) => {
    places.push(start, end);
    tells ||= mayTell(end - start, has);
  });
  if (!tells) return;
  let lines: DigitRow[] = [];
  for (let index = 0; index < places.length; index += 2) {
    const [start = 0, end = 0] = [places[index], places[index + 1]];
    const typed = text.slice(start, end);
    if (!token.test(typed)) continue;
    const written = typed.includes('%') ? typed.replace(/%2B|%2F|%3D/giu, decodeURIComponent) : typed;
    const digits = written.endsWith('=') ? written.replace(/=+$/u, '') : written;
    const padding = written.length - digits.length;
    const row: DigitRow = { start, end, digits, padding };
    const last = lines.at(-1);
    if (last !== undefined && !isNextLine(text, last, row, lines[0]?.digits.length ?? 0)) {
      yield* together(text, lines, longest);
      lines = [];
    }
    lines.push(row);
  }
  yield* together(text, lines, longest);
}

function isNextLine(text: string, last: DigitRow, row: DigitRow, length: number): boolean {
  return (
    last.padding === 0 &&
    last.digits.length === length &&
    length >= shortestLine &&
    row.digits.length <= length &&
    row.start - last.end <= 4 &&
    /^[ \t>]*\r?\n[ \t>]*$/u.test(text.slice(last.end, row.start))
  );
}

const shortLine = /[ \t>]*\r?\n[ \t>]*(?<digits>[A-Za-z0-9+/_-]{1,13})(?<padding>={0,6})(?![A-Za-z0-9+/=_-])/y;

/** A last line that is too short to be looked for by itself. */
function lastLine(text: string, last: DigitRow): { digits: string; padding: number; end: number } | undefined {
  if (last.padding > 0 || last.digits.length < shortestLine) return undefined;
  shortLine.lastIndex = last.end;
  const groups = shortLine.exec(text)?.groups;
  if (groups === undefined) return undefined;
  return { digits: groups['digits'] ?? '', padding: groups['padding']?.length ?? 0, end: shortLine.lastIndex };
}

function* together(text: string, lines: readonly DigitRow[], longest: number): Generator<DigitRow> {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return;
  const rest = lastLine(text, last);
  if ((lines.length > 1 || rest !== undefined) && last.end - first.start <= longest) {
    const digits = lines.map((line) => line.digits).join('') + (rest?.digits ?? '');
    yield { start: first.start, end: rest?.end ?? last.end, digits, padding: rest?.padding ?? last.padding };
  }
  for (const line of lines) if (line.digits.length <= longest) yield line;
}
