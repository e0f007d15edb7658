import { channels, type Channel } from './channels.js';
import { copiesOf } from './campaign.js';
import { handles } from './places-and-people.js';
import { everydayText, type Draft } from './posts.js';
import { writeNews } from './press.js';
import { randomFrom } from './random.js';
import { channelFile, feedFile, type DemoFile, type DemoWorld } from './world.js';

/** Something that is published while somebody looks: a file with one article or post, for the importer of its kind. */
export interface DemoLiveItem {
  /** milliseconds after the start of the replay */
  readonly afterMs: number;
  readonly file: DemoFile;
}

/** The call whose fourteen copies arrive at once. */
const burstText =
  'Tonight the grey gate moves: join us at the boathouse, lantern in the left hand, at eleven. Pass it on and delete this.';
const burstAtMs = 10_000;
const everydayCount = 40;

/** Above the numbers of the back-dated posts, and different for every replay: seconds, which Telegram's ids have room for. */
function firstLiveId(now: number): number {
  return Math.floor(now / 1000);
}

function everydayDrafts(world: DemoWorld, now: number): { afterMs: number; draft: Draft }[] {
  const random = randomFrom(`${world.seed}/live`);
  let afterMs = 400;
  return Array.from({ length: everydayCount }, () => {
    const channel = random.pick(channels.filter(({ movement }) => movement !== true));
    const lang = random.pick(channel.languages);
    const draft: Draft = {
      channel,
      author: random.pick(handles),
      text: everydayText(lang, random),
      lang,
      publishedAt: now + afterMs,
      role: 'everyday',
    };
    const step = { afterMs, draft };
    afterMs += random.between(1_500, 6_000);
    return step;
  });
}

function burstDrafts(world: DemoWorld, now: number): { afterMs: number; draft: Draft }[] {
  const random = randomFrom(`${world.seed}/burst`);
  const movement = channels.filter((channel) => channel.movement === true);
  const english = channels.filter((channel) => channel.languages.includes('en'));
  return copiesOf(burstText, 'grey gate', 'en', 14).map((text, index) => {
    const afterMs = burstAtMs + index * 450;
    const channel: Channel = random.pick(index === 0 ? movement : english);
    const author = random.pick(handles);
    return { afterMs, draft: { channel, author, text, lang: 'en', publishedAt: now + afterMs, role: 'movement' } };
  });
}

/**
 * What is published in the first minutes after `now`: everyday posts at their own pace, two events in the press, and after
 * ten seconds fourteen copies of one call, most of them disguised.
 * @param now epoch milliseconds, the start of the replay
 */
export function demoLiveItems(world: DemoWorld, now: number): DemoLiveItem[] {
  const posts = [...everydayDrafts(world, now), ...burstDrafts(world, now)]
    .sort((a, b) => a.afterMs - b.afterMs)
    .map(({ afterMs, draft }, index) => ({
      afterMs,
      file: channelFile(draft.channel, [{ ...draft, id: firstLiveId(now) + index }]),
    }));
  const random = randomFrom(`${world.seed}/news`);
  const news = [
    { afterMs: 4_000, topic: 'ferry' as const },
    { afterMs: 45_000, topic: 'storm' as const },
  ].flatMap(({ afterMs, topic }) =>
    writeNews(random, now + afterMs, topic, `live-${now}`).map((article, index) => ({
      afterMs: afterMs + index * 2_500,
      file: feedFile(article.outlet, [article]),
    })),
  );
  return [...posts, ...news].sort((a, b) => a.afterMs - b.afterMs);
}
