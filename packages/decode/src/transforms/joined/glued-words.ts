import { hashOf, type LanguageGuess } from '../../words/language-guess.js';
import { levelsOf, wordTable } from '../../words/word-table.js';
import type { Split } from './hashtags.js';
import { isName, maybeGlued } from './may-be-glued.js';
import { splitToken, type TokenKind } from './split-token.js';

/** Letters that belong to no address, name of a file or handle, no markup and no other word. */
const token =
  /(?<![\p{L}\p{N}\p{M}_@#/.&=`~$\\+-])(?<!=["'])\p{Script=Latin}[\p{Script=Latin}\p{M}]{4,}(?![\p{L}\p{N}\p{M}_@/=`+]|[.:\\-][\p{L}\p{N}/])/uy;
/** Longer rows are no words that a person wrote. */
const longest = 400;
/** Below this nothing is offered. */
const sure = 0.57;
const capital = /^\p{Lu}/u;
/** GreyGate, iPhone: firms, people, programs. */
const inner = /\p{Ll}\p{Lu}|\p{Lu}{2}/u;
/** So many words of the text the language must have, in a hundred. */
const knownShare = 80;
/** Letters of a token that may be a sentence. */
const longWord = 20;
/** Letters of a token that says by itself what language it is in. */
const longEnough = 12;
/** What English ends words with behind an apostrophe: I'drather. */
const contraction = /^(?:d|ll|ve|re|s|t|m)(?=\p{L}{4})/u;

/** Words of running text that lack the blanks between them. */
export function gluedSplits(text: string, guess: () => LanguageGuess): readonly Split[] {
  const found: Split[] = [];
  for (const index of maybeGlued(text)) {
    token.lastIndex = index;
    const word = token.exec(text)?.[0];
    if (word === undefined) continue;
    const isLong = word.length >= longWord;
    if (word.length > longest || (!isLong && inner.test(word))) continue;
    if (isKnown(word)) continue;
    const { words, known, shares } = guess();
    // In German nouns have capitals too.
    if (shares[0]?.lang !== 'de' && isName(text, index, word)) continue;
    if (words > 1 ? known * 100 < (words - 1) * knownShare : word.length < longEnough) continue;
    const skipped = /['’]/u.test(text.charAt(index - 1)) ? (contraction.exec(word)?.[0].length ?? 0) : 0;
    const kind = kindOf(text, index, index + word.length, capital.test(word));
    const split = splitToken(word.slice(skipped), { ...kind, isLong }, shares);
    if (split === undefined || split.confidence < sure) continue;
    const places = split.borders.map((border) => index + skipped + border);
    if (skipped > 0) places.unshift(index + skipped);
    const edits = places.map((at) => ({ start: at, end: at, replacement: ' ', name: 'joined' as const }));
    found.push({ edits, confidence: split.confidence });
  }
  return found;
}

/** Whether a word is in the table of any language. */
function isKnown(word: string): boolean {
  return levelsOf(wordTable(), hashOf(word)) !== 0;
}

function kindOf(text: string, start: number, end: number, capitalised: boolean): TokenKind {
  const [, before = ''] =
    /(?<![\p{L}\p{N}'’-])(\p{Script=Latin}{1,20}) $/u.exec(text.slice(Math.max(0, start - 22), start)) ?? [];
  const [, after = ''] = /^ (\p{Script=Latin}{1,20})(?![\p{L}\p{N}'’-])/u.exec(text.slice(end, end + 22)) ?? [];
  return {
    joinedBits: 12,
    unknownBits: capitalised ? 6 : 8,
    compounds: 1,
    before: before.toLowerCase(),
    after: after.toLowerCase(),
  };
}
