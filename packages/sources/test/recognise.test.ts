import { describe, expect, it } from 'vitest';
import { recogniseSource } from '../src/recognise.js';

describe('what a person pastes', () => {
  it.each([
    ['https://t.me/river_news', 'telegram-web'],
    ['  t.me/s/river_news ', 'telegram-web'],
    ['@lenn@pond.example', 'mastodon'],
    ['https://mastodon.example/@lenn', 'mastodon'],
    ['https://mastodon.example/tags/river', 'mastodon'],
    ['wss://pond.example/api/v1/streaming?stream=public:local', 'mastodon'],
    ['wss://jetstream1.us-east.bsky.network/subscribe', 'bluesky'],
    ['https://bsky.app/profile/did:plc:abc', 'bluesky'],
    ['https://www.youtube.com/watch?v=abcdefghijk', 'youtube'],
    ['https://api.x.com/2/tweets/search/stream', 'x-stream'],
    ['https://press.example/feed.xml', undefined],
    ['press.example', undefined],
    ['https://t.me/+AbCdEf', undefined],
    ['', undefined],
    ['javascript:alert(1)', undefined],
  ])('%s is %s', (pasted, kind) => {
    expect(recogniseSource(pasted)?.kind).toBe(kind);
  });

  it('gives settings with the address to watch', () => {
    expect(recogniseSource('https://mastodon.example/tags/b%C3%A2teau')?.config).toMatchObject({
      url: 'https://mastodon.example/tags/b%C3%A2teau',
      timeline: 'hashtag',
      name: 'bâteau',
    });
  });
});
