/**
 * What kind of character the folding pass meets, so that it can notice what may be disguised. At most 32 classes: the
 * pass keeps those it has seen in one number. Classes up to `lastOfWord` belong to words.
 */
export const characterClass = {
  /** Blanks, punctuation and signs without a part in any disguise. */
  other: 0,
  /** ASCII letters; the hexadecimal digits among them apart. */
  lowerHex: 1,
  lower: 2,
  upperHex: 3,
  upper: 4,
  digit: 5,
  /** Letters of Latin alphabets of today beyond ASCII. */
  latin: 6,
  cyrillic: 7,
  greek: 8,
  arabic: 9,
  /** Letters and digits of scripts that are not taken for others: Han, Hangul, Thai, Devanagari, Hebrew and more. */
  letter: 10,
  /** Letters of scripts that have look-alikes of Latin ones and are rarely met: Cherokee, Lisu, Armenian, Coptic. */
  exotic: 11,
  /** Phonetic, turned, old and rarely accented Latin letters (Vietnamese has them), and symbols that look like letters. */
  odd: 12,
  /** Combining marks of the general blocks. */
  mark: 13,
  /** Points of Arabic and Hebrew. */
  point: 14,
  /** Marks of other scripts: part of their letters. */
  vowel: 15,
  tatweel: 16,
  rasm: 17,
  presentation: 18,
  wide: 19,
  styled: 20,
  invisible: 21,
  bidi: 22,
  /** Emoji, and symbols that take a variation selector. */
  emoji: 23,
  /** U+FE0F and U+200D, which belong to emoji. */
  glue: 24,
  /** @ $ € £ ¥ ¢ and others that stand for letters on both sides of one. */
  sign: 25,
  /** ! and others that end ordinary words, and stand for letters only before one. */
  ending: 26,
  /** | / \ < > ) ] } ^ : strokes that letters are drawn with. */
  stroke: 27,
  /** ( [ { */
  opening: 28,
  /** . - _ * ~ and other points and dashes. */
  dash: 29,
  /** # % & \ = + : leaders of codes. */
  leader: 30,
  blank: 31,
} as const;
export const lastOfWord = characterClass.styled;

const { other, latin, letter, odd } = characterClass;

