import { isElement, type XmlElement } from './xml-tree.js';

/** Characters of one entry, markup included; what is longer is refused by name and the others are read. */
export const maxEntryLength = 8_000_000;

/** Objects and lists of a JSON entry inside one another; nothing deeper can be written as JSON again. */
const maxJsonDepth = 256;

const tooLong = `longer than ${maxEntryLength / 1_000_000} million characters`;

/** Why an entry of a JSON feed is refused; undefined where it is not. No recursion: an entry may nest a million deep. */
export function refusalOfJson(entry: object): string | undefined {
  let length = 0;
  let level: unknown[] = [entry];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxJsonDepth) return `nested deeper than ${maxJsonDepth} levels`;
    const below: unknown[] = [];
    for (const value of level) {
      length += typeof value === 'string' ? value.length + 2 : 2;
      if (length > maxEntryLength) return tooLong;
      if (typeof value !== 'object' || value === null) continue;
      for (const [key, inner] of Object.entries(value)) {
        length += Array.isArray(value) ? 1 : key.length + 3;
        below.push(inner);
      }
    }
    level = below;
  }
  return undefined;
}

/** Why an entry of an XML feed is refused; undefined where it is not. */
export function refusalOfXml(entry: XmlElement): string | undefined {
  let length = 0;
  const pending = [entry];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const child of next.children) {
      if (isElement(child)) pending.push(child);
      else length += child.text.length;
    }
    length += 2 * next.name.length;
    if (length > maxEntryLength) return tooLong;
  }
  return undefined;
}
