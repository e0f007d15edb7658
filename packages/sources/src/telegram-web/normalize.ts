import type { Author, Item, Media } from '@vedette/contract';
import { resolveAddress, webAddress } from '../html/address.js';
import { parseExactly, plainText, type DomDocument, type DomElement } from '../web-page/dom.js';
import { messageText } from './text.js';

/** One message of a page; `number` counts within its channel. */
export interface PageMessage {
  readonly number: number;
  readonly item: Item;
}

/** What a channel page holds. */
export interface ChannelPage {
  readonly channel: string | undefined;
  readonly messages: readonly PageMessage[];
  /** where older messages are asked for, if there are any */
  readonly before: number | undefined;
  /** whether it is a page of messages at all: an empty channel has one too */
  readonly isPreview: boolean;
}

/** Pure: reads a page `t.me/s/NAME`, or a part of one. An album is one message, with the id of its first. */
export function readChannelPage(html: string): ChannelPage {
  const document = parseExactly(html);
  const title = plainText(document.querySelector('.tgme_channel_info_header_title'));
  const messages: PageMessage[] = [];
  for (const element of document.querySelectorAll('.tgme_widget_message[data-post]')) {
    const message = readMessage(element, title === '' ? undefined : title);
    if (message !== undefined) messages.push(message);
  }
  return {
    channel: messages[0]?.item.source.id,
    messages,
    before: beforeOf(document),
    isPreview: messages.length > 0 || document.querySelector('.tgme_channel_history, .tgme_channel_info') !== null,
  };
}

function beforeOf(document: DomDocument): number | undefined {
  const stated =
    document.querySelector('.tme_messages_more[data-before]')?.getAttribute('data-before') ??
    /[?&]before=(\d+)/u.exec(document.querySelector('link[rel=prev]')?.getAttribute('href') ?? '')?.[1];
  return stated !== undefined && stated !== null && /^\d{1,15}$/u.test(stated) ? Number(stated) : undefined;
}

function readMessage(element: DomElement, title: string | undefined): PageMessage | undefined {
  const post = element.getAttribute('data-post') ?? '';
  const [, channel, digits] = /^(\w{1,64})\/(\d{1,15})$/u.exec(post) ?? [];
  if (channel === undefined || digits === undefined) return undefined;
  const service = hasClass(element, 'service_message');
  const owner = plainText(element.querySelector('.tgme_widget_message_owner_name'));
  const body = bodyOf(element);
  const poll = element.querySelector('.tgme_widget_message_poll');
  const question = plainText(poll?.querySelector('.tgme_widget_message_poll_question'));
  const options = [...(poll?.querySelectorAll('.tgme_widget_message_poll_option_text') ?? [])].map(plainText);
  const text = [body === undefined ? '' : messageText(body), ...options].filter((part) => part !== '').join('\n');
  const publishedAt = instantOf(element);
  const media = mediaOf(element);
  const links = linksOf(element, body);
  const replyTo = postIn(element.querySelector('.tgme_widget_message_reply')?.getAttribute('href'));
  const forwardedFrom = plainText(element.querySelector('.tgme_widget_message_forwarded_from_name'));
  const sourceTitle = title ?? owner;
  return {
    number: Number(digits),
    item: {
      id: `telegram-web:${channel.toLowerCase()}:${digits}`,
      source: { kind: 'telegram-web', id: channel, ...(sourceTitle === '' ? {} : { title: sourceTitle }), url: `https://t.me/s/${channel}` },
      nativeId: post,
      kind: service ? 'service' : 'post',
      url: `https://t.me/${post}`,
      author: authorOf(element, channel, owner),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(question === '' ? {} : { title: question }),
      text,
      ...(media.length === 0 ? {} : { media }),
      ...(links.length === 0 ? {} : { links }),
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(forwardedFrom === '' ? {} : { forwardedFrom }),
    },
  }; // prettier-ignore
}

