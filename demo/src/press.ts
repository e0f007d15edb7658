import { languagePacks } from './languages/language-packs.js';
import { topicIds, type DemoLanguage, type Topic, type TopicId } from './languages/language-pack.js';
import { outlets, type Outlet } from './outlets.js';
import { drawFacts, phrase, type Facts } from './phrase.js';
import { towns } from './places-and-people.js';
import type { Random } from './random.js';

/** One article as an outlet published it. */
export interface DemoArticle {
  readonly outlet: Outlet;
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly author: string;
  /** plain text, three to six paragraphs */
  readonly paragraphs: readonly string[];
  /** epoch milliseconds */
  readonly publishedAt: number;
  readonly topic: TopicId;
  /** the same for all articles about one event */
  readonly story: string;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** how far the demo world reaches back */
export const worldDays = 14;

interface Story {
  readonly id: string;
  readonly topic: TopicId;
  readonly facts: Facts;
  readonly at: number;
  /** a lead story is told by nearly everybody, a small one by one or two */
  readonly big: boolean;
}

/** Stories that most outlets carry, so that a front page has leads; the rest fills the columns. */
const bigTopics: readonly TopicId[] = ['storm', 'council', 'movement', 'museum', 'festival'];

function drawFactsFor(topic: TopicId, random: Random): Facts {
  const facts = drawFacts(random);
  const [halvern, marest] = towns;
  if (topic !== 'museum' || halvern === undefined || marest === undefined) return facts;
  return { ...facts, town: halvern, other: facts.other === halvern ? marest : facts.other };
}

function storiesOf(random: Random, now: number): Story[] {
  const stories: Story[] = [];
  for (let ago = worldDays - 1; ago >= 0; ago -= 1) {
    for (let count = 0; count < 15; count += 1) {
      const big = count < 3;
      const topic = big ? random.pick(bigTopics) : random.pick(topicIds);
      const at = now - ago * day - random.between(10, 23 * 60) * minute;
      stories.push({ id: `s${ago}-${count}`, topic, facts: drawFactsFor(topic, random), at, big });
    }
  }
  return stories;
}

/** The paragraphs of one telling; outlets choose and order the body for themselves. */
function tell(topic: Topic, story: Story, lang: DemoLanguage, weekday: string, random: Random): string[] {
  const pack = languagePacks[lang];
  const body = random.sample(topic.body, random.between(1, 3));
  const background = random.chance(0.5) ? [random.pick(pack.background)] : [];
  return [random.pick(topic.leads), ...body, ...background, topic.close].map((text) =>
    phrase(text, story.facts, lang, weekday),
  );
}

function articleOf(outlet: Outlet, story: Story, random: Random, taken: Set<string>): DemoArticle | undefined {
  const pack = languagePacks[outlet.lang];
  const topic = pack.topics[story.topic];
  const title = random
    .sample(topic.headlines, topic.headlines.length)
    .map((headline) => phrase(headline, story.facts, outlet.lang))
    .find((candidate) => !taken.has(`${outlet.id} ${candidate}`));
  if (title === undefined) return undefined;
  taken.add(`${outlet.id} ${title}`);
  const publishedAt = story.at + random.between(0, 9) * minute;
  const date = new Date(publishedAt);
  const weekday = pack.weekdays[date.getUTCDay()] ?? '';
  const id = `${story.topic}-${story.id}`;
  return {
    outlet,
    id,
    url: `${outlet.home}${date.toISOString().slice(0, 10).replaceAll('-', '/')}/${id}`,
    title,
    author: random.pick(outlet.byline),
    paragraphs: tell(topic, story, outlet.lang, weekday, random),
    publishedAt,
    topic: story.topic,
    story: story.id,
  };
}

/** Two weeks of press, oldest first. */
export function writePress(random: Random, now: number): DemoArticle[] {
  const taken = new Set<string>();
  const articles: DemoArticle[] = [];
  for (const story of storiesOf(random.fork('stories'), now)) {
    for (const outlet of outlets) {
      if (!random.chance(story.big ? 0.6 : 0.2)) continue;
      const article = articleOf(outlet, story, random, taken);
      if (article !== undefined) articles.push(article);
    }
  }
  return articles.sort((a, b) => a.publishedAt - b.publishedAt);
}

/** One more event, told by a few outlets of different languages at `now`: for the replay after the start. */
export function writeNews(random: Random, now: number, topic: TopicId, id: string): DemoArticle[] {
  const story: Story = { id, topic, facts: drawFactsFor(topic, random), at: now, big: true };
  return random
    .sample(outlets, 3)
    .map((outlet) => articleOf(outlet, story, random, new Set()))
    .filter((article) => article !== undefined)
    .map((article) => ({ ...article, publishedAt: now }));
}
