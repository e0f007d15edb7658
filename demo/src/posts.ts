import { channels, type Channel } from './channels.js';
import { campaignCopies } from './campaign.js';
import { languagePacks } from './languages/language-packs.js';
import { demoLanguages, type DemoLanguage } from './languages/language-pack.js';
import { darija, tamazight } from './languages/maghreb.js';
import { drawFacts, phrase } from './phrase.js';
import { handles } from './places-and-people.js';
import { day, hour, minute, worldDays } from './press.js';
import type { Random } from './random.js';

/** One post or message; `role` says why the demo world holds it. */
export interface DemoPost {
  readonly channel: Channel;
  /** unique in its channel */
  readonly id: number;
  readonly author: string;
  readonly text: string;
  readonly lang: string;
  /** epoch milliseconds */
  readonly publishedAt: number;
  readonly role: 'everyday' | 'storm' | 'innocent' | 'movement';
}

/** The first post of a channel; 1 is the message that made the channel. */
export const firstPostId = 2;

/** A post before its channel has numbered it. */
export type Draft = Omit<DemoPost, 'id'>;

function isDemoLanguage(lang: string): lang is DemoLanguage {
  return lang in languagePacks;
}

/** A line about buses, soup or the weather. */
export function everydayText(lang: string, random: Random): string {
  const facts = drawFacts(random);
  if (!isDemoLanguage(lang))
    return phrase(random.pick(lang === 'zgh' ? tamazight.everyday : darija.everyday), facts, lang);
  const pack = languagePacks[lang];
  const template = random.pick(pack.openers) + random.pick(pack.everyday) + random.pick(pack.closers);
  return phrase(template, facts, lang);
}

/** Waking hours are busier than the night. */
function ordinaryMoment(random: Random, now: number): number {
  const midnight = now - (now % day);
  const evening = (random.next() + random.next()) / 2;
  const at = midnight - random.between(0, worldDays - 1) * day + Math.floor((5 + evening * 19) * hour);
  return at < now ? at : at - day;
}

function everydayPosts(random: Random, now: number): Draft[] {
  return channels.flatMap((channel) =>
    Array.from({ length: channel.everyday }, (): Draft => {
      const lang = random.pick(channel.languages);
      const author = random.pick(handles);
      return {
        channel,
        author,
        text: everydayText(lang, random),
        lang,
        publishedAt: ordinaryMoment(random, now),
        role: 'everyday',
      };
    }),
  );
}

function channelsOf(lang: string): Channel[] {
  return channels.filter((channel) => channel.languages.includes(lang));
}

/** The evening, four days ago, on which the power failed: a burst that has nothing to do with the movement. */
function stormPosts(random: Random, now: number): Draft[] {
  const evening = now - (now % day) - 4 * day + 19 * hour;
  return Array.from({ length: 170 }, (): Draft => {
    const lang = random.pick(demoLanguages);
    const pack = languagePacks[lang];
    const text = phrase(random.pick(pack.stormPosts) + random.pick(pack.closers), drawFacts(random), lang);
    const publishedAt = evening + Math.floor(random.next() * random.next() * 150 * minute);
    return {
      channel: random.pick(channelsOf(lang)),
      author: random.pick(handles),
      text,
      lang,
      publishedAt,
      role: 'storm',
    };
  });
}

function innocentPosts(random: Random, now: number): Draft[] {
  return demoLanguages.flatMap((lang) =>
    languagePacks[lang].innocent.flatMap((template) =>
      [1, 2].map((): Draft => ({
        channel: random.pick(channelsOf(lang)),
        author: random.pick(handles),
        text: phrase(template, drawFacts(random), lang),
        lang,
        publishedAt: ordinaryMoment(random, now),
        role: 'innocent',
      })),
    ),
  );
}

/** Calls and slogans that appear once each, in the two weeks before the campaign. */
function singleCalls(random: Random, now: number): Draft[] {
  const drafts = demoLanguages.flatMap((lang) => {
    const pack = languagePacks[lang];
    return [...pack.calls.slice(1), pack.slogan].map((template) => ({ lang: lang as string, template }));
  });
  for (const pack of [darija, tamazight]) drafts.push(...pack.calls.map((template) => ({ lang: pack.lang, template })));
  return drafts.map(({ lang, template }): Draft => {
    const open = channels.filter(({ movement }) => movement === true);
    return {
      channel: random.pick([...channelsOf(lang), ...open]),
      author: random.pick(handles),
      text: phrase(template, drawFacts(random), lang),
      lang,
      publishedAt: ordinaryMoment(random, now - day),
      role: 'movement',
    };
  });
}

/** The campaign of last evening: one text per language in many copies, most of them disguised. */
function campaignPosts(random: Random, now: number): Draft[] {
  return demoLanguages.flatMap((lang) => {
    const start = now - 3 * hour + random.between(0, 20) * minute;
    const open = channels.filter(({ movement }) => movement === true);
    return campaignCopies(lang).map((text, index): Draft => ({
      channel: index === 0 ? random.pick(open) : random.pick([...channelsOf(lang), ...open]),
      author: random.pick(handles),
      text,
      lang,
      publishedAt: start + index * 4 * minute + random.between(0, 170) * 1000,
      role: 'movement',
    }));
  });
}

/** Two weeks of posts, oldest first, numbered within their channel. */
export function writePosts(random: Random, now: number): DemoPost[] {
  const drafts = [
    ...everydayPosts(random.fork('everyday'), now),
    ...stormPosts(random.fork('storm'), now),
    ...innocentPosts(random.fork('innocent'), now),
    ...singleCalls(random.fork('calls'), now),
    ...campaignPosts(random.fork('campaign'), now),
  ].sort((a, b) => a.publishedAt - b.publishedAt);
  const last = new Map<string, number>();
  return drafts.map((draft) => {
    const id = (last.get(draft.channel.id) ?? firstPostId - 1) + 1;
    last.set(draft.channel.id, id);
    return { ...draft, id };
  });
}
