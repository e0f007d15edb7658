import { fold, type Edit } from '@vedette/decode';

/** A hashtag in a text: `start` at the sign, `end` after the last character. */
export interface Hashtag {
  readonly start: number;
  readonly end: number;
  /** Folded, without the sign. */
  readonly tag: string;
  /** The tag without underscores: its words glued. */
  readonly glued: string;
  /** Whether underscores cut it into several words. */
  readonly parts: boolean;
}

const hashtag = /(?<![\p{L}\p{N}\p{M}_&])[#＃][\p{L}\p{N}\p{M}\p{Cf}_]*[\p{L}\p{N}]/gu;

/** The hashtags of a text, in order. */
export function findHashtags(text: string): readonly Hashtag[] {
  if (!text.includes('#') && !text.includes('＃')) return [];
  return Array.from(text.matchAll(hashtag), (found) => {
    const tag = fold(found[0].slice(1));
    const start = found.index;
    return {
      start,
      end: endWithMarks(text, start + found[0].length),
      tag,
      glued: tag.replaceAll('_', ''),
      parts: /[^_]_+[^_]/u.test(tag),
    };
  });
}

function endWithMarks(text: string, end: number): number {
  return end + (/^\p{M}+/u.exec(text.slice(end, end + 32))?.[0].length ?? 0);
}

const capitalWord = /(?<=[\p{Ll}\p{Lo}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;

/** Blanks to put into hashtags where capitals begin a new word: #GreyGate → #Grey Gate. */
export function capitalCuts(text: string, tags: readonly Hashtag[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { start, end } of tags) {
    for (const found of text.slice(start + 1, end).matchAll(capitalWord)) {
      const at = start + 1 + found.index;
      edits.push({ start: at, end: at, replacement: ' ', name: 'joined' });
    }
  }
  return edits;
}
