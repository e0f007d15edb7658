/**
 * A range encoder with adaptive bits (the scheme of LZMA, in public-domain documentation): what src/words/range-decoder.ts
 * reads back.
 */
export class RangeEncoder {
  #low = 0n;
  #range = 0xffffffff;
  #cache = 0;
  #pending = 1;
  #bytes = [];
  #models = new Map();

  /** `value` < 2^bits, high bit first, each with the model of what came before it. */
  tree(context, bits, value) {
    if (value >= 1 << bits) throw new RangeError(`${context}: ${value} does not fit ${bits} bits`);
    let model = this.#models.get(context);
    if (model === undefined) this.#models.set(context, (model = new Uint16Array(1 << bits).fill(1024)));
    let node = 1;
    for (let bit = bits - 1; bit >= 0; bit -= 1) {
      const one = (value >> bit) & 1;
      this.#bit(model, node, one);
      node = node * 2 + one;
    }
  }

  /** A number below 2^32: how many bits it has, then the bits below the highest; the two highest of these are modelled. */
  number(context, value) {
    const size = 32 - Math.clz32(value);
    this.tree(`${context} size`, 6, size);
    for (let bit = size - 2; bit >= 0; bit -= 1) {
      const modelled = bit >= size - 3;
      this.tree(modelled ? `${context} ${size} ${bit}` : 'plain', 1, (value >> bit) & 1);
    }
  }

  end() {
    for (let count = 0; count < 5; count += 1) this.#shift();
    return Uint8Array.from(this.#bytes);
  }

  #bit(model, node, one) {
    const bound = (this.#range >>> 11) * model[node];
    if (one === 0) {
      this.#range = bound;
      model[node] += (2048 - model[node]) >> 4;
    } else {
      this.#low += BigInt(bound);
      this.#range -= bound;
      model[node] -= model[node] >> 4;
    }
    while (this.#range < 0x1000000) {
      this.#range = (this.#range << 8) >>> 0;
      this.#shift();
    }
  }

  #shift() {
    if (this.#low < 0xff000000n || this.#low > 0xffffffffn) {
      const carry = Number(this.#low >> 32n);
      for (let byte = this.#cache; this.#pending > 0; this.#pending -= 1, byte = 0xff)
        this.#bytes.push((byte + carry) & 0xff);
      this.#cache = Number((this.#low >> 24n) & 0xffn);
    }
    this.#pending += 1;
    this.#low = (this.#low & 0xffffffn) << 8n;
  }
}
