/* oxlint-disable no-misleading-character-class, no-control-regex -- classes of single code points: marks, selectors and joiners are meant one by one */
import { hiddenNames } from './hidden-names.js';

/**
 * A piece of a stranger's text as a page shows it: ordinary text, one hidden character that must not act, or the rest of
 * a pile of marks that is too high to show. Offsets are UTF-16 units of the text.
 */
export type VisibleToken =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'hidden';
      /** `U+200B` */
      readonly codePoint: string;
      /** `ZERO WIDTH SPACE`, as Unicode names it */
      readonly name: string;
      /** `ZWSP`, where Unicode has an abbreviation for it; else the code point */
      readonly label: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'marks'; readonly count: number; readonly start: number; readonly end: number };

/** Format characters, controls, fillers and variation selectors; four marks or more in a row. */
const suspicious =
  /[\p{Cf}\p{Cc}\p{Co}\p{Cs}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2028\u2029\u3164\uFFA0\uFE00-\uFE0F\u{E0100}-\u{E01EF}]|\p{M}{4,}/gu;
/** The signs in the middle of Arabic and Syriac numbers are seen, and so are lines and tabs. */
const seenFormats = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\n\r\t]/u;
/** Scripts that need joiners to spell: Arabic letters, Syriac, the scripts of India and Sri Lanka, Khmer, Mongolian. */
const joiningLetter =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Deva}\p{Script=Beng}\p{Script=Guru}\p{Script=Gujr}\p{Script=Orya}\p{Script=Taml}\p{Script=Telu}\p{Script=Knda}\p{Script=Mlym}\p{Script=Sinh}\p{Script=Khmr}\p{Script=Mong}]/u;
/** The sign that joins consonants; a joiner after it chooses the letter's form, also at the end of a word. */
const virama = /[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]/u;
const pictograph = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u20E3]/u;
const selectable = /[\p{Extended_Pictographic}0-9#*\p{Script=Han}\p{Script=Mong}]/u;
const onlyMarks = /^\p{M}{4,}$/u;
const hiddenMark = /[\u034F\u17B4\u17B5\u180B-\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;

/** How many marks on one letter are still shown: Vietnamese and vocalised Arabic need three. */
const shownMarks = 3;

/**
 * Cuts a text into what can be shown as it is and what must be shown as a token, so that no invisible or
 * direction-turning character ever reaches a page. Joiners that an emoji or a script needs stay in the text. The tokens
 * cover the text without gap.
 *
 * @example
 * visibleTokens('a\u200bb')[1];
 * // { kind: 'hidden', codePoint: 'U+200B', name: 'ZERO WIDTH SPACE', label: 'ZWSP', start: 1, end: 2 }
 */
export function visibleTokens(text: string): readonly VisibleToken[] {
  const tokens: VisibleToken[] = [];
  let done = 0;
  const textUntil = (end: number): void => {
    if (end > done) tokens.push({ kind: 'text', text: text.slice(done, end), start: done, end });
    done = end;
  };
  for (const found of text.matchAll(suspicious)) {
    const start = found.index;
    const [signs] = found;
    const end = start + signs.length;
    if (onlyMarks.test(signs) && !hiddenMark.test(signs)) {
      const marks = Array.from(signs);
      textUntil(start + marks.slice(0, shownMarks).join('').length);
      tokens.push({ kind: 'marks', count: marks.length - shownMarks, start: done, end });
      done = end;
    } else if (!belongs(text, start, signs)) {
      textUntil(start);
      for (const sign of signs) {
        tokens.push({ kind: 'hidden', ...named(sign), start: done, end: done + sign.length });
        done += sign.length;
      }
    }
  }
  textUntil(text.length);
  return tokens;
}

/** Whether the character does its lawful work here: joins Persian or Bengali letters, or parts of one emoji. */
function belongs(text: string, start: number, sign: string): boolean {
  if (seenFormats.test(sign)) return true;
  const before = Array.from(text.slice(Math.max(0, start - 4), start)).at(-1) ?? '';
  const next = text.codePointAt(start + sign.length);
  const after = next === undefined ? '' : String.fromCodePoint(next);
  if (sign === '\u200C' || sign === '\u200D') {
    const joins = /[\p{L}\p{M}]/u.test(before) && joiningLetter.test(before) && joiningLetter.test(after);
    return joins || virama.test(before) || (sign === '\u200D' && pictograph.test(before) && pictograph.test(after));
  }
  if (/^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u.test(sign)) return selectable.test(before);
  // Flags of parts of countries are a black flag followed by tags.
  if (/^[\u{E0020}-\u{E007F}]$/u.test(sign)) {
    return /\u{1F3F4}[\u{E0020}-\u{E007E}]{0,6}$/u.test(text.slice(Math.max(0, start - 14), start));
  }
  return false;
}

/**
 * A code point as Unicode writes it.
 * @example codePointLabel(0x200b) // 'U+200B'
 */
export function codePointLabel(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

function named(sign: string): { readonly codePoint: string; readonly name: string; readonly label: string } {
  const point = sign.codePointAt(0) ?? 0;
  const codePoint = codePointLabel(point);
  const [name, label] = hiddenNames.get(point) ?? [kindOf(point)];
  return { codePoint, name, label: label ?? codePoint };
}

function kindOf(point: number): string {
  if (point < 0x20 || (point >= 0x7f && point <= 0x9f)) return 'CONTROL CHARACTER';
  if (point >= 0xd800 && point <= 0xdfff) return 'LONE SURROGATE';
  if (point >= 0xfe00 && point <= 0xfe0f) return `VARIATION SELECTOR-${String(point - 0xfe00 + 1)}`;
  if (point >= 0xe0100 && point <= 0xe01ef) return `VARIATION SELECTOR-${String(point - 0xe0100 + 17)}`;
  if (point >= 0xe0020 && point <= 0xe007e) return `TAG ${String.fromCodePoint(point - 0xe0000)}`;
  return 'INVISIBLE CHARACTER';
}
