import { disguisePhrase, disguiseText, type DemoDisguise } from './disguise.js';
import { languagePacks } from './languages/language-packs.js';
import type { DemoLanguage } from './languages/language-pack.js';

/** How one copy is written: undisguised, in capitals, word by word in turn, or one phrase or the whole text in one way. */
type Writing =
  { readonly what: 'plain' | 'capitals' | 'mixed' } | { readonly what: 'phrase' | 'whole'; readonly how: DemoDisguise };

const latinWritings: readonly Writing[] = [
  { what: 'mixed' },
  { what: 'plain' },
  { what: 'phrase', how: 'invisible' },
  { what: 'phrase', how: 'leet' },
  { what: 'phrase', how: 'spaced' },
  { what: 'phrase', how: 'fullwidth' },
  { what: 'plain' },
  { what: 'phrase', how: 'styled' },
  { what: 'phrase', how: 'combining' },
  { what: 'whole', how: 'invisible' },
  { what: 'phrase', how: 'homoglyph' },
  { what: 'capitals' },
  { what: 'whole', how: 'styled' },
  { what: 'plain' },
];

const arabicWritings: readonly Writing[] = [
  { what: 'phrase', how: 'tatweel' },
  { what: 'plain' },
  { what: 'phrase', how: 'invisible' },
  { what: 'whole', how: 'tatweel' },
  { what: 'phrase', how: 'homoglyph' },
  { what: 'phrase', how: 'spaced' },
  { what: 'plain' },
  { what: 'whole', how: 'homoglyph' },
  { what: 'phrase', how: 'combining' },
];

/** How many copies the campaign has in each language; English is the one that a reviewer sees first. */
const copies: Readonly<Record<DemoLanguage, number>> = { en: 14, ar: 9, fr: 8, es: 6, nl: 5, de: 5 };

/**
 * Only what every machine has letters for, and what the decoder undoes whatever the word: the first copy is the first thing
 * that a newcomer opens.
 */
const mixture: readonly (DemoDisguise | undefined)[] = ['homoglyph', undefined, 'combining', 'invisible'];

/** One word after the other in another disguise, or none. A word that would become Cyrillic as a whole hides otherwise. */
function mix(text: string): string {
  return text
    .split(' ')
    .map((word, index) => {
      const how = mixture[index % mixture.length];
      if (how === undefined) return word;
      const disguised = disguiseText(word, how);
      const readable =
        how !== 'homoglyph' || (word.length > 3 && /\p{Script=Latin}.*\p{Script=Latin}/u.test(disguised));
      return readable ? disguised : disguiseText(word, 'invisible');
    })
    .join(' ');
}

function write(text: string, target: string, writing: Writing): string {
  switch (writing.what) {
    case 'plain':
      return text;
    case 'capitals':
      return text.toUpperCase();
    case 'mixed':
      return mix(text);
    case 'phrase':
      return disguisePhrase(text, target, writing.how);
    case 'whole':
      return disguiseText(text, writing.how);
  }
}

/** Copies of any text with one phrase in it, the first of them disguised. */
export function copiesOf(text: string, target: string, lang: DemoLanguage, count: number): string[] {
  const writings = lang === 'ar' ? arabicWritings : latinWritings;
  return writings.slice(0, count).map((writing) => write(text, target, writing));
}

/** The copies of the campaign in one language. */
export function campaignCopies(lang: DemoLanguage): string[] {
  const { calls, callPhrase } = languagePacks[lang];
  return copiesOf(calls[0], callPhrase, lang, copies[lang]);
}
