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
