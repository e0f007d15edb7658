import { languagePacks } from './languages/language-packs.js';
import { demoLanguages, type DemoLanguage } from './languages/language-pack.js';
import { drawFacts, phrase } from './phrase.js';
import { randomFrom } from './random.js';

/** A text that looks like the movement's and is not: museum, garden, prayer, strike, election. */
export interface InnocentText {
  readonly lang: DemoLanguage;
  readonly text: string;
}

function innocentTextsOf(lang: DemoLanguage): InnocentText[] {
  const { innocent, topics } = languagePacks[lang];
  const random = randomFrom(`innocent/${lang}`);
  const articles = [topics.museum, topics.festival, topics.council].map(({ headlines, leads, body, close }) =>
    [headlines[0] ?? '', ...leads, ...body, close].join('\n\n'),
  );
  return [...innocent, ...articles].map((template) => ({ lang, text: phrase(template, drawFacts(random), lang) }));
}

/** Texts on which no rule of the demo watchlist may raise an alert. */
export const innocentTexts: readonly InnocentText[] = demoLanguages.flatMap(innocentTextsOf);
