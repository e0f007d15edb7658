import { KeyScanner } from './key-scanner.js';

const links = /(?:https?:\/\/|www\.)[^\s<>"]+/gu;
const names = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]*[\p{L}\p{N}_](?:@[\p{L}\p{N}_.-]*[\p{L}\p{N}_])*/gu;
const ignored = /[\p{M}\p{Cf}\u0640]/gu;
const others = /[^\p{L}\p{N}]+/gu;

/** How many code points a key needs before shingles say anything about it. */
export const shortestKey = 20;

/** The definition of the key, step by step; {@link similarityKey} gives the same in one pass over ordinary text. */
export function keyByDefinition(plain: string): string {
  return plain
    .normalize('NFKC')
    .toLowerCase()
    .replace(ignored, '')
    .replace(links, ' ')
    .replace(names, ' ')
    .replace(others, ' ')
    .trim();
}

const scanner = new KeyScanner();

/**
 * What of a text is compared: NFKC, lower case, without marks that stand alone, format characters, tatweel, links and @names; every run
 * of what is neither letter nor digit becomes one blank. Two texts with the same key are copies.
 *
 * `plain` is the text with disguise removed (`plainOf(text)` of `@vedette/decode`), so that a disguised copy has
 * the key of its original.
 * @example similarityKey('Hello,  @anna: https://example.org WORLD!') // 'hello world'
 */
export function similarityKey(plain: string): string {
  return scanner.scan(plain) ? scanner.key() : keyByDefinition(plain);
}
