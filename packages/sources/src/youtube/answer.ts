import type { Item } from '@vedette/contract';
import { isJsonObject, type JsonObject } from '../input/json-object.js';
import { normalizeComment, normalizeResource } from './normalize.js';
import { commentSchema, resourceSchema, threadSchema } from './schema.js';

/** One element of an answer. `open` says of a comment that more answers to it are there than came. */
export type AnswerPart =
  | { readonly item: Item; readonly open?: { readonly parent: string; readonly video: string | undefined } }
  | { readonly reason: string; readonly sample: string };

/** What an answer of the API holds; `failure` is what YouTube says instead. */
export interface Answer {
  readonly parts: readonly AnswerPart[];
  readonly nextPage: string | undefined;
  readonly failure: { readonly reason: string; readonly message: string } | undefined;
}

/** Reads one answer, or one element alone; undefined where the value is neither. */
export function readAnswer(value: unknown): Answer | undefined {
  if (!isJsonObject(value)) return undefined;
  const { items, kind, nextPageToken: token, error } = value;
  if (isJsonObject(error)) return { parts: [], nextPage: undefined, failure: failureOf(error) };
  const nextPage = typeof token === 'string' && token !== '' ? token : undefined;
  if (Array.isArray(items)) return { parts: items.flatMap(partsOf), nextPage, failure: undefined };
  if (typeof kind !== 'string' || !kind.startsWith('youtube#')) return undefined;
  return { parts: kind.endsWith('Response') ? [] : partsOf(value), nextPage, failure: undefined };
}

function partsOf(element: unknown): AnswerPart[] {
  const kind = isJsonObject(element) ? element['kind'] : undefined;
  if (kind === 'youtube#commentThread') return threadParts(element);
  if (kind === 'youtube#comment') return [commentPart(element, undefined)];
  const resource = resourceSchema.safeParse(element);
  const item = resource.success ? normalizeResource(resource.data) : undefined;
  return [item === undefined ? unread(element, 'is no comment, video, channel or playlist') : { item }];
}

function threadParts(element: unknown): AnswerPart[] {
  const parsed = threadSchema.safeParse(element);
  if (!parsed.success) return [unread(element, 'a thread has no comment')];
  const { snippet, replies } = parsed.data;
  const top = snippet.topLevelComment;
  const video = top.snippet.videoId ?? snippet.videoId;
  const answers = replies?.comments ?? [];
  const item = normalizeComment(top, video);
  return [
    answers.length < snippet.totalReplyCount ? { item, open: { parent: top.id, video } } : { item },
    ...answers.map((answer) => commentPart(answer, video)),
  ];
}

function commentPart(element: unknown, video: string | undefined): AnswerPart {
  const parsed = commentSchema.safeParse(element);
  return parsed.success ? { item: normalizeComment(parsed.data, video) } : unread(element, 'a comment has no id or nothing in it'); // prettier-ignore
}

function unread(element: unknown, reason: string): AnswerPart {
  return { reason, sample: (JSON.stringify(element) ?? '').slice(0, 500) };
}

function failureOf(error: JsonObject): { readonly reason: string; readonly message: string } {
  const [first] = Array.isArray(error['errors']) ? (error['errors'] as readonly unknown[]) : [];
  const reason = isJsonObject(first) ? first['reason'] : undefined;
  const { message, status } = error;
  return {
    reason: typeof reason === 'string' ? reason : typeof status === 'string' ? status : 'unknown',
    message: typeof message === 'string' ? readable(message) : '',
  };
}

/** Messages carry markup of links. */
function readable(message: string): string {
  return message.replaceAll(/<[^<>]*>/gu, '').slice(0, 300);
}
