/** The languages in which the press and most posts of the demo world are written. */
export const demoLanguages = ['en', 'fr', 'ar', 'es', 'nl', 'de'] as const;
export type DemoLanguage = (typeof demoLanguages)[number];

export const topicIds = [
  'ferry',
  'library',
  'tram',
  'storm',
  'football',
  'harvest',
  'museum',
  'council',
  'festival',
  'water',
  'birds',
  'movement',
] as const;
export type TopicId = (typeof topicIds)[number];

/**
 * How one kind of story is told. An article is a lead, some paragraphs of the body and the close. Slots: `{town}`, `{other}`
 * (a second town), `{woman}`, `{man}`, `{n}` (11 to 99), `{hundreds}` (200 to 900), `{day}` (weekday of publication).
 */
export interface Topic {
  readonly headlines: readonly string[];
  readonly leads: readonly string[];
  readonly body: readonly string[];
  readonly close: string;
}

/** Everything that is said in one language. */
export interface LanguagePack {
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  readonly topics: Readonly<Record<TopicId, Topic>>;
  /** paragraphs that fit under any story */
  readonly background: readonly string[];
  readonly everyday: readonly string[];
  /** what is put before and after everyday posts */
  readonly openers: readonly string[];
  readonly closers: readonly string[];
  /** posts of the evening when the storm cut the power */
  readonly stormPosts: readonly string[];
  /** look-alikes: museum, garden, prayer and politics, which no rule may take for the movement */
  readonly innocent: readonly string[];
  /** texts of the movement: the first is the campaign that is copied, the others appear once or twice */
  readonly calls: readonly [string, ...string[]];
  /** the words of the first call that are usually disguised */
  readonly callPhrase: string;
  readonly slogan: string;
}
