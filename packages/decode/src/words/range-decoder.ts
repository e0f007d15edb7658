const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes of a Base64 text that a generator of this package has written. */
export function bytesOf(base64: string): Uint8Array {
  const valueOf = new Uint8Array(128);
  for (let index = 0; index < digits.length; index += 1) valueOf[digits.charCodeAt(index)] = index;
  const bytes = new Uint8Array((base64.length * 3) >> 2);
  let held = 0;
  let bits = 0;
  let size = 0;
  for (let index = 0; index < base64.length; index += 1) {
    held = ((held << 6) | (valueOf[base64.charCodeAt(index)] ?? 0)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[size] = (held >> bits) & 0xff;
    size += 1;
  }
  return bytes;
}

/** What a bit's model begins with: as likely 0 as 1, of 2048. */
const even = 1024;

/** One context's adaptive bits: where its tree begins in the models of a decoder. */
type Model = number;

/**
 * Reads what `scripts/range-encoder.mjs` writes: adaptive bits in a range coder, the scheme of LZMA. Models are numbered by the
 * reader, who gives each context a place of its own.
 */
export class RangeDecoder {
  readonly #bytes: Uint8Array;
  readonly #models: Uint16Array;
  #used = 0;
  #at = 0;
  #range = 0xffffffff;
  #code = 0;

  /** `bits` is how many adaptive bits all contexts have together. */
  constructor(bytes: Uint8Array, bits: number) {
    this.#bytes = bytes;
    this.#models = new Uint16Array(bits).fill(even);
    for (let count = 0; count < 5; count += 1) this.#code = ((this.#code << 8) | this.#next()) >>> 0;
  }

  /** A place for trees of `bits` bits, `count` of them one after the other. */
  place(bits: number, count = 1): Model {
    const model = this.#used;
    this.#used += count << bits;
    if (this.#used > this.#models.length) throw new RangeError('word table: more contexts than announced');
    return model;
  }

  /** A value below 2^bits. Bits are read in one loop over locals: a table has some two million of them. */
  tree(model: Model, bits: number): number {
    const models = this.#models;
    let range = this.#range;
    let code = this.#code;
    let node = 1;
    for (let bit = 0; bit < bits; bit += 1) {
      const place = model + node;
      const chance = models[place] ?? even;
      const bound = (range >>> 11) * chance;
      if (code < bound) {
        range = bound;
        models[place] = chance + ((2048 - chance) >> 4);
        node *= 2;
      } else {
        code -= bound;
        range -= bound;
        models[place] = chance - (chance >> 4);
        node = node * 2 + 1;
      }
      while (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | this.#next()) >>> 0;
      }
    }
    this.#range = range;
    this.#code = code;
    return node - (1 << bits);
  }

  #next(): number {
    const byte = this.#bytes[this.#at] ?? 0;
    this.#at += 1;
    return byte;
  }
}

/** Numbers below 2^32 as the generator writes them: how many bits, then the bits below the highest. */
export class NumberModel {
  readonly #decoder: RangeDecoder;
  readonly #size: Model;
  readonly #high: Model;
  readonly #plain: Model;

  constructor(decoder: RangeDecoder, plain: Model) {
    this.#decoder = decoder;
    this.#size = decoder.place(6);
    this.#high = decoder.place(1, 33 * 2);
    this.#plain = plain;
  }

  read(): number {
    const size = this.#decoder.tree(this.#size, 6);
    if (size === 0) return 0;
    let value = 1;
    for (let bit = size - 2; bit >= 0; bit -= 1) {
      const fromTop = size - 2 - bit;
      const model = fromTop < 2 ? this.#high + (size * 2 + fromTop) * 2 : this.#plain;
      value = value * 2 + this.#decoder.tree(model, 1);
    }
    return value;
  }
}
