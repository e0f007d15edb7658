/**
 * What the folding pass notices on its way: bits that let the transforms in. Each bit is necessary for the disguises
 * that ask for it and rare in ordinary text; none is proof.
 */
export const foldFlag = {
  /** Set for every text: for transforms whose sign the fold cannot see. Costs every ordinary text their gate. */
  always: 1 << 0,
  /** Characters without a glyph: format characters, fillers, selectors, tags (also of emoji). */
  invisible: 1 << 1,
  /** Direction embeddings, overrides and isolates. */
  bidi: 1 << 2,
  /** Combining marks of the general blocks, and runs of Arabic or Hebrew points. */
  marks: 1 << 3,
  /** Full-width letters and digits. */
  wide: 1 << 4,
  /** Letters and digits in a style: mathematical, enclosed, raised, small capitals, regional indicators. */
  styled: 1 << 5,
  /** Letters of two scripts of which one imitates the other, anywhere in the text. */
  mixed: 1 << 6,
  /** Latin letters that no alphabet of today uses in words (ſ, phonetic and turned ones) and look-alike symbols. */
  odd: 1 << 7,
  tatweel: 1 << 8,
  /** Arabic letters without their dots: ٮ ٯ ڡ ں and the like. */
  rasm: 1 << 9,
  /** Arabic presentation forms. */
  presentation: 1 << 10,
  /** A digit, Latin letter or sign beside an Arabic letter, inside a word. */
  arabicMixed: 1 << 11,
  /** A digit or one of @ $ ! | € beside a Latin letter. */
  leet: 1 << 12,
  /** Two signs of ASCII beside each other that can draw a letter: |< () /\ |_| and the like. */
  drawn: 1 << 13,
  /** Four single letters with something between. */
  spaced: 1 << 14,
  /** Three equal letters or signs in a row. */
  repeated: 1 << 15,
  hashtag: 1 << 16,
  /** A word of more than `longWord` letters. */
  long: 1 << 17,
  /** % & \ = or U+ before what can be a code. */
  escape: 1 << 18,
  /** An opening bracket, or hxx. */
  bracket: 1 << 19,
  /** Two hyphens in a row (xn--). */
  hyphens: 1 << 20,
  /** Eight or more letters and digits of ASCII in a row that change case or mix digits in the middle. */
  token: 1 << 21,
  /** Pairs or rows of hexadecimal or binary digits. */
  digits: 1 << 22,
  /** Points and strokes with blanks between, four times. */
  morse: 1 << 23,
  /** Of three or more words hardly one is a small word of a language that is known here: no ordinary sentence. */
  wordless: 1 << 24,
} as const;

/** Every flag: what a text has whose signs are not known. */
export const allFlags = 0x1ffffff;

/** What the fold noticed in a text. */
export interface FoldSigns {
  /** Bits of {@link foldFlag}; 0: nothing here can be disguised. */
  readonly flags: number;
}

/** The signs of a text. */
export function signsOf(_text: string): FoldSigns {
  return { flags: allFlags };
}
