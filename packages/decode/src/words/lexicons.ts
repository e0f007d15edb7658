import { packed as de } from './de.generated.js';
import { packed as en } from './en.generated.js';
import { packed as es } from './es.generated.js';
import { packed as fr } from './fr.generated.js';
import { LetterModel } from './letter-model.js';
import { unpackLexicon, type Lexicon, type WordLanguage } from './lexicon.js';
import { packed as nl } from './nl.generated.js';

/** The languages that have words here, the most read first. */
export const wordLanguages: readonly WordLanguage[] = ['en', 'fr', 'es', 'de', 'nl'];

const packed: Readonly<Record<WordLanguage, string>> = { en, fr, es, de, nl };
const lexicons = new Map<WordLanguage, Lexicon>();
const letterModels = new Map<WordLanguage, LetterModel>();

/** The words of a language, unpacked when first asked for. */
export function lexiconOf(lang: WordLanguage): Lexicon {
  let lexicon = lexicons.get(lang);
  if (lexicon === undefined) {
    lexicon = unpackLexicon(lang, packed[lang]);
    lexicons.set(lang, lexicon);
  }
  return lexicon;
}

/** How the words of a language are spelled, made from its words when first asked for. */
export function letterModelOf(lang: WordLanguage): LetterModel {
  let model = letterModels.get(lang);
  if (model === undefined) {
    model = new LetterModel(lexiconOf(lang));
    letterModels.set(lang, model);
  }
  return model;
}
