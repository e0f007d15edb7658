import { characterClass, lastOfWord } from './character-class.js';

/**
 * What the folding pass notices on its way: bits that let the transforms in. Each bit is necessary for the disguises
 * that ask for it and rare in ordinary text; none is proof.
 */
export const foldFlag = {
  /** Characters without a glyph: format characters, fillers, selectors, tags. U+FE0F and U+200D only outside emoji. */
  invisible: 1 << 1,
  /** Direction embeddings, overrides and isolates. */
  bidi: 1 << 2,
  /** Combining marks of the general blocks, and three points of Arabic or Hebrew in a row. */
  marks: 1 << 3,
  /** Full-width letters and digits. */
  wide: 1 << 4,
  /** Letters and digits in a style: mathematical, enclosed, raised, letter-like, ligatures, regional indicators. */
  styled: 1 << 5,
  /** Letters of at least two of Latin, Cyrillic, Greek and rare scripts, anywhere in the text. */
  mixed: 1 << 6,
  /** Latin letters that no large alphabet of today has (ſ, phonetic and turned ones) and look-alike symbols. */
  odd: 1 << 7,
  tatweel: 1 << 8,
  /** Arabic letters without their dots: ٮ ٯ ڡ ں. */
  rasm: 1 << 9,
  /** Arabic presentation forms. */
  presentation: 1 << 10,
  /** A digit, Latin letter or one of @ $ € directly beside an Arabic letter. */
  arabicMixed: 1 << 11,
  /** A digit, @, $, € or another money sign, or | directly beside a Latin letter; ! only before one. */
  leet: 1 << 12,
  /** Two different strokes, brackets or dashes in a row that can draw a letter: |< () /\ |_ and the like. */
  drawn: 1 << 13,
  /** Three words in a row that are one letter each. */
  spaced: 1 << 14,
  /** Three equal letters in a row, whatever their case and accents. */
  repeated: 1 << 15,
  hashtag: 1 << 16,
  /** A word of at least 12 letters that no table has. */
  long: 1 << 17,
  /** One of # % & = + directly before a letter, a digit or another of them; = at a line's end; \ beside a letter or digit. */
  escape: 1 << 18,
  /** An opening bracket before a sign or before a, d or p; xx; * before p. */
  bracket: 1 << 19,
  /** Two hyphens in a row (xn--). */
  hyphens: 1 << 20,
  /** A small letter of ASCII before a capital, or a letter beside a digit. */
  token: 1 << 21,
  /** A word of at least eight hexadecimal digits with a decimal one in it, or three short ones in a row. */
  digits: 1 << 22,
  /** Points and strokes after a blank or / three times without a word between. */
  morse: 1 << 23,
  /**
   * No ordinary sentence of a language that is known here: of its words fewer than one in six is a function
   * word, or sixteen in a row are none. This one decides; it is no mere gate.
   */
  wordless: 1 << 24,
  /** Latin letters follow each other as in no language: they may have been moved along the alphabet. This one decides. */
  shifted: 1 << 25,
  /** Latin letters that are likelier from the other end; wordless with Arabic, Hebrew or Cyrillic ones. This one decides. */
  backwards: 1 << 26,
  /**
   * A word of at least five Latin letters that no table has, among words that mostly are: it may lack a blank. This one
   * decides.
   */
  glued: 1 << 27,
} as const;

/** Every flag: lets every transform try. */
export const allFlags = 0xffffffe;

/** What the fold noticed in a text. */
export interface FoldSigns {
  /** Bits of {@link foldFlag}; none: nothing here can be disguised. */
  readonly flags: number;
}

const {
  other,
  lowerHex,
  lower,
  upperHex,
  upper,
  digit,
  latin,
  cyrillic,
  greek,
  arabic,
  exotic,
  odd,
  point,
  tatweel,
  rasm,
  presentation,
  emoji,
  glue,
  sign,
  ending,
  stroke,
  opening,
  dash,
  leader,
  blank,
} = characterClass;

/** Bits of classes: what `1 << class` gives. */
function bits(...classes: readonly number[]): number {
  return classes.reduce((all, kind) => all | (1 << kind), 0);
}

/** Families of letters that imitate each other. */
const families = [bits(lowerHex, lower, upperHex, upper, latin), bits(cyrillic), bits(greek), bits(exotic)];

