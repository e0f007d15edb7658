import type { Transform } from '../transform.js';
import { arabizi } from './arabizi/index.js';
import { atbashPayloads } from './atbash-payloads/index.js';
import { atbash } from './atbash/index.js';
import { base32 } from './base32/index.js';
import { base64 } from './base64/index.js';
import { bidi } from './bidi/index.js';
import { binary } from './binary/index.js';
import { combining } from './combining/index.js';
import { defanged } from './defanged/index.js';
import { emojiLetters } from './emoji-letters/index.js';
import { dotless } from './dotless/index.js';
import { fullwidth } from './fullwidth/index.js';
import { hex } from './hex/index.js';
import { homoglyph } from './homoglyph/index.js';
import { htmlEntity } from './html-entity/index.js';
import { invisible } from './invisible/index.js';
import { joined } from './joined/index.js';
import { leet } from './leet/index.js';
import { leetArabic } from './leet-arabic/index.js';
import { morse } from './morse/index.js';
import { quotedPrintable } from './percent-quoted-printable/index.js';
import { percent } from './percent/index.js';
import { punycode } from './punycode/index.js';
import { repeated } from './repeated/index.js';
import { repeatedArabic } from './repeated-arabic/index.js';
import { reversedPayloads } from './reversed-payloads/index.js';
import { reversed } from './reversed/index.js';
import { rotPayloads } from './rot-payloads/index.js';
import { rot47 } from './rot-47/index.js';
import { rot } from './rot/index.js';
import { spaced } from './spaced/index.js';
import { spacedArabic } from './spaced-arabic/index.js';
import { styled } from './styled/index.js';
import { tatweel } from './tatweel/index.js';
import { codeNumbers } from './unicode-escape-numbers/index.js';
import { unicodeEscape } from './unicode-escape/index.js';
import { upsideDown } from './upside-down/index.js';

/** What restores characters, in the order in which it runs: each sees what the ones before made readable. */
export const characterTransforms: readonly Transform[] = [
  invisible,
  bidi,
  combining,
  upsideDown,
  emojiLetters,
  homoglyph,
  fullwidth,
  styled,
  tatweel,
];

/** What restores spelling, after all characters, in order. */
export const spellingTransforms: readonly Transform[] = [
  defanged,
  spacedArabic,
  spaced,
  leetArabic,
  leet,
  repeatedArabic,
  repeated,
];

/** What is decoded in its place: of two that find the same stretch the first one wins. */
export const payloadTransforms: readonly Transform[] = [
  binary,
  hex,
  base32,
  base64,
  percent,
  quotedPrintable,
  htmlEntity,
  unicodeEscape,
  codeNumbers,
  punycode,
  morse,
  reversedPayloads,
  rotPayloads,
  atbashPayloads,
];

/** What offers whole texts. */
export const candidateTransforms: readonly Transform[] = [
  reversed,
  reversedPayloads,
  rotPayloads,
  atbashPayloads,
  atbash,
  rot,
  rot47,
  joined,
  dotless,
  arabizi,
];
