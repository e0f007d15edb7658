import type { Item } from '@vedette/contract';
import type { Batch, Rejected, SourceContext } from '../definition.js';
import { SourceError } from '../errors.js';
import { byteLineBatches } from '../input/byte-lines.js';
import { readAnswer } from './answer.js';
import { keepRulesInStep } from './rules.js';
import type { XStreamConfig, XStreamCursor } from './schema.js';
import { parseJson } from '../input/parse-json.js';

/** X sends an empty line every 20 s. */
const idleMs = 45_000;
const mostLineBytes = 4 * 2 ** 20;

const fields: Readonly<Record<string, string>> = {
  'tweet.fields': 'attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,entities,lang,note_tweet,referenced_tweets', // prettier-ignore
  'user.fields': 'name,username',
  'media.fields': 'alt_text,preview_image_url,type,url,variants',
  'poll.fields': 'options',
  expansions:
    'author_id,attachments.media_keys,attachments.poll_ids,referenced_tweets.id,referenced_tweets.id.author_id',
};

/**
 * Follows the filtered stream of X. The rules are set first; posts are counted against the month's budget, and no
 * connection is made once it is spent. X keeps no place: after a break only `backfillMinutes` are made up for.
 */
export async function* watchXStream(
  config: XStreamConfig,
  start: XStreamCursor | undefined,
  context: SourceContext,
): AsyncGenerator<Batch<XStreamCursor>> {
  if (context.signal.aborted) return;
  const headers = authorization(context);
  const budget = new Budget(config, start, context);
  budget.check();
  context.log('info', budget.inWords);
  await keepRulesInStep(config, headers, context);
  const url = streamAddress(config, start !== undefined);
  const { chunks } = await context.http.stream({ url, headers, idleMs }, context.signal);
  for await (const lines of byteLineBatches(chunks, mostLineBytes)) {
    const items: Item[] = [];
    const rejected: Rejected[] = [];
    let failure: string | undefined;
    for (const { bytes } of lines) {
      const text = bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8').trim();
      if (text === '') continue;
      for (const part of partsOf(text)) {
        if ('item' in part) items.push(part.item);
        else if ('reason' in part)
          rejected.push({ where: url, reason: part.reason, sample: (text ?? '').slice(0, 500) });
        else failure = part.failure;
      }
    }
    if (items.length > 0 || rejected.length > 0) yield { items, rejected, cursor: budget.count(items.length) };
    if (failure !== undefined) throw new SourceError('temporary', `X ends the stream: ${failure}`);
    budget.check();
  }
}

function partsOf(text: string | undefined): ReturnType<typeof readAnswer> | readonly [{ readonly reason: string }] {
  if (text === undefined) return [{ reason: 'is longer than 4 MB (the limit)' }];
  const value = parseJson(text);
  return value === undefined ? [{ reason: 'is not JSON: the line was cut off or damaged' }] : readAnswer(value);
}

/** What was used of the month's posts. */
class Budget {
  private posts: number;
  private month: string;

  constructor(
    private readonly config: XStreamConfig,
    start: XStreamCursor | undefined,
    private readonly context: SourceContext,
  ) {
    this.month = this.monthNow();
    this.posts = start?.month === this.month ? start.posts : 0;
  }

  /** @throws SourceError `rate-limited` until the next month where the budget is spent */
  check(): void {
    if (this.monthNow() === this.month && this.posts >= this.config.postsPerMonth) {
      const now = new Date(this.context.now());
      const until = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
      throw new SourceError('rate-limited', `${this.inWords}: it is spent; raise it or wait for the next month`, { until }); // prettier-ignore
    }
  }

  count(posts: number): XStreamCursor {
    const month = this.monthNow();
    if (month !== this.month) this.posts = 0;
    this.month = month;
    this.posts += posts;
    return { version: 1, month, posts: this.posts };
  }

  get inWords(): string {
    const { postsPerMonth, dollarsPerPost } = this.config;
    const cost = (postsPerMonth * dollarsPerPost).toFixed(2);
    return `${String(this.posts)} of ${String(postsPerMonth)} posts used in ${this.month} (all of them may cost $${cost})`;
  }

  private monthNow(): string {
    return new Date(this.context.now()).toISOString().slice(0, 7);
  }
}

function streamAddress(config: XStreamConfig, resuming: boolean): string {
  const url = new URL('/2/tweets/search/stream', config.url);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  if (resuming && config.backfillMinutes > 0) url.searchParams.set('backfill_minutes', String(config.backfillMinutes));
  return url.href;
}

function authorization(context: SourceContext): Readonly<Record<string, string>> {
  const token = context.secret('x_token');
  if (token === undefined || token === '')
    throw new SourceError('unauthorised', 'X needs the bearer token of an application: set VEDETTE_X_TOKEN');
  return { authorization: `Bearer ${token}` };
}