const simple: readonly (readonly [classes: number, flag: number])[] = [
  [bits(characterClass.invisible), foldFlag.invisible],
  [bits(characterClass.bidi), foldFlag.bidi],
  [bits(characterClass.mark), foldFlag.marks],
  [bits(characterClass.wide), foldFlag.wide],
  [bits(characterClass.styled), foldFlag.styled],
  [bits(odd), foldFlag.odd],
  [bits(tatweel), foldFlag.tatweel],
  [bits(rasm), foldFlag.rasm],
  [bits(presentation), foldFlag.presentation],
];
const asksForMore = simple.reduce((all, [classes]) => all | classes, bits(cyrillic, greek, exotic));

/** Flags that follow from which classes occur at all; `seen` has the bit of each. */
export function flagsOfClasses(seen: number): number {
  if ((seen & asksForMore) === 0) return 0;
  let flags = 0;
  for (const [classes, flag] of simple) if ((seen & classes) !== 0) flags |= flag;
  const present = families.filter((family) => (seen & family) !== 0).length;
  return present > 1 ? flags | foldFlag.mixed : flags;
}

/** Bits of a table entry beyond the flags. */
export const pairEvent = {
  /** `closerLooks` says what to look at. */
  closer: 1 << 30,
  /** The end of a word: the one before belongs to it, the one after does not. */
  wordEnd: 1 << 31,
} as const;

/** What a pair of neighbours is looked at for, beyond setting a flag: see `lookCloser` in sign-watch.ts. */
export const closer = { selector: 1, bracket: 2, drawn: 4, points: 8, row: 16, stroke: 32 } as const;

/** For each pair of classes, `before << 5 | after`: what to look at. */
export const closerLooks = new Uint8Array(1024);

/** For each pair of classes, `before << 5 | after`: the flags that it sets, and events. */
export const pairFlags = makePairs();

function makePairs(): Int32Array {
  const table = new Int32Array(1024);
  const add = (before: readonly number[], after: readonly number[], flag: number): void => {
    for (const left of before)
      for (const right of after) table[(left << 5) | right] = (table[(left << 5) | right] ?? 0) | flag;
  };
  const look = (before: readonly number[], after: readonly number[], what: number): void => {
    add(before, after, pairEvent.closer);
    for (const left of before)
      for (const right of after) closerLooks[(left << 5) | right] = (closerLooks[(left << 5) | right] ?? 0) | what;
  };
  const letters = [lowerHex, lower, upperHex, upper];
  const all = Array.from({ length: 32 }, (_, kind) => kind);
  const latins = [...letters, latin, odd, characterClass.mark];
  add(latins, [digit, sign], foldFlag.leet);
  add([digit, sign, ending], latins, foldFlag.leet);
  look(latins, [stroke], closer.stroke);
  look([stroke], latins, closer.stroke);
  const arabics = [arabic, point, tatweel, rasm, presentation];
  add(arabics, [digit, sign, ...letters, latin], foldFlag.arabicMixed);
  add([digit, sign, ...letters, latin], arabics, foldFlag.arabicMixed);
  add([lowerHex, lower], [upperHex, upper], foldFlag.token);
  add(letters, [digit], foldFlag.token);
  add([digit], letters, foldFlag.token);
  add([leader], [leader, opening], foldFlag.escape);
  look([stroke], [digit], closer.stroke);
  look([leader], [...all.slice(1, lastOfWord + 1), blank], closer.stroke);
  look([opening], all, closer.bracket);
  look([dash], letters, closer.bracket);
  const others = [characterClass.letter, characterClass.vowel, arabic, presentation];
  add(others, letters, foldFlag.mixed);
  add(letters, others, foldFlag.mixed);
  const drawing = [stroke, opening, dash];
  look(drawing, drawing, closer.drawn);
  look([blank, stroke], [dash], closer.row);
  look([point], [point], closer.points);
  look(
    all.filter((kind) => kind !== emoji),
    [glue],
    closer.selector,
  );
  look(
    [glue],
    all.filter((kind) => kind !== emoji && kind !== other),
    closer.selector,
  );
  add(all.slice(1, lastOfWord + 1), [other, ...all.slice(lastOfWord + 1)], pairEvent.wordEnd);
  return table;
}
