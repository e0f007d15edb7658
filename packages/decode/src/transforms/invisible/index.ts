/* oxlint-disable no-misleading-character-class -- classes of single code points: marks, selectors and joiners are meant one by one */
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import type { Edit } from '../../tracked-text.js';

/** Characters without a glyph: format characters, fillers, selectors, tags. Direction controls have their own stage. */
const run =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u061c\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]+/gu;

const joinerScripts =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Nko}]/u;
const breakScripts =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Javanese}\p{Script=Balinese}]/u;
const letter = /[\p{L}\p{N}\p{M}]/u;
const emojiPart = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f\u20e3\u{e0000}-\u{e007f}]/u;
const selectorBase =
  /[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Myanmar}\p{S}\p{P}0-9]/u;
const joiners = /^[\u200c\u200d]{1,2}$/u;
const tags = /[\u{e0000}-\u{e007f}]/u;

/** In Arabic script a word with more joiners than this, or with single letters between them, was cut up rather than spelled. */
const mostJoiners = 3;

function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  // A name or an address is one word: nothing hidden belongs to its ends either.
  const oneWord = !/\s/u.test(text.trim());
  for (const match of text.matchAll(run)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = characterBefore(text, start);
    const after = characterAfter(text, end);
    const atEdge = oneWord && edge.test(match[0]) && /[\p{Script=Latin}\p{Nd}]/u.test(before + after);
    if (atEdge || !isLegitimate(match[0], before, after, text, start, end)) {
      found.push({ start, end, replacement: '', name: 'invisible' });
    }
  }
  return found;
}

/** What nobody types at the end of a word: blanks without width, joiners, fillers. */
const edge = /^[\u200b-\u200d\u2060-\u2064\u180e\u034f\ufeff\u115f\u1160\u3164\uffa0]+$/u;

function isLegitimate(run: string, before: string, after: string, text: string, start: number, end: number): boolean {
  const first = run.codePointAt(0) ?? 0;
  if (tags.test(run)) return before === '\u{1f3f4}' && /^[\u{e0020}-\u{e007e}]+\u{e007f}$/u.test(run);
  if (/^[\ufe00-\ufe0f]\u200d?$|^\u200d\ufe0f?$|^\ufe0f$/u.test(run) && emojiPart.test(before)) return true;
  if (/^[\ufe00-\ufe0f]$/u.test(run)) return selectorBase.test(before);
  if (/^[\u{e0100}-\u{e01ef}]$/u.test(run)) return /\p{Script=Han}/u.test(before);
  if (joiners.test(run)) {
    if (joinerScripts.test(before)) {
      if (!/\p{Script=Arabic}/u.test(before) || !letter.test(after)) return true;
      return isSpelledWithJoiners(text, start);
    }
    return !(letter.test(before) && letter.test(after));
  }
  if (/^[\u180b-\u180f]$/u.test(run)) return /\p{Script=Mongolian}/u.test(before + after);
  if (first === 0x17b4 || first === 0x17b5) return /\p{Script=Khmer}/u.test(before);
  if (/^[\u115f\u1160\u3164\uffa0]$/u.test(run)) return /\p{Script=Hangul}/u.test(before + after);
  if (/^\u200b+$/u.test(run) && (breakScripts.test(before) || breakScripts.test(after))) return true;
  if (run === '\u00ad') return isHyphenation(text, start, end);
  if (/^[\u200e\u200f\u061c]+$/u.test(run)) return !(sameKind(before, after) && letter.test(before));
  if (/^[\u200b\u2060\ufeff]$/u.test(run)) {
    if (breakScripts.test(before) || breakScripts.test(after)) return true;
    return !(letter.test(before) && letter.test(after));
  }
  if (/^[\u2061-\u2064]$/u.test(run)) return !(/\p{L}/u.test(before) && /\p{L}/u.test(after));
  return !(letter.test(before) && letter.test(after)) && Array.from(run).length === 1;
}

/** Direction marks between letters of different directions or around punctuation do their work. */
function sameKind(before: string, after: string): boolean {
  const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
  return (
    letter.test(before) &&
    letter.test(after) &&
    rightToLeft.test(before) === rightToLeft.test(after) &&
    !/\p{N}/u.test(before + after)
  );
}

/** How long a word must be that a typesetter lets break; where several words may break, shorter ones do too. */
const breakable = 10;
const breakableAmongOthers = 6;

/** A soft hyphen of a typesetter stands inside a long word, with two letters or more on each side up to the next one. */
function isHyphenation(text: string, start: number, end: number): boolean {
  const left = /[\p{L}\p{M}\u00ad]*$/u.exec(text.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const right = /^[\p{L}\p{M}\u00ad]*/u.exec(text.slice(end, end + 60))?.[0] ?? '';
  const parts = `${left}\u00ad${right}`.split('\u00ad');
  if (parts.some((part) => part.length < 2)) return false;
  const length = parts.join('').length;
  if (length >= breakable) return true;
  const others = `${text.slice(0, start - left.length)} ${text.slice(end + right.length)}`.slice(0, 5000);
  return length >= breakableAmongOthers && others.includes('\u00ad');
}

function isSpelledWithJoiners(text: string, at: number): boolean {
  const left = /[\p{L}\p{M}\u200c\u200d]*$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  const right = /^[\p{L}\p{M}\u200c\u200d]*/u.exec(text.slice(at, at + 40))?.[0] ?? '';
  const parts = (left + right).split(/[\u200c\u200d]/u);
  return parts.length <= 2 || (parts.length <= mostJoiners + 1 && parts.slice(0, -1).every((part) => part.length > 1));
}

function characterBefore(text: string, index: number): string {
  if (index === 0) return '';
  const unit = text.charCodeAt(index - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && index > 1 ? text.slice(index - 2, index) : text.slice(index - 1, index);
}

function characterAfter(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** Invisible characters inside words; joiners and marks that a script, an emoji or a mixed direction needs stay. */
export const invisible: Transform = {
  name: 'invisible',
  flags: foldFlag.invisible,
  gate: /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u,
  edits,
};
