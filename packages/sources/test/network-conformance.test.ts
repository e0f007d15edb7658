import { networkConformance } from '@vedette/testing';
import {
  blueskySource,
  feedSource,
  mastodonSource,
  telegramWebSource,
  webPageSource,
  xStreamSource,
  youtubeSource,
} from '@vedette/sources';
import { describe, expect, it } from 'vitest';

const suites = [
  ['bluesky v1', networkConformance({ definition: blueskySource, config: (host) => blueskySource.configSchema.parse({ url: `ws://${host}/subscribe` }) })],
  ['bluesky v2', networkConformance({ definition: blueskySource, config: (host) => blueskySource.configSchema.parse({ url: `ws://${host}/xrpc/network.bsky.jetstream.subscribeEvents` }) })],
  ['feed', networkConformance({ definition: feedSource, config: (host) => feedSource.configSchema.parse({ url: `http://${host}/feed.xml` }) })],
  ['mastodon, events', networkConformance({ definition: mastodonSource, config: (host) => mastodonSource.configSchema.parse({ url: `http://${host}` }) })],
  ['mastodon, socket', networkConformance({ definition: mastodonSource, config: (host) => mastodonSource.configSchema.parse({ url: `http://${host}`, transport: 'websocket' }) })],
  ['mastodon, account', networkConformance({ definition: mastodonSource, config: (host) => mastodonSource.configSchema.parse({ url: `http://${host}`, timeline: 'account', name: 'lenn' }) })],
  ['telegram-web', networkConformance({ definition: telegramWebSource, config: (host) => telegramWebSource.configSchema.parse({ url: `http://${host}/s/river_news` }) })],
  ['web-page', networkConformance({ definition: webPageSource, config: (host) => webPageSource.configSchema.parse({ url: `http://${host}/page` }) })],
  ['x-stream', networkConformance({ definition: xStreamSource, config: (host) => xStreamSource.configSchema.parse({ url: `http://${host}` }) })],
  ['youtube', networkConformance({ definition: youtubeSource, config: (host) => youtubeSource.configSchema.parse({ url: `http://${host}/youtube/v3/commentThreads` }) })],
] as const; // prettier-ignore

describe.each(suites)('%s', (_name, checks) => {
  it.each(checks)('$name', ({ run }) => expect(run()).resolves.toBeUndefined());
});
