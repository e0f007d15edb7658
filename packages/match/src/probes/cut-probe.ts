import { characterClass } from '../character-class.js';
import { keyKind } from '../keys/key-kinds.js';
import type { KeyUse } from '../keys/key-search.js';
import { hashPrime, hashSeed, hashUnits, keyRole, mixed, type KeyTable } from '../keys/key-table.js';
import { pairUnits } from '../keys/pair-units.js';
import { classAt, isPair } from '../keys/unit-class.js';

/** Words that are shorter are not cut, in folded units. */
const shortest = 4;
/** A longer word may hold anything. */
const longest = 400;
const sharp = 0x23;
const underscore = 0x5f;

/** The keys that the word before may end with. */
interface Before {
  readonly keys: readonly number[];
  /** Whether it is in Arabic letters, of which particles may be taken off: its forms are not known here. */
  readonly open: boolean;
  /** Whether it may be cut: the halves of a pair may both be whole words otherwise, which a search finds. */
  readonly cut: boolean;
}

const nothing: Before = { keys: [], open: false, cut: false };

/**
 * Tells whether words of a text, cut into several, may hold a key: words that lack their blanks, and hashtags. Sure
 * where it says no, for it tries every piece of every word. One hash and one bit of memory a piece.
 */
export class CutProbe {
  readonly #table: KeyTable;
  readonly #use: KeyUse;
  readonly #pair = new Uint16Array(5);
  #before = nothing;

  constructor(table: KeyTable, use: KeyUse) {
    this.#table = table;
    this.#use = use;
    this.#pair[0] = keyKind.pair.charCodeAt(0);
  }

  /**
   * @param units a folded text
   * @param tags whether hashtags are cut; else words of Latin letters are
   */
  mayHold(units: Uint16Array, length: number, tags: boolean): boolean {
    let tagged = false;
    this.#before = nothing;
    for (let at = 0; at < length;) {
      const kind = classAt(units, at, length);
      const start = at;
      at += isPair(units, at, length) ? 2 : 1;
      if (kind !== characterClass.letter && kind !== characterClass.unspaced) {
        const unit = units[start] ?? 0;
        tagged = unit === sharp || (tagged && unit === underscore);
        continue;
      }
      if (kind === characterClass.letter) {
        while (at < length && classAt(units, at, length) === characterClass.letter) {
          at += isPair(units, at, length) ? 2 : 1;
        }
      }
      const cut = tags ? tagged : at - start >= shortest && hasLatin(units, start, at);
      const arabic = hasArabic(units, start, at);
      if (cut && (arabic || this.#use.fuzzy || at - start > longest)) return true;
      if (cut ? this.#partsHold(units, start, at) : this.#wholeHolds(units, start, at, arabic)) return true;
    }
    return false;
  }

  /** Whether a word that is not cut is the other half of a pair that the word before may end with. */
  #wholeHolds(units: Uint16Array, start: number, end: number, arabic: boolean): boolean {
    const { keys, cut } = this.#before;
    const key = this.#table.find(units, start, end, mixed(hashUnits(units, start, end)));
    this.#before = { keys: key < 0 ? [] : [key], open: arabic, cut: false };
    return cut && keys.length > 0 && (arabic || (key >= 0 && keys.some((left) => this.#isPair(left, key))));
  }

  /** Whether a piece of a word is a key, or a pair with the piece or the word before it. */
  #partsHold(units: Uint16Array, start: number, end: number): boolean {
    const { roles, ruleStarts } = this.#table.tables;
    const before = this.#before;
    const keys: number[] = [];
    /** First halves of pairs by where they end. */
    let lefts: Map<number, number[]> | undefined;
    for (let from = start; from < end; from += 1) {
      let hash = hashSeed;
      for (let to = from + 1; to <= end; to += 1) {
        hash = Math.imul(hash ^ (units[to - 1] ?? 0), hashPrime);
        const key = this.#table.find(units, from, to, mixed(hash));
        if (key < 0) continue;
        if (from > start || to < end) {
          if ((ruleStarts[key] ?? 0) < (ruleStarts[key + 1] ?? 0)) return true;
        }
        const role = roles[key] ?? 0;
        if ((role & keyRole.pairRight) !== 0) {
          const left = from === start ? before.keys : (lefts?.get(from) ?? []);
          if ((from === start && before.open) || left.some((one) => this.#isPair(one, key))) return true;
        }
        if ((role & keyRole.pairLeft) === 0) continue;
        if (to === end) keys.push(key);
        else {
          lefts ??= new Map();
          const others = lefts.get(to);
          if (others === undefined) lefts.set(to, [key]);
          else others.push(key);
        }
      }
      if (this.#begins(units, from, end)) return true;
    }
    this.#before = { keys, open: false, cut: true };
    return false;
  }

  #isPair(left: number, right: number): boolean {
    const pair = pairUnits(this.#pair, left, right);
    return this.#table.find(pair, 0, pair.length, mixed(hashUnits(pair, 0, pair.length))) >= 0;
  }

  /** Whether the beginning of a wildcard stands at a place. */
  #begins(units: Uint16Array, from: number, end: number): boolean {
    for (const length of this.#use.prefixLengths) {
      if (from + length > end) return false;
      const key = Uint16Array.of(keyKind.prefix.charCodeAt(0), ...units.subarray(from, from + length));
      if (this.#table.find(key, 0, key.length, mixed(hashUnits(key, 0, key.length))) >= 0) return true;
    }
    return false;
  }
}

/** Whether there is a Latin letter, or one that few texts have. */
function hasLatin(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = units[at] ?? 0;
    if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0xaa && unit < 0x300) || unit >= 0x1d00) return true;
  }
  return false;
}

function hasArabic(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if ((units[at] ?? 0) >= 0x600 && (units[at] ?? 0) <= 0x6ff) return true;
  return false;
}
