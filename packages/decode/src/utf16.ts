/**
 * Strings to UTF-16 units and back. Node's Buffer copies them ten times faster than a loop, where units lie in memory
 * as it writes them (little-endian); elsewhere a loop does the same.
 */
const hasFastCopy = typeof Buffer === 'function' && new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** A place for units, with its bytes seen as a Buffer. */
export class UnitBuffer {
  units: Uint16Array<ArrayBuffer>;
  #bytes: Buffer | undefined;

  constructor(size: number) {
    this.units = new Uint16Array(size);
  }

  /** Makes room for `size` units and keeps the first `kept`. */
  reserve(size: number, kept: number): void {
    if (size <= this.units.length) return;
    const units = new Uint16Array(Math.max(size, this.units.length * 2));
    units.set(this.units.subarray(0, kept));
    this.units = units;
    this.#bytes = undefined;
  }

  /** Writes all units of a text to the beginning. */
  write(text: string): void {
    this.reserve(text.length, 0);
    if (hasFastCopy) {
      this.#view().write(text, 'utf16le');
      return;
    }
    for (let index = 0; index < text.length; index += 1) this.units[index] = text.charCodeAt(index);
  }

  /** The text of `units[0..length)`; lone surrogates survive. */
  text(length: number): string {
    if (hasFastCopy) return this.#view().toString('utf16le', 0, length * 2);
    let text = '';
    for (let index = 0; index < length; index += 1) text += String.fromCharCode(this.units[index] ?? 0);
    return text;
  }

  #view(): Buffer {
    return (this.#bytes ??= Buffer.from(this.units.buffer));
  }
}
