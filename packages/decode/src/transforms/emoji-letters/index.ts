import { foldFlag } from '../../fold-signs.js';
import type { Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';
import { spellingOf } from '../../words/known-word.js';
import { letterOf } from './letter-of.js';
import { regionCodes } from './region-codes.js';

/** Emoji that show a letter, with what makes them an emoji, and plain letters between them. */
const word = /(?:(?:[\u{1f1e6}-\u{1f1ff}\u{1f170}-\u{1f189}Ⓜℹ⭕❌❎✖✝][\ufe0e\ufe0f]?)|[a-zA-Z](?!\ufe0f))+/gu;
const sign = /([\u{1f1e6}-\u{1f1ff}\u{1f170}-\u{1f189}Ⓜℹ⭕❌❎✖✝])([\ufe0e\ufe0f]?)/gu;
const regional = /^(?:\p{Regional_Indicator}\ufe0f?)+$/u;

/** Letters written with emoji: regional indicators that are no flags, blood groups, parking signs, red rings. */
export const emojiLetters: Transform = {
  name: 'emoji-letters',
  flags: foldFlag.styled,
  gate: /[\u{1f1e6}-\u{1f1ff}\u{1f170}-\u{1f189}]|[Ⓜℹ⭕❌❎✖✝]\ufe0f?[a-z]|[a-z][Ⓜℹ⭕❌❎✖✝]/iu,
  edits,
};

function edits(text: string): readonly Edit[] {
  const words = Array.from(text.matchAll(word), (match) => ({ start: match.index, text: match[0] }));
  const found: Edit[] = [];
  for (const [index, one] of words.entries()) {
    const letters = Array.from(one.text.matchAll(sign));
    if (letters.length === 0) continue;
    const alone = isIndicator(one.text) && [words[index - 1], words[index + 1]].some((other) => isNear(one, other));
    if (!alone && !isWord(one.text, letters.length)) continue;
    for (const match of letters) {
      const start = one.start + match.index;
      const replacement = letterOf(match[1] ?? '');
      found.push({ start, end: start + match[0].length, replacement, name: 'emoji-letters' });
    }
  }
  return found;
}

/** Whether emoji and letters make a word: three letter signs or more that are no flags and not all the same, or a known word. */
function isWord(typed: string, emoji: number): boolean {
  const said = typed.replace(sign, (_, shown: string) => letterOf(shown));
  if (regional.test(typed)) return !isFlags(said);
  if (said.length < 2 || new Set(said).size === 1) return false;
  const flags = typed.match(/\p{Regional_Indicator}+/gu) ?? [];
  if (flags.map((row) => Array.from(row, letterOf).join('')).some((row) => row.length > 1 && isFlags(row)))
    return false;
  const letters = typed.match(/[\u{1f170}-\u{1f189}\p{Regional_Indicator}]/gu)?.length ?? 0;
  if (emoji === said.length) return letters >= 3 && !/^(?:AB|OP|PO|BA)+$/.test(said);
  return said.length >= 3 && spellingOf(Array.from(said.toLowerCase(), (letter) => [letter])) !== undefined;
}

/** Regional indicators that are a row of flags, or the rest of one that was cut off. */
function isFlags(said: string): boolean {
  if (said.length === 1) return true;
  for (let at = 0; at < said.length; at += 2) if (!regionCodes.includes(said.slice(at, at + 2))) return false;
  return true;
}

interface Typed {
  readonly start: number;
  readonly text: string;
}

function isIndicator(text: string): boolean {
  return /^\p{Regional_Indicator}\ufe0f?$/u.test(text);
}

/** Whether two single regional indicators stand within two units of each other: letters set apart. */
function isNear(one: Typed, other: Typed | undefined): boolean {
  if (other === undefined || !isIndicator(other.text)) return false;
  const [left, right] = one.start < other.start ? [one, other] : [other, one];
  const gap = right.start - (left.start + left.text.length);
  return gap > 0 && gap <= 2;
}
