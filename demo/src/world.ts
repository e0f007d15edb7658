import type { SourceKind } from '@vedette/contract';
import { channels, type Channel } from './channels.js';
import { writeFeed } from './feed-files.js';
import { outlets, type Outlet } from './outlets.js';
import { writeChannel } from './post-files.js';
import { writePosts, type DemoPost } from './posts.js';
import { writePress, type DemoArticle } from './press.js';
import { randomFrom } from './random.js';

/** The fictional world: what its outlets and people published in the two weeks before `now`. */
export interface DemoWorld {
  readonly seed: string;
  /** epoch milliseconds */
  readonly now: number;
  readonly outlets: readonly Outlet[];
  readonly channels: readonly Channel[];
  /** oldest first */
  readonly articles: readonly DemoArticle[];
  /** oldest first */
  readonly posts: readonly DemoPost[];
}

/** A file for an importer. `name` is a relative path; `kind` is the source that reads it. */
export interface DemoFile {
  readonly name: string;
  readonly kind: SourceKind;
  readonly bytes: Uint8Array;
}

/** What the Sources screen says about one file of the demo world. */
export interface DemoSource {
  readonly file: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly url: string;
  readonly basis: string;
}

const basis = 'Demo data: an invented source, made for trying the product';

/** The sources of the demo world, press first. */
export const demoSources: readonly DemoSource[] = [
  ...outlets.map(({ file, title, feedUrl }) => ({ file, kind: 'feed' as const, title, url: feedUrl, basis })),
  ...channels.map(({ file, kind, title, id }) => ({ file, kind, title, url: `https://${id}.example/`, basis })),
];

/**
 * Makes the demo world; the same seed and moment give the same world.
 * @param options.now epoch milliseconds; everything is dated in the two weeks before
 * @example demoFiles(generateDemo({ seed: 'vedette', now: Date.now() })) // feeds, exports and tables to import
 */
export function generateDemo(options: { readonly seed: string; readonly now: number }): DemoWorld {
  const random = randomFrom(options.seed);
  return {
    seed: options.seed,
    now: options.now,
    outlets,
    channels,
    articles: writePress(random.fork('press'), options.now),
    posts: writePosts(random.fork('posts'), options.now),
  };
}

/** One feed file with these articles of an outlet. */
export function feedFile(outlet: Outlet, articles: readonly DemoArticle[]): DemoFile {
  return { name: outlet.file, kind: 'feed', bytes: new TextEncoder().encode(writeFeed(outlet, articles)) };
}

/** One file with these posts of a channel. */
export function channelFile(channel: Channel, posts: readonly DemoPost[]): DemoFile {
  return { name: channel.file, kind: channel.kind, bytes: new TextEncoder().encode(writeChannel(channel, posts)) };
}

/** The world as files in the formats that real outlets and platforms give: feeds, Telegram exports, CSV and NDJSON. */
export function demoFiles(world: DemoWorld): DemoFile[] {
  return [
    ...world.outlets.map((outlet) =>
      feedFile(
        outlet,
        world.articles.filter((article) => article.outlet.id === outlet.id),
      ),
    ),
    ...world.channels.map((channel) =>
      channelFile(
        channel,
        world.posts.filter((post) => post.channel.id === channel.id),
      ),
    ),
  ];
}
