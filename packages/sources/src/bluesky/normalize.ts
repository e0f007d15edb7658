import type { Item, Media } from '@vedette/contract';
import { longestAddress, webAddress } from '../html/address.js';
import type { CommitEvent } from './event.js';
import { postSchema, type BlueskyPost } from './schema.js';

export const postCollection = 'app.bsky.feed.post';

/**
 * Pure: a change of a post becomes an Item; undefined for every other record. Jetstream v1 and v2 give the same Item.
 * An update has `editedAt`, a deletion `deletedAt` and no text; both repeat the id of the post.
 */
export function normalizeCommit(event: CommitEvent): Item | undefined {
  if (event.collection !== postCollection) return undefined;
  const uri = `at://${event.did}/${event.collection}/${event.rkey}`;
  const seenAt = instantOf(event.timeUs / 1000);
  const base = {
    id: `bluesky:${uri}`,
    source: { kind: 'bluesky' as const, id: 'bluesky', title: 'Bluesky' },
    nativeId: uri,
    kind: 'post' as const,
    url: pageOf(event.did, event.rkey),
    author: { id: event.did },
  };
  if (event.operation === 'delete')
    return { ...base, ...(seenAt === undefined ? {} : { deletedAt: seenAt }), text: '' };
  const parsed = postSchema.safeParse(event.record ?? {});
  if (!parsed.success || event.record === undefined) return undefined;
  const post = parsed.data;
  const publishedAt = instantOf(Date.parse(post.createdAt ?? '')) ?? seenAt;
  const lang = post.langs?.find((tag) => tag !== '');
  const media = mediaOf(post, event.did);
  const links = linksOf(post);
  return {
    ...base,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(event.operation === 'update' && seenAt !== undefined ? { editedAt: seenAt } : {}),
    text: post.text,
    ...(lang === undefined ? {} : { lang }),
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    ...(post.reply?.root === undefined ? {} : { thread: post.reply.root.uri }),
    ...(post.reply?.parent === undefined ? {} : { replyTo: post.reply.parent.uri }),
  };
}

/** ISO 8601 in UTC; undefined for what is no moment, or one that the form cannot say. */
function instantOf(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return /^\d{4}-/u.test(iso) ? iso : undefined;
}

function pageOf(did: string, rkey: string): string {
  return `https://bsky.app/profile/${did}/post/${encodeURIComponent(rkey)}`;
}

/**
 * Addresses of a post: what its facets link to (their words in the text are often shortened), its card, and the post that
 * it quotes. The byte offsets of a facet say where in the text it stands; the address itself is whole in the facet.
 */
function linksOf(post: BlueskyPost): string[] {
  const { embed } = post;
  const quoted = embed?.record?.record?.uri ?? embed?.record?.uri;
  const found = [
    ...(post.facets ?? []).flatMap((facet) => facet.features.map((feature) => feature.uri)),
    embed?.external?.uri,
    embed?.media?.external?.uri,
    quoted === undefined ? undefined : quotedPage(quoted),
  ];
  const links = found.flatMap((address) => webAddress(address) ?? []).filter((link) => link.length <= longestAddress);
  return [...new Set(links)];
}

function quotedPage(uri: string): string | undefined {
  const [, did, rkey] = /^at:\/\/(did:[\w:.%-]+)\/app\.bsky\.feed\.post\/([\w.~:-]+)$/u.exec(uri) ?? [];
  return did === undefined || rkey === undefined ? undefined : pageOf(did, rkey);
}

function mediaOf(post: BlueskyPost, did: string): Media[] {
  const parts = [post.embed, post.embed?.media].filter((part) => part !== undefined);
  return parts.flatMap((part) => {
    const images = (part.images ?? []).map(({ alt, image }): Media => {
      const url = image === undefined ? undefined : `https://cdn.bsky.app/img/feed_fullsize/plain/${did}/${encodeURIComponent(image.ref.$link)}@jpeg`; // prettier-ignore
      return {
        type: 'image',
        ...(url === undefined ? {} : { url }),
        ...(alt === undefined || alt === '' ? {} : { alt }),
      };
    });
    const { video, alt } = part;
    if (video === undefined) return images;
    const url = `https://video.bsky.app/watch/${encodeURIComponent(did)}/${encodeURIComponent(video.ref.$link)}/playlist.m3u8`;
    return [...images, { type: 'video', url, ...(alt === undefined || alt === '' ? {} : { alt }) }];
  });
}
