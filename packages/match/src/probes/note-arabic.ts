import type { Key } from '../keys/choose-keys.js';
import { enoughLetters } from '../may-match-arabic.js';
import type { ArabicWordsBuilder } from './arabic-words.js';

const arabicLetter = /\p{Script=Arabic}/u;
const otherLetter = /[^\p{Script=Arabic}\p{M}]/u;

/** Puts the words of a key that a reading in Arabic letters may give into the tree. */
export function noteArabic(key: Key, words: ArabicWordsBuilder): void {
  switch (key.kind) {
    case 'word':
      note(key.word, 'word', words);
      break;
    case 'pair':
      // Both must be there: the longer one is rarer.
      note(longerArabic(key.left, key.right), 'word', words);
      break;
    case 'prefix':
      note(key.text, 'beginning', words);
      break;
    case 'fuzzy':
      if (arabicLetter.test(key.text) || Array.from(key.text).length < enoughLetters) words.leaveOpen();
      break;
    case 'emoji':
    case 'tag':
    case 'literal':
      // Hashtags, emoji and regular expressions are found in the text as typed.
      break;
  }
}

function note(word: string, kind: 'word' | 'beginning', words: ArabicWordsBuilder): void {
  if (!arabicLetter.test(word)) return;
  if (otherLetter.test(word)) words.leaveOpen();
  else words.add(word, kind);
}

function longerArabic(left: string, right: string): string {
  if (!arabicLetter.test(left)) return right;
  if (!arabicLetter.test(right)) return left;
  return left.length > right.length ? left : right;
}
