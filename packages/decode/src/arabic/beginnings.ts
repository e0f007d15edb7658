import { contextAfter, startContext } from './letter-costs.js';
import { arabicLetters } from './lexicon.js';

/**
 * Beginnings of words by number, so that a search compares numbers and not strings: 0 is the empty one, every other is
 * an earlier one and a letter.
 */
export class Beginnings {
  #size = 1;
  #before = new Int32Array(256);
  #letter = new Uint8Array(256);
  #context = new Int32Array(256).fill(startContext, 0, 1);
  /** Numbers by beginning and letter; at least half of the places are free. */
  #slots = new Int32Array(512);

  /** Forgets all but the empty one. */
  clear(): void {
    this.#size = 1;
    this.#slots.fill(0);
  }

  /** What the letters before cost a further one: see letter-costs.ts. */
  context(beginning: number): number {
    return this.#context[beginning] ?? startContext;
  }

  /** The number of a beginning and one more letter. */
  longer(beginning: number, letter: number): number {
    const mask = this.#slots.length - 1;
    let slot = slotOf(beginning, letter) & mask;
    for (let known = this.#slots[slot] ?? 0; known !== 0; known = this.#slots[slot] ?? 0) {
      if (this.#before[known] === beginning && this.#letter[known] === letter) return known;
      slot = (slot + 1) & mask;
    }
    if (this.#size === this.#before.length) {
      this.#grow();
      return this.longer(beginning, letter);
    }
    const number = this.#size;
    this.#size += 1;
    this.#before[number] = beginning;
    this.#letter[number] = letter;
    this.#context[number] = contextAfter(this.context(beginning), letter);
    this.#slots[slot] = number;
    return number;
  }

  written(beginning: number): string {
    let word = '';
    for (let at = beginning; at !== 0; at = this.#before[at] ?? 0) {
      word = (arabicLetters[this.#letter[at] ?? 0] ?? '') + word;
    }
    return word;
  }

  #grow(): void {
    const room = this.#before.length * 2;
    const [before, letter, context] = [this.#before, this.#letter, this.#context];
    this.#before = new Int32Array(room);
    this.#before.set(before);
    this.#letter = new Uint8Array(room);
    this.#letter.set(letter);
    this.#context = new Int32Array(room);
    this.#context.set(context);
    this.#slots = new Int32Array(room * 2);
    const mask = room * 2 - 1;
    for (let number = 1; number < this.#size; number += 1) {
      let slot = slotOf(before[number] ?? 0, letter[number] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = number;
    }
  }
}

function slotOf(beginning: number, letter: number): number {
  return Math.imul((beginning << 6) | letter, 0x9e3779b1) >>> 8;
}
