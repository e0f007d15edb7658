import type { Item } from '@vedette/contract';
import { isJsonObject, type JsonObject } from '../input/json-object.js';
import { deletedPost, joined, normalizePost, snowflakeInstant } from './normalize.js';
import { includesSchema, xPostSchema } from './schema.js';

/** What one answer or line of a stream gives. `failure` is what X says instead of posts. */
export type AnswerPart = { readonly item: Item } | { readonly reason: string } | { readonly failure: string };

/**
 * Reads one JSON value of API v2: an answer with one post or a list of them, an event of the compliance stream, a line
 * of a compliance job, or an error.
 */
export function* readAnswer(value: unknown): Generator<AnswerPart> {
  if (!isJsonObject(value)) {
    yield { reason: 'is no answer of the X API' };
    return;
  }
  const { data, errors } = value;
  if (data === undefined) {
    if (typeof value['action'] === 'string') yield* jobLine(value);
    else if (Array.isArray(errors)) yield { failure: failureOf(errors) };
    else if (isJsonObject(value['meta'])) return;
    else if (typeof value['title'] === 'string') yield { failure: failureOf([value]) };
    else yield* posts([value], value);
    return;
  }
  yield* posts(Array.isArray(data) ? data : [data], value);
}

function* posts(data: readonly unknown[], answer: JsonObject): Generator<AnswerPart> {
  const parts = joined(includesSchema.parse(answer['includes'] ?? {}));
  const told = new Set<string>(); // an answer about something else says so once
  for (const one of data) {
    const removed = isJsonObject(one) && isJsonObject(one['delete']) ? one['delete'] : undefined;
    if (removed !== undefined) {
      yield deletionOf(removed);
      continue;
    }
    const parsed = xPostSchema.safeParse(one);
    if (parsed.success) yield { item: normalizePost(parsed.data, parts) };
    else if (!told.has(reasonOf(one))) {
      told.add(reasonOf(one));
      yield { reason: reasonOf(one) };
    }
  }
}

/** `{tweet: {id, author_id}, event_at}` of the compliance stream. */
function deletionOf(removed: JsonObject): AnswerPart {
  const { tweet, event_at: at } = removed;
  const id = isJsonObject(tweet) ? tweet['id'] : undefined;
  const author = isJsonObject(tweet) ? tweet['author_id'] : undefined;
  const deletedAt = instantOf(at);
  if (typeof id !== 'string' || deletedAt === undefined) return { reason: 'a deletion names no post or no time' };
  return { item: deletedPost(id, deletedAt, typeof author === 'string' ? author : undefined) };
}

/**
 * A line of a compliance job about posts. It says when the post was made and sometimes when it was withdrawn; where it
 * does not, it was not before it was made. Lines about accounts are about no post and give nothing.
 */
function* jobLine(value: JsonObject): Generator<AnswerPart> {
  const { id, action, created_at: createdAt, redacted_at: redactedAt } = value;
  const made = instantOf(createdAt);
  if (typeof id !== 'string' || action !== 'delete' || made === undefined) return;
  const said = snowflakeInstant(id);
  const isPost = said !== undefined && typeof createdAt === 'string' && createdAt.endsWith('Z') && Math.abs(Date.parse(said) - Date.parse(made)) < 2_000; // prettier-ignore
  if (isPost) yield { item: { ...deletedPost(id, instantOf(redactedAt) ?? made), publishedAt: made } };
}

function reasonOf(value: unknown): string {
  if (isJsonObject(value) && 'tweet_count' in value) return 'is a count of posts, not a post';
  if (isJsonObject(value) && 'name' in value) return 'is a list or an account, not a post';
  return 'is no post: it has no id or no text';
}

function failureOf(errors: readonly unknown[]): string {
  const [first] = errors;
  if (!isJsonObject(first)) return 'an error without a reason';
  const words = [first['title'], first['detail'] ?? first['message']].filter((part) => typeof part === 'string');
  return words.join(': ').slice(0, 300) || 'an error without a reason';
}

function instantOf(value: unknown): string | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
