import type { Edit } from '../../tracked-text.js';
import type { LanguageShare } from '../../words/language-guess.js';
import { hashtagKind, splitToken } from './split-token.js';

/** Edits of one token, and how sure they are. */
export interface Split {
  readonly edits: readonly Edit[];
  readonly confidence: number;
}

/** Not the anchors of pages, which stand in links and quotes and have hyphens. */
const hashtag = /(?<![\p{L}\p{N}_&/="'`]|\]\()[#＃](?<words>[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)(?!-[\p{L}\p{N}])/gu;
const wordStart = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
/** Capitals and underscores show the words. */
const shown = 0.9;
const shortest = 5;
/** Longer hashtags say nothing. */
const longest = 100;

/** The words of hashtags: cut at capitals, digits and underscores, and inside by what words there are. */
export function hashtagSplits(text: string, shares: () => readonly LanguageShare[]): readonly Split[] {
  const found: Split[] = [];
  for (const match of text.matchAll(hashtag)) {
    const words = match.groups?.['words'] ?? '';
    if (words.length > longest) continue;
    const split = splitHashtag(words, match.index + match[0].length - words.length, shares);
    if (split !== undefined) found.push(split);
  }
  return found;
}

function splitHashtag(words: string, start: number, shares: () => readonly LanguageShare[]): Split | undefined {
  const edits: Edit[] = [{ start: start - 1, end: start, replacement: '', name: 'joined' }];
  let confidence = 1;
  let at = start;
  for (const [index, chunk] of words.split(/(_+)/u).entries()) {
    if (index % 2 === 1)
      edits.push({ start: at, end: at + chunk.length, replacement: edge(chunk, at, start, words), name: 'joined' });
    else {
      for (const [order, part] of partsOf(chunk).entries()) {
        if (order > 0) edits.push(blankAt(at));
        const inside = insideOf(part, shares);
        confidence = Math.min(confidence, inside?.confidence ?? 1);
        for (const border of inside?.borders ?? []) edits.push(blankAt(at + border));
        at += part.length;
      }
      continue;
    }
    at += chunk.length;
  }
  return edits.some(({ replacement }) => replacement === ' ')
    ? { edits, confidence: Math.min(shown, confidence) }
    : undefined;
}

/** An underscore between words is a blank, at the ends it is nothing. */
function edge(chunk: string, at: number, start: number, words: string): string {
  return at === start || at + chunk.length === start + words.length ? '' : ' ';
}

/** Cut where capitals or digits begin; a plural's s or an ordinal's ending stays with what it belongs to. */
function partsOf(chunk: string): readonly string[] {
  // Only a capital inside shows words by itself: covid19 and g20 are one.
  return /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}{2}/u.test(chunk) ? chunk.split(wordStart) : [chunk];
}

function insideOf(part: string, shares: () => readonly LanguageShare[]): ReturnType<typeof splitToken> {
  if (part.length < shortest || !/^[\p{Script=Latin}]+$/u.test(part)) return undefined;
  return splitToken(part, hashtagKind, shares());
}

function blankAt(at: number): Edit {
  return { start: at, end: at, replacement: ' ', name: 'joined' };
}
