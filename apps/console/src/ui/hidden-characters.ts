/** A run of text as it may be shown, a character that must not act, or a pile of marks too high to show. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'hidden'; readonly name: string; readonly code: string; readonly start: number }
  | { readonly kind: 'marks'; readonly count: number; readonly start: number };

const shortNames: Readonly<Record<number, string>> = {
  0x00ad: 'SHY',
  0x034f: 'CGJ',
  0x061c: 'ALM',
  0x180e: 'MVS',
  0x200b: 'ZWSP',
  0x200c: 'ZWNJ',
  0x200d: 'ZWJ',
  0x200e: 'LRM',
  0x200f: 'RLM',
  0x202a: 'LRE',
  0x202b: 'RLE',
  0x202c: 'PDF',
  0x202d: 'LRO',
  0x202e: 'RLO',
  0x2060: 'WJ',
  0x2066: 'LRI',
  0x2067: 'RLI',
  0x2068: 'FSI',
  0x2069: 'PDI',
  0xfeff: 'BOM',
};

/** Format characters, controls, fillers and variation selectors; the signs in the middle of Arabic numbers are seen. */
const suspicious =
  // oxlint-disable-next-line no-misleading-character-class -- the marks are meant one by one
  /[\p{Cf}\p{Cc}\p{Co}\p{Cs}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2028\u2029\u3164\uFFA0\uFE00-\uFE0F\u{E0100}-\u{E01EF}]|\p{M}{4,}/gu;
const seenFormats = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\n\r\t]/u;
/** Scripts that need joiners to spell: Arabic letters, Syriac, the scripts of India and Sri Lanka, Khmer, Mongolian. */
const joiningLetter =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Deva}\p{Script=Beng}\p{Script=Guru}\p{Script=Gujr}\p{Script=Orya}\p{Script=Taml}\p{Script=Telu}\p{Script=Knda}\p{Script=Mlym}\p{Script=Sinh}\p{Script=Khmr}\p{Script=Mong}]/u;
/** The sign that joins consonants; a joiner after it chooses the letter's form, also at the end of a word. */
const virama = /[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA]/u;
const pictograph = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u20E3]/u;
const selectable = /[\p{Extended_Pictographic}0-9#*\p{Script=Han}\p{Script=Mong}]/u;

/** How many marks on one letter are still shown: Vietnamese and vocalised Arabic need three. */
const shownMarks = 3;

/**
 * Cuts a stranger's text into what can be shown as it is and what must be shown as a token, so that no invisible or
 * direction-turning character ever reaches the page. Offsets are UTF-16 units of `text`.
 * @example partsOf('ab\u202Ecd')[1] // { kind: 'hidden', name: 'RLO', code: 'U+202E', start: 2 }
 */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  const plainUntil = (end: number) => {
    if (end > done) parts.push({ kind: 'text', text: text.slice(done, end), start: done });
    done = end;
  };
  for (const found of text.matchAll(suspicious)) {
    const start = found.index;
    const character = found[0];
    if (/^\p{M}{4,}$/u.test(character) && !suspiciousAlone(character)) {
      const marks = Array.from(character);
      const shown = marks.slice(0, shownMarks).join('').length;
      plainUntil(start + shown);
      parts.push({ kind: 'marks', count: marks.length - shownMarks, start: start + shown });
      done = start + character.length;
    } else if (!belongs(text, start, character)) {
      plainUntil(start);
      for (const each of character) parts.push({ kind: 'hidden', ...nameOf(each), start: done });
      done = start + character.length;
    }
  }
  plainUntil(text.length);
  return parts;
}

function suspiciousAlone(character: string): boolean {
  return /[\u034F\u17B4\u17B5\u180B-\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u.test(character);
}

/** Whether the character does its lawful work here: joins Persian or Bengali letters, or parts of one emoji. */
function belongs(text: string, start: number, character: string): boolean {
  if (seenFormats.test(character)) return true;
  const before = lastCharacter(text.slice(Math.max(0, start - 4), start));
  const next = text.codePointAt(start + character.length);
  const after = next === undefined ? '' : String.fromCodePoint(next);
  if (character === '\u200C' || character === '\u200D') {
    const joins = /[\p{L}\p{M}]/u.test(before) && joiningLetter.test(before) && joiningLetter.test(after);
    return (
      joins || virama.test(before) || (character === '\u200D' && pictograph.test(before) && pictograph.test(after))
    );
  }
  if (/^[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]$/u.test(character)) return selectable.test(before);
  // Flags of parts of countries are a black flag followed by tags.
  if (/^[\u{E0020}-\u{E007F}]$/u.test(character)) {
    return /\u{1F3F4}[\u{E0020}-\u{E007E}]{0,6}$/u.test(text.slice(Math.max(0, start - 14), start));
  }
  return false;
}

function lastCharacter(text: string): string {
  return Array.from(text).at(-1) ?? '';
}

function nameOf(character: string): { readonly name: string; readonly code: string } {
  const point = character.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  return { name: shortNames[point] ?? code, code };
}
