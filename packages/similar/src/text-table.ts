import { sketchSize } from './sketch.js';
import { grownFloats, grownInts } from './typed-arrays.js';

const smallest = 1024;

/**
 * The different texts among the Items that are remembered, each once, whatever the number of its copies. A text has a number
 * that is given to another one after its last Item is forgotten.
 */
export class TextTable {
  /** Of each text its shingles: how many, and their sketch. 0 for a text that is too short to be compared. */
  sizes = new Int32Array(smallest);
  sketches = new Int32Array(smallest * sketchSize);
  /** The number of its last Item, and the latest time of all its Items. */
  newest = new Float64Array(smallest);
  latest = new Float64Array(smallest);
  /** Where it stands among the postings of its band. */
  blocks = new Int32Array(smallest);
  /** How many parts it shares with the text that is looked for, above a number that is another one in each search. */
  equal = new Int32Array(smallest);
  readonly #keys: string[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #free: number[] = [];
  /** How many of its Items are remembered. */
  #items = new Int32Array(smallest);

  /** The number of a text, -1 where it is not there. */
  find(key: string): number {
    return this.#byKey.get(key) ?? -1;
  }

  key(text: number): string {
    return this.#keys[text] ?? '';
  }

  /** Takes up a text without Items. */
  add(key: string): number {
    const text = this.#free.pop() ?? this.#keys.length;
    if (text >= this.sizes.length) this.#grow(text + 1);
    this.#keys[text] = key;
    this.#byKey.set(key, text);
    this.newest[text] = -1;
    this.latest[text] = Number.NEGATIVE_INFINITY;
    this.blocks[text] = -1;
    this.equal[text] = 0;
    this.#items[text] = 0;
    return text;
  }

  /** One more Item has this text. */
  use(text: number, item: number, time: number): void {
    this.newest[text] = item;
    this.latest[text] = Math.max(this.latest[text] ?? time, time);
    this.#items[text] = (this.#items[text] ?? 0) + 1;
  }

  /** One Item less has this text; whether it was the last one. */
  release(text: number): boolean {
    const items = (this.#items[text] ?? 0) - 1;
    this.#items[text] = items;
    return items === 0;
  }

  delete(text: number): void {
    this.#byKey.delete(this.key(text));
    this.#keys[text] = '';
    this.#free.push(text);
  }

  #grow(length: number): void {
    this.sizes = grownInts(this.sizes, length);
    this.sketches = grownInts(this.sketches, this.sizes.length * sketchSize);
    this.newest = grownFloats(this.newest, length);
    this.latest = grownFloats(this.latest, length);
    this.blocks = grownInts(this.blocks, length);
    this.equal = grownInts(this.equal, length);
    this.#items = grownInts(this.#items, length);
  }
}
