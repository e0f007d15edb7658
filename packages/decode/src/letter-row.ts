import { alphabetPlace, alphabets, classAt, languagesIn, letterModel, type Alphabet } from './letter-model.js';
import { rowCost } from './text-cost.js';

/** The letters of a text's main alphabet as classes of its models, 0 once between words. */
export interface LetterRow {
  readonly alphabet: Alphabet;
  readonly classes: Uint8Array;
  /** 1 where the letter is one of a to z without a mark: what a shift moves. */
  readonly moves: Uint8Array;
  /** Where in the text each of them stands. */
  readonly at: Uint32Array;
  readonly letters: number;
}

/** The row of `text[start..end)` in the alphabet of most of its letters. */
export function letterRow(text: string, start: number, end: number): LetterRow | undefined {
  const alphabet = mainAlphabet(text, start, end);
  if (alphabet === undefined) return undefined;
  const room = end - start + 1;
  const classes = new Uint8Array(room);
  const moves = new Uint8Array(room);
  const places = new Uint32Array(room);
  let size = 0;
  let letters = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    // A mark belongs to the letter before it.
    if (code >= 0x300 && code < 0x370) continue;
    const classOf = classAt(code, alphabet);
    if (classOf === 0 && (size === 0 || classes[size - 1] === 0)) continue;
    classes[size] = classOf;
    moves[size] = code < 0x80 && classOf > 0 ? 1 : 0;
    places[size] = at;
    if (classOf > 0) letters += 1;
    size += 1;
  }
  if (size > 0 && classes[size - 1] !== 0) {
    places[size] = end;
    size += 1;
  }
  return {
    alphabet,
    classes: classes.subarray(0, size),
    moves: moves.subarray(0, size),
    at: places.subarray(0, size),
    letters,
  };
}

const counts = new Uint32Array(alphabets.length + 1);

function mainAlphabet(text: string, start: number, end: number): Alphabet | undefined {
  counts.fill(0);
  let most = 0;
  for (let at = start; at < end; at += 1) {
    const place = alphabetPlace(text.charCodeAt(at));
    if (place === 0) continue;
    const count = (counts[place] ?? 0) + 1;
    counts[place] = count;
    if (count >= (counts[most] ?? 0)) most = place;
  }
  return alphabets[most - 1];
}

/** What the letters cost in the language that fits best, of those that are recognised. */
export function knownCost(alphabet: Alphabet, classes: Uint8Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const model of languagesIn(alphabet)) least = Math.min(least, rowCost(classes, model));
  return least;
}

/** What the letters cost as they stand: in any language, or by chance. */
export function ordinaryCost(alphabet: Alphabet, classes: Uint8Array): number {
  const known = knownCost(alphabet, classes);
  const any = alphabet === 'latin' ? Math.min(known, rowCost(classes, letterModel('world'))) : known;
  return Math.min(any, chanceCost(alphabet, classes));
}

/** What the letters cost by chance. */
export function chanceCost(alphabet: Alphabet, classes: Uint8Array): number {
  return classes.length * Math.log2(languagesIn(alphabet)[0]?.size ?? 32);
}

/** The row from its other end. */
export function reversedRow(classes: Uint8Array): Uint8Array {
  const turned = new Uint8Array(classes.length);
  const { length } = classes;
  // The last is the end of the last word: it stays there.
  for (let at = 0; at < length - 1; at += 1) turned[at] = classes[length - 2 - at] ?? 0;
  return turned;
}

/** What each letter becomes that is moved back by so many places, or at the last place mirrored: made once. */
let moved: readonly Uint8Array[] | undefined;
const mirroredPlace = 26;

function movedLetters(by: number): Uint8Array {
  moved ??= Array.from({ length: mirroredPlace + 1 }, (_, place) =>
    Uint8Array.from({ length: 27 }, (_letter, letter) =>
      place === mirroredPlace ? 27 - letter : ((letter + 25 - place) % 26) + 1,
    ),
  );
  return moved[by] ?? new Uint8Array(27);
}

/** The row with its letters of a to z moved back along the alphabet, by 0 to 25 places. */
export function shiftedRow(row: LetterRow, by: number): Uint8Array {
  return replaced(row, movedLetters(by));
}

/** The row with each letter as far from the end of the alphabet as it was from its beginning. */
export function mirroredRow(row: LetterRow): Uint8Array {
  return replaced(row, movedLetters(mirroredPlace));
}

function replaced({ classes, moves }: LetterRow, letters: Uint8Array): Uint8Array {
  const row = new Uint8Array(classes);
  for (let at = 0; at < row.length; at += 1) if (moves[at] === 1) row[at] = letters[row[at] ?? 0] ?? 0;
  return row;
}
