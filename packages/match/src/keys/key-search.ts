import { characterClass } from '../character-class.js';
import { isDrawnOut, squeezed } from '../drawn-out.js';
import { particleBit, particlesOf } from './attached-particles.js';
import { deletions, keyKind, longestFuzzy } from './key-kinds.js';
import { hashPrime, hashSeed, hashUnits, keyRole, mixed, type KeyTable } from './key-table.js';
import { classAt, isPair, unitClasses, unknown } from './unit-class.js';

const { end: outside, letter, emoji } = characterClass;
const lam = 0x644;
/** The particles begin with letters from alef to waw. */
const alef = 0x627;
const waw = 0x648;
/** Classes above need a closer look. */
const lastPlain = emoji;

/** Which kinds of keys the rules have, so that a text is looked at for no others. */
export interface KeyUse {
  readonly prefixLengths: readonly number[];
  readonly fuzzy: boolean;
  readonly emoji: boolean;
  readonly tags: boolean;
  readonly literals: boolean;
}

/** Hears the number of each key that a text has; one may come several times. */
export type OnKey = (key: number) => void;

/**
 * Finds the keys of the rules in folded text: one hash a word, and for most words one bit of memory. Written over units
 * and numbers, because this is what every post pays for.
 */
export class KeySearch {
  readonly #table: KeyTable;
  readonly #use: KeyUse;
  readonly #byText: boolean;
  /** Key numbers of the forms of the word before and of this one. */
  #before: number[] = [];
  #forms: number[] = [];
  readonly #scratch = new Uint16Array(256);
  readonly #pair = new Uint16Array(5);
  #sawEmoji = false;

  constructor(table: KeyTable, use: KeyUse) {
    this.#table = table;
    this.#use = use;
    this.#byText = use.prefixLengths.length > 0 || use.fuzzy;
    this.#pair[0] = keyKind.pair.charCodeAt(0);
  }