/** The message's own text: what it answers is shown above it in the same form, and old pages nest the element in itself. */
function bodyOf(element: DomElement): DomElement | undefined {
  for (const found of element.querySelectorAll('.js-message_text, .tgme_widget_message_text')) {
    if (found.closest('.tgme_widget_message_reply') === null) return found;
  }
  return undefined;
}

/** The channel; where messages are signed, its name is that of the person who signed. */
function authorOf(element: DomElement, channel: string, owner: string): Author {
  const signed = plainText(element.querySelector('.tgme_widget_message_from_author'));
  const name = signed === '' ? owner : signed;
  return { handle: channel, ...(name === '' ? {} : { name }) };
}

function instantOf(element: DomElement): string | undefined {
  const stated = element.querySelector('.tgme_widget_message_date time[datetime]')?.getAttribute('datetime');
  const time = Date.parse(stated ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function postIn(address: string | null | undefined): string | undefined {
  return /\/(\w{1,64}\/\d{1,15})(?:[?#].*)?$/u.exec(address ?? '')?.[1];
}

const mediaSelector = [
  '.tgme_widget_message_photo_wrap',
  '.tgme_widget_message_video_player',
  '.tgme_widget_message_roundvideo_player',
  '.tgme_widget_message_voice_player',
  '.tgme_widget_message_document_wrap',
  '.tgme_widget_message_sticker_wrap',
].join(', ');

function mediaOf(element: DomElement): Media[] {
  const found: Media[] = [];
  for (const one of element.querySelectorAll(mediaSelector)) {
    if (one.closest('.tgme_widget_message_reply') === null) found.push(mediumOf(one));
  }
  return found;
}

function mediumOf(element: DomElement): Media {
  if (hasClass(element, 'tgme_widget_message_photo_wrap')) return medium('image', styleAddress(element));
  if (hasClass(element, 'tgme_widget_message_voice_player')) {
    return medium('audio', element.querySelector('audio')?.getAttribute('src'));
  }
  if (hasClass(element, 'tgme_widget_message_document_wrap')) {
    const name = plainText(element.querySelector('.tgme_widget_message_document_title'));
    const sound = element.querySelector('.tgme_widget_message_document_icon.audio') !== null;
    return { type: sound ? 'audio' : 'document', ...(name === '' ? {} : { alt: name }) };
  }
  if (hasClass(element, 'tgme_widget_message_sticker_wrap')) {
    const animated = element.querySelector('source[type="application/x-tgsticker"]')?.getAttribute('srcset');
    const still = element.querySelector('[data-webp]')?.getAttribute('data-webp');
    return medium('sticker', animated ?? still ?? element.querySelector('video')?.getAttribute('src'));
  }
  // a video that is too big has no address here
  return medium('video', element.querySelector('video')?.getAttribute('src'));
}

function medium(type: string, address: string | null | undefined): Media {
  const url = typeof address === 'string' ? resolveAddress(address, 'https://t.me/', 'media') : undefined;
  return url === undefined ? { type } : { type, url };
}

function styleAddress(element: DomElement): string | undefined {
  const holder = element.getAttribute('style')?.includes('background-image') === true ? element : element.querySelector('[style*="background-image"]'); // prettier-ignore
  return /background-image:\s*url\(\s*['"]?([^'")]+)/u.exec(holder?.getAttribute('style') ?? '')?.[1];
}

/** Addresses in the text and that of its preview; hashtags lead to a search of the same page and are none. */
function linksOf(element: DomElement, body: DomElement | undefined): string[] {
  const anchors = [...(body?.querySelectorAll('a[href]') ?? [])];
  const preview = element.querySelector('.tgme_widget_message_link_preview[href]');
  const addresses = [...anchors, ...(preview === null ? [] : [preview])].flatMap(
    (anchor) => webAddress(anchor.getAttribute('href') ?? undefined) ?? [],
  );
  return [...new Set(addresses)];
}

function hasClass(element: DomElement, name: string): boolean {
  return typeof element.className === 'string' && element.className.split(/\s+/u).includes(name);
}
