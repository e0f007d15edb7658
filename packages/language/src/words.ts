import {
  cyrillicLookAlikes,
  digit,
  greek,
  kindAbove,
  kindTable,
  latinLookAlikes,
  leet,
  lowerTable,
  otherLetter,
  skipped,
  symbol,
} from './characters.js';
import { cyrillic, latin } from './classes.js';

/** Letters of a word that are looked at. */
const longestWord = 40;
/** Words of a text that are looked at: more say nothing new. */
export const mostWords = 160;

/**
 * A word as the model reads it: lower case, without marks, look-alikes of another script put right. `units` is reused for
 * the next word. `odd` says that digits, symbols or letters in threes stand in it, so that {@link rewritten} differs.
 */
export interface WordView {
  readonly units: Uint16Array;
  length: number;
  letters: number;
  /** its script: a number of classes.ts, or a kind of characters.ts for the others */
  script: number;
  odd: boolean;
  /** two independent hashes of the units and the script */
  hash: number;
  check: number;
}

export const view: WordView = {
  units: new Uint16Array(longestWord + 2),
  length: 0,
  letters: 0,
  script: 0,
  odd: false,
  hash: 0,
  check: 0,
};

/**
 * Calls `take` for each word of a text, with {@link view} filled. A run of single letters parted by one character each
 * ("h e l l o") is one word. Gives the number of words.
 */
export function eachWord(text: string, take: () => void): number {
  const kinds = kindTable();
  const lower = lowerTable();
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const { units } = view;
  let words = 0;
  let length = 0;
  let letters = 0;
  let odd = false;
  let seen = 0;
  const end = text.length;
  for (let at = 0; at <= end && words < mostWords; at += 1) {
    const unit = at < end ? text.charCodeAt(at) : 0x20;
    let kind = unit < 0x3000 ? (kinds[unit] ?? 0) : kindAbove(unit);
    if (kind === skipped) continue;
    if (kind === symbol && (letters === 0 || !isLetter(text, at + 1, kinds))) kind = 0;
    if (kind !== 0) {
      if (length >= longestWord) continue;
      if (kind === digit || kind === symbol) odd = true;
      else {
        letters += 1;
        seen |= 1 << kind;
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
      const small = unit < 0x3000 ? (lower[unit] ?? unit) : unit;
      if (length >= 2 && units[length - 1] === small && units[length - 2] === small) {
        odd = true;
        continue;
      }
      units[length] = small;
      length += 1;
      continue;
    }
    if (letters === 1 && length === 1 && at < end) {
      const joined = spacedEnd(text, at, kinds);
      if (joined > at) {
        // The letters of a spaced word come without what parts them.
        const inside = text.slice(at, joined).replace(/[^\p{L}\p{N}@$]/gu, '');
        for (let index = 0; index < inside.length && length < longestWord; index += 1) {
          const next = inside.charCodeAt(index);
          const nextKind = next < 0x3000 ? (kinds[next] ?? 0) : kindAbove(next);
          if (nextKind === digit || nextKind === symbol) odd = true;
          else {
            letters += 1;
            seen |= 1 << nextKind;
            counts[nextKind] = (counts[nextKind] ?? 0) + 1;
          }
          units[length] = next < 0x3000 ? (lower[next] ?? next) : next;
          length += 1;
        }
        at = joined;
      }
    }
    if (letters > 0) {
      finish(length, letters, seen, counts, odd);
      take();
      words += 1;
    }
    if (seen !== 0) counts.fill(0);
    length = 0;
    letters = 0;
    seen = 0;
    odd = false;
  }
  return words;
}

function isLetter(text: string, at: number, kinds: Uint8Array): boolean {
  if (at >= text.length) return false;
  const unit = text.charCodeAt(at);
  const kind = unit < 0x3000 ? (kinds[unit] ?? 0) : kindAbove(unit);
  return kind !== 0 && kind !== skipped && kind !== symbol && kind !== digit;
}

const spaced = /(?:[ ._*-][\p{L}\p{N}@$](?![\p{L}\p{M}\p{N}])){3,}/uy;

/** Where a run of single letters that began before `at` ends; `at` where there is none. */
function spacedEnd(text: string, at: number, kinds: Uint8Array): number {
  if (!isLetter(text, at + 1, kinds) || isLetter(text, at + 2, kinds)) return at;
  spaced.lastIndex = at;
  return spaced.test(text) ? spaced.lastIndex : at;
}

function finish(length: number, letters: number, seen: number, counts: readonly number[], odd: boolean): void {
  const { units } = view;
  let script = 31 - Math.clz32(seen);
  if ((seen & (seen - 1)) !== 0) script = settled(counts, length, units);
  if (script === greek) script = otherLetter;
  let hash = 0x811c9dc5 ^ script;
  let check = 0x2545f491 + script;
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0;
    hash = Math.imul(hash ^ unit, 0x01000193);
    check = Math.imul(check + unit, 0x9e3779b1);
    check ^= check >>> 15;
  }
  view.length = length;
  view.letters = letters;
  view.script = script;
  view.odd = odd;
  view.hash = hash ^ (hash >>> 16);
  view.check = odd ? check | 1 : check & -2;
}

/** The script of a word of several; look-alikes are written as letters of it. */
function settled(counts: readonly number[], length: number, units: Uint16Array): number {
  let script = 1;
  for (let kind = 1; kind < counts.length; kind += 1) {
    if ((counts[kind] ?? 0) > (counts[script] ?? 0)) script = kind;
  }
  const others = script === cyrillic ? cyrillicLookAlikes : latinLookAlikes;
  if (script === greek) script = latin;
  if (script === cyrillic || script === latin) {
    for (let at = 0; at < length; at += 1) units[at] = others.get(units[at] ?? 0) ?? units[at] ?? 0;
  }
  return script;
}

const other = new Uint16Array(longestWord + 2);

/**
 * The word of {@link view} read as disguise: digits and symbols as the letters that they stand for, letters in a row
 * once. Gives its length in the returned units, which are reused.
 */
export function rewritten(): { readonly units: Uint16Array; readonly length: number } {
  let length = 0;
  for (let at = 0; at < view.length; at += 1) {
    const unit = view.units[at] ?? 0;
    const letter = leet.get(unit) ?? unit;
    if (length > 0 && other[length - 1] === letter) continue;
    other[length] = letter;
    length += 1;
  }
  return { units: other, length };
}
