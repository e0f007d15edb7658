import type { Item } from '@vedette/contract';
import type { Channel } from './channels.js';
import { firstPostId, type DemoPost } from './posts.js';

function secondsOf(at: number): number {
  return Math.floor(at / 1000);
}

/** Whole seconds, since exports keep no more. */
function instant(at: number): string {
  return new Date(secondsOf(at) * 1000).toISOString().replace('.000Z', 'Z');
}

/** Hashtags are entities of their own in a Telegram export, and then `text` is a list. */
function telegramEntities(text: string): { type: string; text: string }[] {
  return text
    .split(/(#[\p{L}\p{N}_]+)/u)
    .filter((part) => part !== '')
    .map((part) => ({ type: part.startsWith('#') && part.length > 1 ? 'hashtag' : 'plain', text: part }));
}

/** `result.json` of one public channel, as Telegram Desktop writes it. */
function telegram(channel: Channel, posts: readonly DemoPost[]): string {
  const chat = channel.chat ?? 0;
  const created = {
    id: 1,
    type: 'service',
    date: instant(posts[0]?.publishedAt ?? 0).slice(0, -1),
    date_unixtime: String(secondsOf(posts[0]?.publishedAt ?? 0)),
    actor: channel.title,
    actor_id: `channel${chat}`,
    action: 'create_channel',
    title: channel.title,
    text: '',
    text_entities: [],
  };
  const isWhole = posts[0]?.id === firstPostId;
  const messages = posts.map((post) => {
    const entities = telegramEntities(post.text);
    return {
      id: post.id,
      type: 'message',
      date: instant(post.publishedAt).slice(0, -1),
      date_unixtime: String(secondsOf(post.publishedAt)),
      from: channel.title,
      from_id: `channel${chat}`,
      author: post.author,
      text:
        entities.length > 1 ? entities.map((entity) => (entity.type === 'plain' ? entity.text : entity)) : post.text,
      text_entities: entities,
    };
  });
  return `${JSON.stringify(
    { name: channel.title, type: 'public_channel', id: chat, messages: isWhole ? [created, ...messages] : messages },
    undefined,
    1,
  )}\n`;
}

function csvField(value: string): string {
  return /[",;\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** RFC 4180 with a header; ids name their forum, because tables say nothing about where they come from. */
function csv(channel: Channel, posts: readonly DemoPost[]): string {
  const rows = posts.map((post) => [
    `${channel.id}-${post.id}`,
    instant(post.publishedAt),
    post.author,
    post.text,
    `https://${channel.id}.example/p/${post.id}`,
  ]);
  const { header, delimiter } = channel.table ?? {
    header: ['id', 'datetime', 'author', 'text', 'url'],
    delimiter: ',',
  };
  return [header, ...rows].map((row) => `${row.map(csvField).join(delimiter)}\r\n`).join('');
}

function itemOf(channel: Channel, post: DemoPost): Item {
  return {
    id: `ndjson:${channel.id}:${post.id}`,
    source: { kind: 'ndjson', id: channel.id, title: channel.title, url: `https://${channel.id}.example/` },
    nativeId: String(post.id),
    kind: 'post',
    url: `https://${channel.id}.example/p/${post.id}`,
    author: { handle: post.author },
    publishedAt: instant(post.publishedAt),
    text: post.text,
    lang: post.lang,
  };
}

/** The file of a channel with these posts, in the channel's format. */
export function writeChannel(channel: Channel, posts: readonly DemoPost[]): string {
  switch (channel.kind) {
    case 'telegram-export':
      return telegram(channel, posts);
    case 'csv':
      return csv(channel, posts);
    case 'ndjson':
      return posts.map((post) => `${JSON.stringify(itemOf(channel, post))}\n`).join('');
  }
}
