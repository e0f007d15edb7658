/* oxlint-disable no-misleading-character-class -- classes of single code points: marks, selectors and joiners are meant one by one */
import { FoldBuffer, foldInto } from '@vedette/decode';
import { withoutParticles } from './arabic-particles.js';
import { characterClass, classOfPoint, classOfUnit } from './character-class.js';
import type { Word } from './shapes.js';

/** Wildcards of a query while it is cut into words: private-use characters that no text is matched on. */
export const anyLetters = '\ue000';
export const oneLetter = '\ue001';

/**
 * Where the words of a folded text are: token `i` is `units[starts[i]..ends[i])` of the buffer. `kinds[i]` is the
 * character class (`letter`, `unspaced`, `emoji`); `ordinals[i]` how many words stand before it (an emoji is none);
 * `glued[i]` is 1 when nothing stands between it and the token before.
 */
export interface Tokens {
  readonly buffer: FoldBuffer;
  readonly starts: number[];
  readonly ends: number[];
  readonly kinds: number[];
  readonly ordinals: number[];
  readonly glued: number[];
  /** How many words (not emoji) there are. */
  words: number;
}

/** Empty tokens to be filled again and again. */
export function emptyTokens(): Tokens {
  return { buffer: new FoldBuffer(), starts: [], ends: [], kinds: [], ordinals: [], glued: [], words: 0 };
}

/** Folds `text` and finds its words. `wildcards`: the private-use wildcard characters count as letters. */
export function tokenise(text: string, into: Tokens, wildcards = false): Tokens {
  const { buffer, starts, ends, kinds, ordinals, glued } = into;
  foldInto(text, buffer);
  const { units, length } = buffer;
  let count = 0;
  let words = 0;
  let index = 0;
  const add = (from: number, to: number, kind: number): void => {
    starts[count] = from;
    ends[count] = to;
    kinds[count] = kind;
    ordinals[count] = words;
    glued[count] = count > 0 && ends[count - 1] === from && kind !== characterClass.emoji ? 1 : 0;
    count += 1;
    if (kind !== characterClass.emoji) words += 1;
  };
  const classAt = (at: number): number => {
    const unit = units[at] ?? 0;
    if (wildcards && (unit === 0xe000 || unit === 0xe001)) return characterClass.letter;
    if (unit < 0xd800 || unit > 0xdfff) return classOfUnit(unit);
    const low = units[at + 1] ?? 0;
    if (unit > 0xdbff || low < 0xdc00 || low > 0xdfff || at + 1 >= length) return characterClass.end;
    return classOfPoint((unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000);
  };
  const widthAt = (at: number): number => {
    const unit = units[at] ?? 0;
    return unit >= 0xd800 && unit <= 0xdbff && at + 1 < length && ((units[at + 1] ?? 0) & 0xfc00) === 0xdc00 ? 2 : 1;
  };
  while (index < length) {
    const kind = classAt(index);
    const from = index;
    index += widthAt(index);
    if (kind === characterClass.end) continue;
    if (kind === characterClass.letter) {
      while (index < length && classAt(index) === characterClass.letter) index += widthAt(index);
    } else if (kind === characterClass.emoji) {
      const end = emojiEnd(text, buffer.from[from] ?? 0);
      while (index < length && (buffer.from[index] ?? 0) < end) index += 1;
    }
    add(from, index, kind);
  }
  starts.length = count;
  ends.length = count;
  kinds.length = count;
  ordinals.length = count;
  glued.length = count;
  into.words = words;
  return into;
}

const wholeEmoji =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?)*[\u{e0020}-\u{e007f}]*|[\p{Emoji_Modifier}\p{Regional_Indicator}]/uy;

/** Where the emoji that begins at `start` of the original ends, with all that is joined to it. */
function emojiEnd(text: string, start: number): number {
  wholeEmoji.lastIndex = start;
  return wholeEmoji.test(text) ? wholeEmoji.lastIndex : start + 1;
}

/** The folded text of token `index`. */
export function tokenText(tokens: Tokens, index: number): string {
  return unitsText(tokens.buffer.units, tokens.starts[index] ?? 0, tokens.ends[index] ?? 0);
}

/** Folded units as a string. */
export function unitsText(units: Uint16Array, start: number, end: number): string {
  if (end - start <= 4096) return String.fromCharCode(...units.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at += 4096)
    text += String.fromCharCode(...units.subarray(at, Math.min(end, at + 4096)));
  return text;
}

const trailing = /[\p{M}\ufe0f\u{1f3fb}-\u{1f3ff}]/u;

/** Where the character that begins at `start` ends, with the marks on it: whole grapheme clusters for spans. */
function characterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length) {
    const point = text.codePointAt(end) ?? 0;
    if (point < 0x300 || !trailing.test(String.fromCodePoint(point))) break;
    end += point > 0xffff ? 2 : 1;
  }
  return end;
}

/** The span of token `index` in the text that was tokenised. */
export function tokenSpan(text: string, tokens: Tokens, index: number): { start: number; end: number } {
  const start = tokens.buffer.from[tokens.starts[index] ?? 0] ?? 0;
  if (tokens.kinds[index] === characterClass.emoji) return { start, end: emojiEnd(text, start) };
  const last = tokens.buffer.from[(tokens.ends[index] ?? 1) - 1] ?? start;
  return { start, end: Math.max(characterEnd(text, last), start) };
}

/** The emoji of token `index` without variation selectors, as terms name it. */
export function emojiText(text: string, tokens: Tokens, index: number): string {
  const { start, end } = tokenSpan(text, tokens, index);
  return text.slice(start, end).replaceAll('\ufe0f', '');
}

/**
 * The words of a text in order, folded as matching folds them: what a search index should hold so that search and
 * match agree. In scripts without word spaces every character is a word and `glued` to the one before; an emoji is
 * a word of kind `emoji`.
 *
 * @example
 * words('L’Été').map(({ word }) => word); // ['l', 'ete']
 * words('والبوابة')[0]?.stripped; // ['بوابه', 'البوابه']
 */
export function words(text: string): readonly Word[] {
  const tokens = tokenise(text, emptyTokens());
  return tokens.starts.map((_, index) => {
    const emoji = tokens.kinds[index] === characterClass.emoji;
    const word = emoji ? emojiText(text, tokens, index) : tokenText(tokens, index);
    return {
      kind: emoji ? 'emoji' : 'word',
      word,
      ...tokenSpan(text, tokens, index),
      glued: tokens.glued[index] === 1,
      stripped: emoji ? [] : withoutParticles(word),
    };
  });
}