/** Code points of one class each, from-to; the first range that holds a code point decides. Beyond ASCII. */
const ranges: readonly (readonly [first: number, last: number, kind: number])[] = [
  [0xa2, 0xa5, characterClass.sign],
  [0xaa, 0xaa, latin],
  [0xad, 0xad, characterClass.invisible],
  [0xb7, 0xb7, characterClass.dash],
  [0xba, 0xba, latin],
  [0x17f, 0x183, odd],
  [0x184, 0x19f, odd],
  [0x1a2, 0x1ae, odd],
  [0x1b1, 0x1cc, odd],
  [0x1cd, 0x1f5, odd],
  [0x1f6, 0x217, odd],
  [0x21c, 0x233, odd],
  [0x234, 0x2af, odd],
  [0x2b0, 0x2ff, characterClass.styled],
  [0x300, 0x34e, characterClass.mark],
  [0x34f, 0x34f, characterClass.invisible],
  [0x350, 0x36f, characterClass.mark],
  [0x483, 0x489, characterClass.mark],
  [0x591, 0x5bd, characterClass.point],
  [0x5bf, 0x5bf, characterClass.point],
  [0x5c1, 0x5c7, characterClass.point],
  [0x610, 0x61a, characterClass.point],
  [0x61c, 0x61c, characterClass.invisible],
  [0x640, 0x640, characterClass.tatweel],
  [0x64b, 0x65f, characterClass.point],
  [0x660, 0x669, letter],
  [0x66e, 0x66f, characterClass.rasm],
  [0x670, 0x670, characterClass.point],
  [0x6a1, 0x6a1, characterClass.rasm],
  [0x6ba, 0x6ba, characterClass.rasm],
  [0x6d6, 0x6ed, characterClass.point],
  [0x8d3, 0x8ff, characterClass.point],
  [0x115f, 0x1160, characterClass.invisible],
  [0x17b4, 0x17b5, characterClass.invisible],
  [0x180b, 0x180f, characterClass.invisible],
  [0x1ab0, 0x1aff, characterClass.mark],
  [0x1d00, 0x1dbf, odd],
  [0x1dc0, 0x1dff, characterClass.mark],
  [0x1e00, 0x1eff, odd],
  [0x200b, 0x200c, characterClass.invisible],
  [0x200d, 0x200d, characterClass.glue],
  [0x200e, 0x200f, characterClass.invisible],
  [0x2010, 0x2015, characterClass.dash],
  [0x2020, 0x2020, odd],
  [0x2022, 0x2022, characterClass.dash],
  [0x202a, 0x202e, characterClass.bidi],
  [0x2060, 0x2065, characterClass.invisible],
  [0x2066, 0x2069, characterClass.bidi],
  [0x206a, 0x206f, characterClass.invisible],
  [0x2070, 0x209c, characterClass.styled],
  [0x20a0, 0x20c0, characterClass.sign],
  [0x20d0, 0x20f0, characterClass.mark],
  [0x2100, 0x2121, characterClass.styled],
  [0x2122, 0x2122, characterClass.emoji],
  [0x2123, 0x214f, characterClass.styled],
  [0x2160, 0x2188, characterClass.styled],
  [0x2212, 0x2212, characterClass.dash],
  [0x2219, 0x2219, characterClass.dash],
  [0x22c5, 0x22c5, characterClass.dash],
  [0x2200, 0x22ff, odd],
  [0x2336, 0x237a, odd],
  [0x2336, 0x237a, odd],
  [0x23b0, 0x23ce, odd],
  [0x23fd, 0x23fd, odd],
  [0x2460, 0x24ff, characterClass.styled],
  [0x2500, 0x257f, odd],
  ...Array.from('△◊○◎●◯☉☰♄⭘', (sign): [number, number, number] => [
    sign.codePointAt(0) ?? 0,
    sign.codePointAt(0) ?? 0,
    odd,
  ]),
  [0x27d9, 0x27d9, odd],
  [0x29bf, 0x29bf, odd],
  [0x2a00, 0x2a00, odd],
  [0x2c60, 0x2c7f, odd],
  [0x30fb, 0x30fb, characterClass.dash],
  [0x3164, 0x3164, characterClass.invisible],
  [0xa720, 0xa7ff, odd],
  [0xab30, 0xab6f, odd],
  [0xfb00, 0xfb06, characterClass.styled],
  [0xfb50, 0xfdff, characterClass.presentation],
  [0xfe00, 0xfe0e, characterClass.invisible],
  [0xfe0f, 0xfe0f, characterClass.glue],
  [0xfe20, 0xfe2f, characterClass.mark],
  [0xfe70, 0xfefc, characterClass.presentation],
  [0xfeff, 0xfeff, characterClass.invisible],
  [0xff03, 0xff03, characterClass.leader],
  [0xff10, 0xff19, characterClass.wide],
  [0xff21, 0xff3a, characterClass.wide],
  [0xff41, 0xff5a, characterClass.wide],
  [0xff5c, 0xff5c, odd],
  [0xffa0, 0xffa0, characterClass.invisible],
  [0x1bca0, 0x1bca3, characterClass.invisible],
  [0x10780, 0x107ba, characterClass.styled],
  [0xffe8, 0xffe8, odd],
  [0x1ccd6, 0x1ccef, odd],
  [0x1d173, 0x1d17a, characterClass.invisible],
  [0x1d200, 0x1d245, odd],
  [0x1d400, 0x1d7ff, characterClass.styled],
  [0x1df00, 0x1dfff, odd],
  [0x1ee00, 0x1eeff, characterClass.styled],
  [0x1f100, 0x1f189, characterClass.styled],
  [0x1f700, 0x1f773, odd],
  [0x1f1e6, 0x1f1ff, characterClass.styled],
  [0xe0000, 0xe0fff, characterClass.invisible],
];

const ascii: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      ['abcdef', characterClass.lowerHex],
      ['ghijklmnopqrstuvwxyz', characterClass.lower],
      ['ABCDEF', characterClass.upperHex],
      ['GHIJKLMNOPQRSTUVWXYZ', characterClass.upper],
      ['0123456789', characterClass.digit],
      ['@$', characterClass.sign],
      ['!', characterClass.ending],
      ['|/\\<>)]}^', characterClass.stroke],
      ['([{', characterClass.opening],
      ['.-_*~', characterClass.dash],
      ['#%&=+', characterClass.leader],
      [' \t\n\r\v\f', characterClass.blank],
    ] as const
  ).flatMap(([signs, kind]) => Array.from(signs, (sign) => [sign, kind] as const)),
);

const blank = /^\s$/u;
const scripts: readonly (readonly [RegExp, number])[] = [
  [/^(?=\p{L})\p{Script=Latin}$/u, latin],
  [/^(?=\p{L})\p{Script=Cyrillic}$/u, characterClass.cyrillic],
  [/^(?=\p{L})\p{Script=Greek}$/u, characterClass.greek],
  [/^(?=\p{L})\p{Script=Arabic}$/u, characterClass.arabic],
  [
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Hebrew}]$/u,
    letter,
  ],
  [/^\p{M}$/u, characterClass.vowel],
  [/^[\p{L}\p{N}]$/u, characterClass.exotic],
  [/^[\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u, characterClass.emoji],
];

/** The class of a code point. */
export function classOf(point: number): number {
  const character = String.fromCodePoint(point);
  if (point < 0x80) return ascii[character] ?? other;
  // U+FEFF counts as a blank in regular expressions, but shows nothing.
  if (point !== 0xfeff && blank.test(character)) return characterClass.blank;
  const range = ranges.find(([first, last]) => point >= first && point <= last);
  if (range !== undefined) return range[2];
  return scripts.find(([pattern]) => pattern.test(character))?.[1] ?? other;
}
