import { arabic } from './arabic.js';
import { dutch } from './dutch.js';
import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import type { DemoLanguage, LanguagePack } from './language-pack.js';
import { spanish } from './spanish.js';

/** What is said in each of the six languages of the demo world. */
export const languagePacks: Readonly<Record<DemoLanguage, LanguagePack>> = {
  en: english,
  fr: french,
  ar: arabic,
  es: spanish,
  nl: dutch,
  de: german,
};