  /** Words, pairs, beginnings and literals in `units[0..length)`; gives whether there are emoji to ask for. */
  search(units: Uint16Array, length: number, onKey: OnKey): boolean {
    // Locals, one table look-up and one multiplication a letter, and no call for a word that no rule has.
    const classes = unitClasses;
    const { filter } = this.#table.tables;
    const filterMask = filter.length * 32 - 1;
    const every = this.#byText;
    this.#before.length = 0;
    this.#sawEmoji = false;
    let at = 0;
    while (at < length) {
      const first = units[at] ?? 0;
      const kind = classes[first] ?? unknown;
      if (kind === outside) {
        at += 1;
        continue;
      }
      if (kind !== letter) {
        at = this.#uncommon(units, at, length, onKey);
        continue;
      }
      const start = at;
      let hash = Math.imul(hashSeed ^ first, hashPrime);
      let next: number = letter;
      at += 1;
      while (at < length) {
        const unit = units[at] ?? 0;
        next = classes[unit] ?? unknown;
        if (next !== letter) break;
        hash = Math.imul(hash ^ unit, hashPrime);
        at += 1;
      }
      if (next > lastPlain && at < length) {
        at = this.#uncommon(units, start, length, onKey);
        continue;
      }
      hash = mixed(hash);
      const bit = hash & filterMask;
      const mayBeKey = (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) !== 0;
      if (mayBeKey || every || (first >= alef && first <= waw)) this.#word(units, start, at, hash, onKey);
      else if (this.#before.length > 0) this.#before.length = 0;
    }
    if (this.#use.literals) this.#literals(units, length, onKey);
    return this.#sawEmoji;
  }

  /** The same for one word that is none of plain letters: pairs of units, characters of which each is a word, emoji. */
  #uncommon(units: Uint16Array, start: number, length: number, onKey: OnKey): number {
    const kind = classAt(units, start, length);
    let at = start + (isPair(units, start, length) ? 2 : 1);
    if (kind === emoji) this.#sawEmoji = true;
    // An emoji does not part the words of a phrase.
    if (kind === emoji || kind === outside) return at;
    if (kind === letter) {
      while (at < length && classAt(units, at, length) === letter) at += isPair(units, at, length) ? 2 : 1;
    }
    this.#word(units, start, at, mixed(hashUnits(units, start, at)), onKey);
    return at;
  }

  #word(units: Uint16Array, start: number, end: number, hash: number, onKey: OnKey): void {
    const forms = this.#forms;
    forms.length = 0;
    const whole = this.#table.find(units, start, end, hash);
    if (whole >= 0) forms.push(whole);
    const first = units[start] ?? 0;
    const particles = first >= alef && first <= waw ? particlesOf(units, start, end) : 0;
    if (particles !== 0) this.#stripped(units, start, end, particles);
    if (this.#byText) this.#beginnings(units, start, end, onKey);
    const before = this.#before;
    for (const form of forms) {
      onKey(form);
      const roles = this.#table.tables.roles[form] ?? 0;
      if ((roles & keyRole.pairRight) === 0) continue;
      for (const left of before) this.#pairOf(left, form, onKey);
    }
    this.#before = forms;
    this.#forms = before;
  }

  #pairOf(left: number, right: number, onKey: OnKey): void {
    if (((this.#table.tables.roles[left] ?? 0) & keyRole.pairLeft) === 0) return;
    const pair = this.#pair;
    pair[1] = left & 0xffff;
    pair[2] = left >>> 16;
    pair[3] = right & 0xffff;
    pair[4] = right >>> 16;
    const key = this.#table.find(pair, 0, 5, mixed(hashUnits(pair, 0, 5)));
    if (key >= 0) onKey(key);
  }

  /** The word without its attached particles. */
  #stripped(units: Uint16Array, start: number, end: number, particles: number): void {
    const table = this.#table;
    for (let width = 1; width <= 4; width += 1) {
      if ((particles & (1 << (width - 1))) === 0) continue;
      const key = table.find(units, start + width, end, mixed(hashUnits(units, start + width, end)));
      if (key >= 0) this.#forms.push(key);
      const withArticle = width === 2 ? particleBit.articleAfterTwo : width === 3 ? particleBit.articleAfterThree : 0;
      if ((particles & withArticle) === 0 || end - start > this.#scratch.length) continue;
      const scratch = this.#scratch;
      scratch[0] = alef;
      scratch[1] = lam;
      scratch.set(units.subarray(start + width, end), 2);
      const length = end - start - width + 2;
      const article = table.find(scratch, 0, length, mixed(hashUnits(scratch, 0, length)));
      if (article >= 0) this.#forms.push(article);
    }
  }

  /** Wildcards and one-edit words, which are compared with every form of the word. */
  #beginnings(units: Uint16Array, start: number, end: number, onKey: OnKey): void {
    this.#beginning(units, start, end, onKey);
    const first = units[start] ?? 0;
    const particles = first >= alef && first <= waw ? particlesOf(units, start, end) : 0;
    for (let width = 1; width <= 4; width += 1) {
      if ((particles & (1 << (width - 1))) === 0) continue;
      this.#beginning(units, start + width, end, onKey);
      const withArticle = width === 2 ? particleBit.articleAfterTwo : width === 3 ? particleBit.articleAfterThree : 0;
      if ((particles & withArticle) === 0) continue;
      const form = Uint16Array.of(alef, lam, ...units.subarray(start + width, Math.min(end, start + width + 256)));
      this.#beginning(form, 0, form.length, onKey);
    }
  }

  #beginning(units: Uint16Array, start: number, end: number, onKey: OnKey): void {
    const length = end - start;
    const marker = Math.imul(hashSeed ^ keyKind.prefix.charCodeAt(0), hashPrime);
    const scratch = this.#scratch;
    for (const wanted of this.#use.prefixLengths) {
      if (wanted > length) continue;
      scratch[0] = keyKind.prefix.charCodeAt(0);
      for (let index = 0; index < wanted; index += 1) scratch[index + 1] = units[start + index] ?? 0;
      const hash = mixed(hashUnits(units, start, start + wanted, marker));
      const key = this.#table.find(scratch, 0, wanted + 1, hash);
      if (key >= 0) onKey(key);
    }
    if (!this.#use.fuzzy || length > longestFuzzy + 2) return;
    const word = String.fromCharCode(...units.subarray(start, end));
    for (const form of deletions(word)) {
      const key = this.#table.findText(keyKind.deletion + form);
      if (key >= 0) onKey(key);
    }
  }

  #literals(units: Uint16Array, length: number, onKey: OnKey): void {
    const scratch = this.#scratch;
    scratch[0] = keyKind.literal.charCodeAt(0);
    const marker = Math.imul(hashSeed ^ keyKind.literal.charCodeAt(0), hashPrime);
    for (let at = 0; at + 3 <= length; at += 1) {
      const hash = mixed(hashUnits(units, at, at + 3, marker));
      scratch[1] = units[at] ?? 0;
      scratch[2] = units[at + 1] ?? 0;
      scratch[3] = units[at + 2] ?? 0;
      const key = this.#table.find(scratch, 0, 4, hash);
      if (key >= 0) onKey(key);
    }
  }

  /** An emoji, without variation selectors. */
  emoji(text: string, onKey: OnKey): void {
    const key = this.#table.findText(text);
    if (key >= 0) onKey(key);
  }

  /** A hashtag in one of its folded forms. */
  tag(text: string, onKey: OnKey): void {
    const key = this.#table.findText(keyKind.tag + text);
    if (key >= 0) onKey(key);
  }

  /** A folded word whose letters are drawn out. */
  drawnOut(word: string, onKey: OnKey): void {
    if (!isDrawnOut(word)) return;
    const key = this.#table.findText(keyKind.squeezed + squeezed(word));
    if (key >= 0) onKey(key);
  }
}
