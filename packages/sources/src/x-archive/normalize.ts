import type { Author, Item, Media } from '@vedette/contract';
import type { Note, Tweet, XAccount, XMedia, XMessage } from './schema.js';
import { linksOfNote, textOfNote, type Notes } from './notes.js';
import { retweetedHandle, unescapeXText } from './x-text.js';
import { xInstant } from './x-time.js';

/** What a record is read with besides itself. */
export interface XContext {
  readonly account: XAccount | undefined;
  readonly notes: Notes | undefined;
  /** the name of an attachment as it lies in the export, by the folders it may lie in; undefined where it is not there */
  readonly fileOf: (base: string) => string | undefined;
}

/** A tweet as an Item; undefined where it has no id. */
export function normalizeTweet(tweet: Tweet, context: XContext): Item | undefined {
  const id = tweet.id_str ?? tweet.id;
  if (id === undefined) return undefined;
  const stored = unescapeXText(tweet.full_text ?? tweet.text ?? '');
  const publishedAt = xInstant(tweet.created_at);
  const deletedAt = xInstant(tweet.deleted_at);
  const whole = context.notes?.wholeOf(id, stored, publishedAt);
  const author = authorOf(tweet, context.account);
  const forwardedFrom = retweetedHandle(stored);
  const replyTo = tweet.in_reply_to_status_id_str ?? tweet.in_reply_to_status_id;
  const media = mediaOf(tweet, id, context);
  const links = absoluteLinks([
    ...(tweet.entities?.urls ?? []).flatMap((url) => url.expanded_url ?? []).filter((url) => !isOwnLink(url, id)),
    ...(whole?.links ?? []),
  ]);
  return {
    id: `x:${id}`,
    source: sourceOf(context.account),
    nativeId: id,
    kind: 'post',
    url: `https://x.com/${author?.handle ?? 'i/web'}/status/${encodeURIComponent(id)}`,
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(isEdit(tweet, id) && publishedAt !== undefined ? { editedAt: publishedAt } : {}),
    ...(deletedAt === undefined ? {} : { deletedAt }),
    text: whole === undefined ? stored : unescapeXText(whole.text),
    ...(tweet.lang === undefined || tweet.lang === '' ? {} : { lang: tweet.lang }),
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
  };
}

/** A long text whose tweet the archive does not hold. */
export function normalizeNote(note: Note, context: XContext): Item {
  const publishedAt = xInstant(note.createdAt);
  const author = accountAuthor(context.account);
  const links = absoluteLinks(linksOfNote(note));
  return {
    id: `x:note:${note.noteTweetId}`,
    source: sourceOf(context.account),
    nativeId: note.noteTweetId,
    kind: 'post',
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    text: unescapeXText(textOfNote(note)),
    ...(links.length === 0 ? {} : { links }),
  };
}

/** A direct message, or an event of a conversation (`service`). `key` says which: `messageCreate`, `participantsJoin` … */
export function normalizeMessage(
  message: XMessage,
  key: string,
  conversation: string,
  nativeId: string,
  context: XContext,
): Item {
  const written = key === 'messageCreate' || key === 'welcomeMessageCreate';
  const publishedAt = xInstant(message.createdAt);
  const by = written ? message.senderId : (message.initiatingUserId ?? message.userIds?.[0]);
  const author = by === undefined ? undefined : personOf(by, context.account);
  const media = (message.mediaUrls ?? []).map((url) => directMedia(url, nativeId, context));
  const links = absoluteLinks((message.urls ?? []).flatMap((url) => url.expanded ?? []));
  return {
    id: `x:dm:${nativeId}`,
    source: sourceOf(context.account),
    nativeId,
    kind: written ? 'message' : 'service',
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(message.name === undefined || written ? {} : { title: message.name }),
    text: unescapeXText(message.text ?? ''),
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    thread: conversation,
  };
}

function sourceOf(account: XAccount | undefined): Item['source'] {
  const title = account?.username === undefined ? undefined : `@${account.username}`;
  return { kind: 'x-archive', id: account?.accountId ?? 'x', ...(title === undefined ? {} : { title }) };
}

