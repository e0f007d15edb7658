import { foldFlag } from '../../fold-signs.js';
import { applyEdits, type Edit } from '../../tracked-text.js';
import type { Transform } from '../../transform.js';

const hashtag = /(?<![\p{L}\p{N}_&])[#＃][\p{L}\p{N}\p{M}_]*\p{Ll}\p{Lu}[\p{L}\p{N}\p{M}_]*/gu;

/** Hashtags whose capitals show their words. */
export const joined: Transform = {
  name: 'joined',
  flags: foldFlag.hashtag,
  candidates(tracked) {
    const edits: Edit[] = [];
    for (const match of tracked.text.matchAll(hashtag)) {
      const replacement = match[0]
        .slice(1)
        .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
        .replace(/_+/gu, ' ')
        .trim();
      edits.push({ start: match.index, end: match.index + match[0].length, replacement, name: 'joined' });
    }
    return edits.length === 0 ? [] : [{ tracked: applyEdits(tracked, edits), confidence: 0.6 }];
  },
};
