import { describe, expect, it } from 'vitest';
import { none, root } from '../src/words/lexicon.js';
import { lexiconOf, wordLanguages } from '../src/words/lexicons.js';
import { hashWith, levelIn, levelsOf, mix, wordTable } from '../src/words/word-table.js';

describe('the table of hashes', () => {
  const table = wordTable();

  it.each(wordLanguages.map((lang, index) => ({ lang, index })))(
    'has every word of $lang at least as common as the tree that it was made from',
    ({ lang, index }) => {
      const { firstChild, nextSibling, base, level } = lexiconOf(lang);
      let words = 0;
      let rarer = 0;
      let commoner = 0;
      const walk = (node: number, hash: number): void => {
        const own = level[node] ?? 0;
        if (own > 0) {
          const known = levelIn(levelsOf(table, hash), index);
          words += 1;
          if (known < own) rarer += 1;
          if (known > own) commoner += 1;
        }
        for (let at = firstChild[node] ?? none; at !== none; at = nextSibling[at] ?? none) {
          walk(at, hashWith(hash, base[at] ?? 0));
        }
      };
      walk(root, 0);
      expect(rarer).toBe(0);
      // Words that differ only in accents, and now and then two that have one hash.
      expect(commoner).toBeLessThan(words * 0.1);
    },
  );

  it('takes hardly any row of letters for a word', () => {
    let known = 0;
    for (let number = 0; number < 20_000; number += 1) if (levelsOf(table, mix(number)) !== 0) known += 1;
    expect(known).toBeLessThan(200);
  });
});
