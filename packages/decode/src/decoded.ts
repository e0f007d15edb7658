/** Every way of disguising text that is named, in the order of the documentation. */
export const disguiseNames = [
  'homoglyph',
  'invisible',
  'bidi',
  'combining',
  'fullwidth',
  'styled',
  'leet',
  'spaced',
  'repeated',
  'joined',
  'emoji-letters',
  'tatweel',
  'dotless',
  'arabizi',
  'reversed',
  'upside-down',
  'base64',
  'base32',
  'hex',
  'binary',
  'morse',
  'rot',
  'atbash',
  'percent',
  'html-entity',
  'unicode-escape',
  'punycode',
  'defanged',
] as const;
/** The name of one way of disguising text: what `Disguise.name` and the steps of a Reading say. */
export type DisguiseName = (typeof disguiseNames)[number];

/** Where text was disguised and how; `start` and `end` are UTF-16 units of the original text, whole grapheme clusters. */
export interface Disguise {
  readonly name: DisguiseName;
  readonly start: number;
  readonly end: number;
}

/** A further candidate of what the text says; `confidence` in 0..1. */
export interface Reading {
  readonly text: string;
  readonly steps: readonly DisguiseName[];
  readonly confidence: number;
}

/** What a text says once disguise is removed. */
export interface Decoded {
  /** The original. */
  readonly text: string;
  /** What a human reads: disguise removed, everything legitimate kept. Undisguised text is unchanged but for NFC. */
  readonly plain: string;
  /** The canonical key that matching runs on: `fold(plain)`. */
  readonly fold: string;
  /** Best first, at most 50; empty for ordinary text. */
  readonly readings: readonly Reading[];
  readonly disguises: readonly Disguise[];
}
