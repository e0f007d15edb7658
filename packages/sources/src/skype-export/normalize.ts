import type { Item, Media } from '@vedette/contract';
import { linksIn } from '../input/links.js';
import { readMarkup, type SharedObject } from './markup.js';
import type { SkypeConversation, SkypeMessage } from './schema.js';

const service = /^(?:ThreadActivity|Event|Notice|EndToEndEncryption|InviteFreeRelationshipChanged|PopCard)(?:\/|$)/u;

/** One message as an Item. Lines of Skype's own have no text; the new name of a conversation is their title. */
export function normalizeMessage(
  message: SkypeMessage,
  conversation: SkypeConversation,
  names: ReadonlySet<string> = new Set(),
): Item {
  const isService = service.test(message.messagetype);
  const content = message.content ?? '';
  const plain = message.messagetype === 'Text' && !/<e_m\b|<quote\b|&(?:lt|gt|amp|quot|apos);/u.test(content);
  const markup = plain ? undefined : readMarkup(content);
  const text = isService ? '' : (markup?.text ?? content);
  const published = instantOf(message.originalarrivaltime);
  const edited = timeOf(markup?.editedAt ?? message.properties?.edittime);
  const deleted = timeOf(message.properties?.deletetime);
  const media = (markup?.objects ?? []).map((object) => mediaOf(object, message.messagetype, names));
  const links = isService ? [] : [...new Set([...(markup?.links ?? []), ...linksIn(text)])];
  const title = isService ? markup?.value : undefined;
  return {
    id: `skype:${conversation.id}:${message.id}`,
    source: {
      kind: 'skype-export',
      id: conversation.id,
      ...(conversation.title === undefined ? {} : { title: conversation.title }),
    },
    nativeId: message.id,
    kind: isService ? 'service' : 'message',
    ...authorOf(message),
    ...(published === undefined ? {} : { publishedAt: published }),
    ...(edited === undefined ? {} : { editedAt: edited }),
    ...(deleted === undefined ? {} : { deletedAt: deleted }),
    ...(title === undefined ? {} : { title }),
    text,
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    ...(markup?.quotes === undefined ? {} : { replyTo: markup.quotes }),
  };
}

function authorOf({ from, displayName }: SkypeMessage): Pick<Item, 'author'> {
  const name = displayName === null || displayName === '' ? undefined : displayName;
  if (from === undefined && name === undefined) return {};
  return { author: { ...(from === undefined ? {} : { id: from }), ...(name === undefined ? {} : { name }) } };
}

function instantOf(written: string | undefined): string | undefined {
  const found = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?/u.exec(written ?? '')?.[0];
  const time = found === undefined ? Number.NaN : Date.parse(`${found}Z`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000Z', 'Z');
}

function timeOf(milliseconds: string | number | undefined): string | undefined {
  const time = Number(milliseconds ?? Number.NaN);
  // nothing of Skype is older than 2003
  if (!Number.isFinite(time) || time < 1e12 || time > 4e12) return undefined;
  return new Date(time).toISOString().replace('.000Z', 'Z');
}

function mediaOf(object: SharedObject, messagetype: string, names: ReadonlySet<string>): Media {
  const key = /\/objects\/([^/?]+)/u.exec(object.uri ?? '')?.[1];
  const saved =
    key === undefined ? undefined : [...names].find((name) => name.includes(`${key}.`) && !name.endsWith('.json'));
  const file = saved?.replace(/^.*?(?=media\/)/u, '') ?? object.name;
  return {
    type: typeOf(`${object.type} ${messagetype}`),
    ...(object.uri === undefined || !/^https?:/iu.test(object.uri) ? {} : { url: object.uri }),
    ...(file === undefined || file === '' ? {} : { file }),
  };
}

function typeOf(kind: string): string {
  if (/picture|image/iu.test(kind)) return 'image';
  if (/video/iu.test(kind)) return 'video';
  if (/audio/iu.test(kind)) return 'audio';
  return /sticker|flik|card/iu.test(kind) ? 'sticker' : 'document';
}
