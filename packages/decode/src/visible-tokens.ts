/* oxlint-disable no-misleading-character-class, no-control-regex -- classes of single code points: marks, selectors and joiners are meant one by one */
/** A piece of text as a page shows it: ordinary text, or one hidden character with its code point and name. */
export type VisibleToken =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'hidden';
      /** `U+200B` */
      readonly codePoint: string;
      /** `ZERO WIDTH SPACE`, as Unicode names it */
      readonly name: string;
      readonly start: number;
      readonly end: number;
    };

const names: ReadonlyMap<number, string> = new Map([
  [0x00ad, 'SOFT HYPHEN'],
  [0x034f, 'COMBINING GRAPHEME JOINER'],
  [0x061c, 'ARABIC LETTER MARK'],
  [0x115f, 'HANGUL CHOSEONG FILLER'],
  [0x1160, 'HANGUL JUNGSEONG FILLER'],
  [0x17b4, 'KHMER VOWEL INHERENT AQ'],
  [0x17b5, 'KHMER VOWEL INHERENT AA'],
  [0x180e, 'MONGOLIAN VOWEL SEPARATOR'],
  [0x200b, 'ZERO WIDTH SPACE'],
  [0x200c, 'ZERO WIDTH NON-JOINER'],
  [0x200d, 'ZERO WIDTH JOINER'],
  [0x200e, 'LEFT-TO-RIGHT MARK'],
  [0x200f, 'RIGHT-TO-LEFT MARK'],
  [0x2028, 'LINE SEPARATOR'],
  [0x2029, 'PARAGRAPH SEPARATOR'],
  [0x202a, 'LEFT-TO-RIGHT EMBEDDING'],
  [0x202b, 'RIGHT-TO-LEFT EMBEDDING'],
  [0x202c, 'POP DIRECTIONAL FORMATTING'],
  [0x202d, 'LEFT-TO-RIGHT OVERRIDE'],
  [0x202e, 'RIGHT-TO-LEFT OVERRIDE'],
  [0x2060, 'WORD JOINER'],
  [0x2061, 'FUNCTION APPLICATION'],
  [0x2062, 'INVISIBLE TIMES'],
  [0x2063, 'INVISIBLE SEPARATOR'],
  [0x2064, 'INVISIBLE PLUS'],
  [0x2066, 'LEFT-TO-RIGHT ISOLATE'],
  [0x2067, 'RIGHT-TO-LEFT ISOLATE'],
  [0x2068, 'FIRST STRONG ISOLATE'],
  [0x2069, 'POP DIRECTIONAL ISOLATE'],
  [0x3164, 'HANGUL FILLER'],
  [0xfeff, 'ZERO WIDTH NO-BREAK SPACE'],
  [0xffa0, 'HALFWIDTH HANGUL FILLER'],
  [0xe0001, 'LANGUAGE TAG'],
  [0xe007f, 'CANCEL TAG'],
]);

const hidden =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]|[\ud800-\udfff]/gu;

/** An emoji with the joiners and selectors that belong to it, and ZWNJ and ZWJ inside words whose script needs them. */
const needed =
  /\p{Extended_Pictographic}\ufe0f?(?:\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}\ufe0f?)*(?:[\u{e0020}-\u{e007e}]+\u{e007f})?|[0-9#*]\ufe0f\u20e3?|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{M}])[\u200c\u200d]/gu;

/**
 * Cuts a text into what can be seen and hidden characters, so that a page can show the latter as tokens. Joiners that
 * an emoji or a script needs stay in the text. The pieces cover the text without gap.
 *
 * @example
 * visibleTokens('a\u200bb')[1]; // { kind: 'hidden', codePoint: 'U+200B', name: 'ZERO WIDTH SPACE', start: 1, end: 2 }
 */
export function visibleTokens(text: string): readonly VisibleToken[] {
  const tokens: VisibleToken[] = [];
  let from = 0;
  const flush = (to: number): void => {
    if (to > from) tokens.push({ kind: 'text', text: text.slice(from, to), start: from, end: to });
  };
  const keep = [...text.matchAll(needed)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
  let kept = 0;
  for (const found of text.matchAll(hidden)) {
    const start = found.index;
    while (kept < keep.length && (keep[kept]?.end ?? 0) <= start) kept += 1;
    if ((keep[kept]?.start ?? text.length) <= start) continue;
    const end = start + found[0].length;
    flush(start);
    const point = found[0].codePointAt(0) ?? 0;
    tokens.push({ kind: 'hidden', codePoint: codePointLabel(point), name: nameOf(point), start, end });
    from = end;
  }
  flush(text.length);
  return tokens;
}

/**
 * A code point as Unicode writes it.
 * @example codePointLabel(0x200b) // 'U+200B'
 */
export function codePointLabel(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

function nameOf(point: number): string {
  const name = names.get(point);
  if (name !== undefined) return name;
  if (point < 0x20 || (point >= 0x7f && point <= 0x9f)) return 'CONTROL CHARACTER';
  if (point >= 0xd800 && point <= 0xdfff) return 'LONE SURROGATE';
  if (point >= 0xfe00 && point <= 0xfe0f) return `VARIATION SELECTOR-${String(point - 0xfe00 + 1)}`;
  if (point >= 0xe0100 && point <= 0xe01ef) return `VARIATION SELECTOR-${String(point - 0xe0100 + 17)}`;
  if (point >= 0xe0020 && point <= 0xe007e) return `TAG ${String.fromCodePoint(point - 0xe0000)}`;
  return 'INVISIBLE CHARACTER';
}
