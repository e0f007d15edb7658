const links = /(?:https?:\/\/|www\.)[^\s<>"]+/giu;
const names = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/gu;
const ignored = /[\p{M}\p{Cf}\u0640]/gu;
const others = /[^\p{L}\p{N}]+/gu;

/**
 * What of a text is compared: NFKC, lower case, without marks that stand alone, format characters, tatweel, links and @names; every run
 * of what is neither letter nor digit becomes one blank. Two texts with the same key are copies.
 *
 * `plain` is the text with disguise removed (`decode(text).plain` of `@vedette/decode`), so that a disguised copy has
 * the key of its original.
 * @example similarityKey('Hello,  @anna: https://example.org WORLD!') // 'hello world'
 */
export function similarityKey(plain: string): string {
  return plain
    .normalize('NFKC')
    .toLowerCase()
    .replace(ignored, '')
    .replace(links, ' ')
    .replace(names, ' ')
    .replace(others, ' ')
    .trim();
}

/** How many code points a key needs before shingles say anything about it. */
export const shortestKey = 20;

/**
 * A short name for "all copies of this text": equal exactly when the similarity keys are equal (but for a chance of
 * about one in 2^64). Sixteen hexadecimal digits; an empty key gives the empty string, because texts that say nothing
 * are not copies of each other.
 * @example copyKey('Hello, world') === copyKey('HELLO world!') // true
 */
export function copyKey(plain: string): string {
  const key = similarityKey(plain);
  return key === '' ? '' : hash64(key);
}

/** Two independent 32-bit FNV-1a-style hashes over UTF-16 units, finalised as in MurmurHash3. */
function hash64(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x5bd1e995);
    b ^= b >>> 15;
  }
  return hex(finalise(a ^ text.length)) + hex(finalise(b));
}

function finalise(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
