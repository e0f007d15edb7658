import type { Author, Item, Media } from '@vedette/contract';
import { resolveAddress, webAddress } from '../html/address.js';
import { sanitizeHtml } from '../html/sanitize.js';
import { readHtml } from '../html/to-text.js';
import type { MastodonAccount, MastodonPlainStatus, MastodonStatus } from './schema.js';

/**
 * Pure: a status becomes an Item; undefined for one that is not public. A boost carries the boosted text and names whose
 * it is; a content warning, and the answers of a poll, are the title.
 * @param host of the server that gave it: its ids are its own
 */
export function normalizeStatus(status: MastodonStatus, host: string): Item | undefined {
  if (status.visibility !== 'public' && status.visibility !== 'unlisted') return undefined;
  const shown: MastodonPlainStatus = status.reblog ?? status;
  const base = webAddress(shown.url ?? shown.uri) ?? `https://${host}/`;
  const html = sanitizeHtml(shown.content, base);
  const { text, links: found } = readHtml(html);
  const author = status.account === undefined ? undefined : authorOf(status.account);
  const publishedAt = instant(status.created_at);
  const editedAt = instant(shown.edited_at ?? undefined);
  const title = titleOf(shown);
  const links = linksOf(shown, found);
  const media = mediaOf(shown);
  const url = webAddress(status.url ?? undefined) ?? webAddress(shown.url ?? undefined);
  const boosted = status.reblog?.account;
  return {
    ...identityOf(status.id, host),
    ...(url === undefined ? {} : { url }),
    ...(author === undefined ? {} : { author }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(editedAt === undefined ? {} : { editedAt }),
    ...(title === '' ? {} : { title }),
    text,
    ...(html === '' || html === text ? {} : { html }),
    ...(shown.language === undefined || shown.language === null || shown.language === '' ? {} : { lang: shown.language }), // prettier-ignore
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    ...(shown.in_reply_to_id === undefined || shown.in_reply_to_id === null ? {} : { replyTo: shown.in_reply_to_id }),
    ...(status.reblog === undefined || status.reblog === null ? {} : { forwardedFrom: boosted?.acct ?? boosted?.username ?? 'unknown' }), // prettier-ignore
  };
}

/** A post that was taken away, as a further Item of the same id. */
export function deletedStatus(id: string, host: string, at: string): Item {
  return { ...identityOf(id, host), deletedAt: at, text: '' };
}

function identityOf(id: string, host: string): Pick<Item, 'id' | 'source' | 'nativeId' | 'kind'> {
  return {
    id: `mastodon:${host}:${id}`,
    source: { kind: 'mastodon', id: host, title: host },
    nativeId: id,
    kind: 'post',
  };
}

function authorOf(account: MastodonAccount): Author {
  const { id, display_name: name } = account;
  const handle = account.acct ?? account.username;
  return {
    ...(id === undefined ? {} : { id }),
    ...(handle === undefined ? {} : { handle }),
    ...(name === undefined || name === '' ? {} : { name }),
  };
}

function titleOf(status: MastodonPlainStatus): string {
  const options = (status.poll?.options ?? []).map((option) => option.title).filter((title) => title !== '');
  return [status.spoiler_text, options.join(' | ')].filter((part) => part !== '').join('\n');
}

const tagPage = /\/tags?\/[^/]+\/?$/u;

/** Addresses in the text but for those of persons and hashtags, and the card's. */
function linksOf(status: MastodonPlainStatus, found: readonly string[]): string[] {
  const named = new Set([...(status.mentions ?? []), ...(status.tags ?? [])].map((one) => one.url));
  const links = [...found.filter((link) => !named.has(link) && !tagPage.test(link)), status.card?.url].flatMap(
    (link) => webAddress(link) ?? [],
  );
  return [...new Set(links)];
}

const mediaTypes: Readonly<Record<string, string>> = { image: 'image', gifv: 'video', video: 'video', audio: 'audio' };

function mediaOf(status: MastodonPlainStatus): Media[] {
  return (status.media_attachments ?? []).map((attachment): Media => {
    const url = [attachment.url, attachment.remote_url]
      .map((address) => (typeof address === 'string' ? resolveAddress(address, undefined, 'media') : undefined))
      .find((address) => address !== undefined);
    const { description } = attachment;
    return {
      type: mediaTypes[attachment.type] ?? 'document',
      ...(url === undefined ? {} : { url }),
      ...(description === undefined || description === null || description === '' ? {} : { alt: description }),
    };
  });
}

function instant(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
