import type { Item, Media } from '@vedette/contract';
import type { ContentIds } from '../input/content-id.js';
import { instantOf, mediaOf, webLinks } from './media.js';
import type { MetaComment, MetaEntry } from './schema.js';

/** What an entry is read with besides itself. */
export interface EntryContext {
  /** whose export it is, where that is known */
  readonly owner: string | undefined;
  readonly ids: ContentIds;
}

/** Labels of the newest layout behind which somebody's words stand, in the languages of the export. */
const textLabels = new Set(
  (
    'message|text|post|comment|caption|description|content|texte|message texte|commentaire|légende|contenu|texto|' +
    'mensaje|comentario|contenido|descripción|nachricht|kommentar|beitrag|bildunterschrift|inhalt|bericht|tekst|' +
    'opmerking|inhoud|beschrijving|messaggio|testo|commento|mensagem|comentário|legenda|mesaj|metin|yorum|' +
    'wiadomość|treść|komentarz|сообщение|текст|комментарий|نص|رسالة|تعليق|منشور|tin nhắn|bình luận|nội dung|văn bản'
  ).split('|'),
);

/** The Items of one entry (`kind` of what its list holds): a post, its comment, or a photo with the comments under it. None for likes and reactions. */
export function normalizeEntry(entry: MetaEntry, context: EntryContext, kind: 'post' | 'comment' = 'post'): Item[] {
  const data = entry.data ?? [];
  const comments = data.flatMap((part) => part.comment ?? []);
  if (comments.length > 0) return comments.map((comment) => commentItem(comment, entry, context));
  if (data.some((part) => part.reaction !== undefined)) return [];
  const words = entry.label_values === undefined ? undefined : labelledText(entry);
  if (entry.label_values !== undefined && words === undefined) return [];
  return [
    postItem(entry, words, kind, context),
    ...(entry.comments ?? []).map((comment) => commentItem(comment, {}, context)),
  ];
}

function labelledText(entry: MetaEntry): string | undefined {
  return entry.label_values?.find((one) => textLabels.has((one.label ?? '').toLowerCase()))?.value;
}

function postItem(entry: MetaEntry, words: string | undefined, kind: 'post' | 'comment', context: EntryContext): Item {
  const data = entry.data ?? [];
  const attached = (entry.attachments ?? []).flatMap((attachment) => attachment.data ?? []);
  const time = entry.timestamp ?? entry.creation_timestamp ?? entry.created_timestamp ?? entry.create_timestamp;
  const written = data.flatMap((part) => part.post ?? []);
  const said = [words, entry.text, entry.description].find((one) => one !== undefined && one !== '');
  const onlyInside = attached.flatMap((part) => part.text ?? []);
  const text = written.length > 0 ? written.join('\n') : (said ?? onlyInside.join('\n'));
  const title = entry.title ?? entry.name;
  const media = postMedia(entry, attached);
  const links = webLinks([
    ...attached.map((part) => part.external_context?.url),
    ...(entry.label_values ?? []).map((one) => one.href),
  ]);
  const url = entry.label_values?.find((one) => one.label?.toUpperCase() === 'URL')?.href;
  return {
    ...identityOf(kind, entry.fbid, [time ?? null, text, title ?? null], context),
    kind,
    ...(url === undefined || !URL.canParse(url) ? {} : { url }),
    ...authorOf(context.owner),
    ...timesOf(
      time,
      data.find((part) => part.update_timestamp !== undefined)?.update_timestamp ?? entry.updated_timestamp,
    ),
    ...(title === undefined || title === '' ? {} : { title }),
    text,
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
  };
}

function commentItem(comment: MetaComment, entry: Partial<MetaEntry>, context: EntryContext): Item {
  const time = comment.timestamp ?? entry.timestamp;
  const author = comment.author ?? context.owner;
  const text = comment.comment ?? '';
  const attached = (entry.attachments ?? []).flatMap((attachment) => attachment.data ?? []);
  const media = attached.flatMap((part) => (part.media === undefined ? [] : [mediaOf(part.media)]));
  const links = webLinks(attached.map((part) => part.external_context?.url));
  return {
    ...identityOf('comment', entry.fbid, [time ?? null, comment.author ?? null, text], context),
    kind: 'comment',
    ...authorOf(author),
    ...timesOf(time, undefined),
    ...(entry.title === undefined || entry.title === '' ? {} : { title: entry.title }),
    text,
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    ...(comment.group === undefined || comment.group === '' ? {} : { thread: comment.group }),
  };
}

/** Facebook gives most of its entries no id: they are known by what they say and when. */
function identityOf(
  what: string,
  own: string | undefined,
  content: readonly unknown[],
  context: EntryContext,
): Pick<Item, 'id' | 'source' | 'nativeId'> {
  const nativeId = own ?? context.ids.next(JSON.stringify([what, ...content]));
  const title = context.owner;
  return {
    id: `facebook:${what}:${nativeId}`,
    source: { kind: 'facebook-export', id: 'facebook', ...(title === undefined ? {} : { title }) },
    nativeId,
  };
}

function authorOf(name: string | undefined): Pick<Item, 'author'> {
  return name === undefined || name === '' ? {} : { author: { name } };
}

function timesOf(time: number | undefined, update: number | undefined): Pick<Item, 'publishedAt' | 'editedAt'> {
  const publishedAt = instantOf(time);
  const editedAt = update !== undefined && time !== undefined && update > time ? instantOf(update) : undefined;
  return { ...(publishedAt === undefined ? {} : { publishedAt }), ...(editedAt === undefined ? {} : { editedAt }) };
}

function postMedia(
  entry: MetaEntry,
  attached: readonly { readonly media?: Parameters<typeof mediaOf>[0] | undefined }[],
): Media[] {
  return [
    ...(entry.uri === undefined ? [] : [mediaOf({ uri: entry.uri })]),
    ...attached.flatMap((part) => (part.media === undefined ? [] : [mediaOf(part.media)])),
    ...(entry.media ?? []).map((file) => mediaOf(file)),
  ];
}
