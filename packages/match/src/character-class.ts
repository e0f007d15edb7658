/** What a folded character does to words. */
export const characterClass = { end: 0, letter: 1, unspaced: 2, emoji: 3 } as const;
export type CharacterClass = 0 | 1 | 2 | 3;

const letter = /^[\p{L}\p{N}\p{M}]$/u;
/** Scripts that put no blank between words. */
const unspaced =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Bopomofo}]$/u;
const emoji = /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]$/u;
const commonDigit = /^[0-9\u0660-\u0669\u06f0-\u06f9]$/;

const pages: (Uint8Array | undefined)[] = Array.from({ length: 256 });
const astral = new Map<number, CharacterClass>();

function compute(point: number): CharacterClass {
  if (point >= 0xd800 && point <= 0xdfff) return characterClass.end;
  const character = String.fromCodePoint(point);
  if (letter.test(character)) {
    return unspaced.test(character) && !commonDigit.test(character) ? characterClass.unspaced : characterClass.letter;
  }
  return emoji.test(character) ? characterClass.emoji : characterClass.end;
}

function pageOf(high: number): Uint8Array {
  const page = Uint8Array.from({ length: 256 }, (_, low) => compute(high * 256 + low));
  pages[high] = page;
  return page;
}

/** The class of one UTF-16 unit; surrogates are `end`, ask {@link classOfPoint}. */
export function classOfUnit(unit: number): number {
  return (pages[unit >> 8] ?? pageOf(unit >> 8))[unit & 255] ?? 0;
}

/** The class of a code point. */
export function classOfPoint(point: number): number {
  if (point <= 0xffff) return classOfUnit(point);
  const known = astral.get(point);
  if (known !== undefined) return known;
  const found = compute(point);
  astral.set(point, found);
  return found;
}