function authorOf(tweet: Tweet, account: XAccount | undefined): Author | undefined {
  const own = accountAuthor(account);
  if (own !== undefined) return own;
  const { user } = tweet;
  const handle = user?.screen_name ?? handleInMedia(tweet);
  const author: Author = {
    ...(user?.id_str === undefined ? {} : { id: user.id_str }),
    ...(handle === undefined ? {} : { handle }),
    ...(user?.name === undefined ? {} : { name: user.name }),
  };
  return Object.keys(author).length === 0 ? undefined : author;
}

function accountAuthor(account: XAccount | undefined): Author | undefined {
  if (account === undefined) return undefined;
  return {
    ...(account.accountId === undefined ? {} : { id: account.accountId }),
    ...(account.username === undefined ? {} : { handle: account.username }),
    ...(account.accountDisplayName === undefined ? {} : { name: account.accountDisplayName }),
  };
}

function personOf(id: string, account: XAccount | undefined): Author {
  return id === account?.accountId ? { ...accountAuthor(account), id } : { id };
}

/** A tweet's own pictures are addressed by its author: `https://twitter.com/marsh_heron/status/1/photo/1`. */
function handleInMedia(tweet: Tweet): string | undefined {
  for (const media of tweet.extended_entities?.media ?? tweet.entities?.media ?? []) {
    if (media.source_status_id_str !== undefined) continue;
    const found = /^https?:\/\/(?:twitter|x)\.com\/(\w{1,20})\/status\/\d+\/(?:photo|video)\//u.exec(
      media.expanded_url ?? '',
    );
    if (found?.[1] !== undefined && retweetedHandle(tweet.full_text ?? '') === undefined) return found[1];
  }
  return undefined;
}

/** Every version of an edited tweet is a tweet; the later ones name the first. */
function isEdit(tweet: Tweet, id: string): boolean {
  const first = tweet.edit_info?.edit?.initialTweetId ?? tweet.edit_info?.initial?.editTweetIds?.[0];
  return first !== undefined && first !== id;
}

/** A cut-off tweet links to itself. */
function isOwnLink(url: string, id: string): boolean {
  return url.endsWith(`/i/web/status/${id}`);
}

function mediaOf(tweet: Tweet, id: string, context: XContext): Media[] {
  const listed = tweet.extended_entities?.media ?? tweet.entities?.media ?? [];
  return listed.flatMap((media) => {
    const url = addressOf(media);
    if (url === undefined) return [];
    const still = media.media_url_https ?? media.media_url ?? url;
    const file = context.fileOf(`${id}-${baseOf(url)}`) ?? context.fileOf(`${id}-${baseOf(still)}`);
    return [
      {
        type: media.type === 'photo' ? 'image' : media.type === '' ? 'image' : 'video',
        url,
        ...(file === undefined ? {} : { file }),
        ...(media.ext_alt_text === undefined ? {} : { alt: media.ext_alt_text }),
      },
    ];
  });
}

/** A video is addressed by its best variant, a picture by itself. */
function addressOf(media: XMedia): string | undefined {
  const best = (media.video_info?.variants ?? [])
    .filter((variant) => variant !== null)
    .filter((variant) => variant.content_type !== 'application/x-mpegURL')
    .toSorted((one, other) => other.bitrate - one.bitrate)[0];
  return [best?.url, media.media_url_https, media.media_url].find(
    (url) => url !== undefined && URL.canParse(url) && /^https?:/iu.test(url),
  );
}

function directMedia(url: string, id: string, context: XContext): Media {
  const file = context.fileOf(`${id}-${baseOf(url)}`);
  return {
    type: /\.(?:mp4|mov)(?:\?|$)|video/iu.test(url) ? 'video' : 'image',
    ...(URL.canParse(url) ? { url } : {}),
    ...(file === undefined ? {} : { file }),
  };
}

function baseOf(url: string): string {
  return (url.split(/[?#]/u, 1)[0] ?? '').split('/').at(-1) ?? '';
}

function absoluteLinks(links: readonly string[]): string[] {
  return [...new Set(links)].filter((link) => URL.canParse(link) && /^https?:/iu.test(link));
}
