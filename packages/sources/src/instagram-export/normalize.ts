import type { Item } from '@vedette/contract';
import { instantOf, mediaOf } from '../facebook-export/media.js';
import type { ContentIds } from '../input/content-id.js';
import type { InstagramEntry } from './schema.js';

/** What an entry is read with besides itself. */
export interface InstagramContext {
  readonly ids: ContentIds;
  /** account name of whose export it is, where that is known */
  readonly owner: string | undefined;
}

/** One entry as an Item; strings are repaired already. Undefined where nothing was published by it. */
export function normalizeEntry(entry: InstagramEntry, context: InstagramContext): Item | undefined {
  return entry.string_map_data === undefined ? postOf(entry, context) : commentOf(entry, context);
}

function postOf(entry: InstagramEntry, context: InstagramContext): Item | undefined {
  const files = entry.media ?? (entry.uri === undefined ? [] : [entry]);
  // a single picture carries the words of its post, several carry their own and the post its words
  const text = entry.title ?? (files.length === 1 ? files[0]?.title : undefined) ?? '';
  const time = entry.creation_timestamp ?? files[0]?.creation_timestamp;
  if (time === undefined && text === '' && files.length === 0) return undefined;
  const media = files
    .filter((file) => file.uri !== undefined && file.uri !== '')
    .map((file) => mediaOf({ uri: file.uri, description: file.title === text ? undefined : file.title }));
  return {
    ...identityOf('post', [time ?? null, text], context),
    kind: 'post',
    ...authorOf(context),
    ...timeOf(time),
    text,
    ...(media.length === 0 ? {} : { media }),
  };
}

const commentLabels =
  /^(?:comment|comentario|comentário|commentaire|kommentar|commento|opmerking|reactie|yorum|komentarz|комментарий|تعليق)$/iu;
const ownerLabels =
  /owner|propriétaire|propietario|proprietário|proprietario|besitzer|inhaber|eigenaar|sahib|właściciel|владелец|مالك/iu;

/** The labels follow the language of the account; where they are not known, the comment is the first that has words. */
function commentOf(entry: InstagramEntry, context: InstagramContext): Item | undefined {
  const values = Object.entries(entry.string_map_data ?? {});
  const time = values.find(([, value]) => (value.timestamp ?? 0) > 0)?.[1].timestamp;
  const worded = values.filter(([, { value, timestamp }]) => value !== undefined && (timestamp ?? 0) === 0);
  const comment =
    worded.find(([label]) => commentLabels.test(label)) ?? worded.find(([label]) => !ownerLabels.test(label));
  const owner =
    worded.find(([label]) => ownerLabels.test(label))?.[1].value ?? worded.find((one) => one !== comment)?.[1].value;
  if (comment === undefined && time === undefined) return undefined;
  const text = comment?.[1].value ?? '';
  const media = (entry.media_list_data ?? [])
    .filter((file) => file.uri !== undefined && file.uri !== '')
    .map((file) => mediaOf({ uri: file.uri }));
  return {
    ...identityOf('comment', [time ?? null, text, owner ?? null], context),
    kind: 'comment',
    ...authorOf(context),
    ...timeOf(time),
    text,
    ...(media.length === 0 ? {} : { media }),
    ...(owner === undefined || owner === '' ? {} : { thread: owner }),
  };
}

function identityOf(
  what: string,
  content: readonly unknown[],
  context: InstagramContext,
): Pick<Item, 'id' | 'source' | 'nativeId'> {
  const nativeId = context.ids.next(JSON.stringify([what, ...content]));
  return {
    id: `instagram:${what}:${nativeId}`,
    source: {
      kind: 'instagram-export',
      id: 'instagram',
      ...(context.owner === undefined ? {} : { title: context.owner }),
    },
    nativeId,
  };
}

function authorOf(context: InstagramContext): Pick<Item, 'author'> {
  return context.owner === undefined ? {} : { author: { handle: context.owner } };
}

function timeOf(time: number | undefined): Pick<Item, 'publishedAt'> {
  const publishedAt = instantOf(time);
  return publishedAt === undefined ? {} : { publishedAt };
}
