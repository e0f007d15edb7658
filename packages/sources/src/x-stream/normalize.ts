import type { Author, Item, Media } from '@vedette/contract';
import { webAddress } from '../html/address.js';
import { unescapeXText } from '../x-archive/x-text.js';
import type { XApiMedia, XIncludes, XPost } from './schema.js';

/** What else came with a post, by the ids that the post names. */
export interface Joined {
  readonly author: (id: string | undefined) => Author | undefined;
  readonly post: (id: string) => XPost | undefined;
  readonly media: (key: string) => XApiMedia | undefined;
  readonly pollOptions: (id: string) => readonly string[];
}

/** Makes the parts of an answer findable. */
export function joined(includes: XIncludes): Joined {
  const users = new Map((includes.users ?? []).map((user) => [user.id, user]));
  const posts = new Map((includes.tweets ?? []).map((post) => [post.id, post]));
  const media = new Map((includes.media ?? []).map((one) => [one.media_key, one]));
  const polls = new Map((includes.polls ?? []).map((poll) => [poll.id, poll]));
  return {
    author: (id) => {
      const user = id === undefined ? undefined : users.get(id);
      if (id === undefined) return undefined;
      return {
        id,
        ...(user?.username === undefined ? {} : { handle: user.username }),
        ...(user?.name === undefined ? {} : { name: user.name }),
      };
    },
    post: (id) => posts.get(id),
    media: (key) => media.get(key),
    pollOptions: (id) => (polls.get(id)?.options ?? []).map((option) => option.label).filter((label) => label !== ''),
  };
}

/**
 * Pure: a post of API v2 becomes an Item. Every version of an edited post has an id of its own at X; here all have the
 * first one's, and the later ones `editedAt`.
 */
export function normalizePost(post: XPost, parts: Joined): Item {
  const first = post.edit_history_tweet_ids?.[0] ?? post.id;
  const original = first === post.id ? post : parts.post(first);
  const author = parts.author(post.author_id);
  const saidAt = instant(post.created_at);
  const publishedAt = first === post.id ? saidAt : (instant(original?.created_at) ?? snowflakeInstant(first) ?? saidAt);
  const references = new Map((post.referenced_tweets ?? []).map((one) => [one.type, one.id]));
  const retweeted = references.get('retweeted');
  const replyTo = references.get('replied_to');
  const options = (post.attachments?.poll_ids ?? []).flatMap(parts.pollOptions);
  const links = linksOf(post);
  const media = (post.attachments?.media_keys ?? []).map((key) => mediumOf(parts.media(key)));
  return {
    ...identityOf(first),
    url: `https://x.com/${author?.handle ?? 'i/web'}/status/${encodeURIComponent(post.id)}`,
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(first === post.id || saidAt === undefined ? {} : { editedAt: saidAt }),
    ...(options.length === 0 ? {} : { title: options.join(' | ') }),
    text: unescapeXText(textOf(post, retweeted === undefined ? undefined : parts.post(retweeted))),
    ...(post.lang === undefined || post.lang === '' ? {} : { lang: post.lang }),
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    ...(post.conversation_id === undefined ? {} : { thread: post.conversation_id }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(retweeted === undefined ? {} : { forwardedFrom: retweetedOf(post, retweeted, parts) }),
  };
}

/** A post that was taken away, as a further Item of the same id. */
export function deletedPost(id: string, deletedAt: string, author?: string): Item {
  return { ...identityOf(id), ...(author === undefined ? {} : { author: { id: author } }), deletedAt, text: '' };
}

function identityOf(id: string): Pick<Item, 'id' | 'source' | 'nativeId' | 'kind'> {
  return { id: `x:${id}`, source: { kind: 'x-stream', id: 'x', title: 'X' }, nativeId: id, kind: 'post' };
}

/** A long post is whole in its note; a repost is cut off, but what it reposts came with it. */
function textOf(post: XPost, reposted: XPost | undefined): string {
  const own = post.note_tweet?.text ?? post.text;
  const [head, start] = /^(RT @\w{1,20}: )([\s\S]*)…$/u.exec(own)?.slice(1) ?? [];
  const whole = reposted?.note_tweet?.text ?? reposted?.text;
  return head !== undefined && start !== undefined && whole?.startsWith(start) === true ? head + whole : own;
}

function retweetedOf(post: XPost, retweeted: string, parts: Joined): string {
  const author = parts.author(parts.post(retweeted)?.author_id);
  return author?.handle ?? /^RT @(\w{1,20}):/u.exec(post.text)?.[1] ?? author?.id ?? retweeted;
}

function linksOf(post: XPost): string[] {
  const urls = [...(post.entities?.urls ?? []), ...(post.note_tweet?.entities?.urls ?? [])];
  return [...new Set(urls.flatMap((url) => webAddress(url.expanded_url ?? url.unwound_url) ?? []))];
}

/** A picture that the answer says nothing more about is one all the same. */
function mediumOf(media: XApiMedia | undefined): Media {
  if (media === undefined) return { type: 'image' };
  const best = (media.variants ?? [])
    .filter((variant) => variant.content_type !== 'application/x-mpegURL')
    .toSorted((one, other) => other.bit_rate - one.bit_rate)[0];
  const url = [media.url, best?.url, media.preview_image_url].map(webAddress).find((address) => address !== undefined);
  return {
    type: media.type === 'photo' ? 'image' : 'video',
    ...(url === undefined ? {} : { url }),
    ...(media.alt_text === undefined || media.alt_text === '' ? {} : { alt: media.alt_text }),
  };
}

function instant(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** Since November 2010 an id of X says when it was made: milliseconds in its upper bits. */
export function snowflakeInstant(id: string): string | undefined {
  if (!/^\d{12,19}$/u.test(id)) return undefined;
  return new Date(Number((BigInt(id) >> 22n) + 1_288_834_974_657n)).toISOString();
}
