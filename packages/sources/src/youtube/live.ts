import type { Item } from '@vedette/contract';
import type { Batch, Rejected, SourceContext } from '../definition.js';
import { SourceError } from '../errors.js';
import { polling } from '../polling.js';
import { readAnswer, type Answer } from './answer.js';
import { counted, inWords, nextQuotaDay, usedToday } from './quota.js';
import type { YoutubeConfig, YoutubeCursor } from './schema.js';
import { parseJson } from '../input/parse-json.js';

/** Comments whose further answers wait to be asked for; the oldest give way. */
const mostAnswers = 500;

/**
 * Asks the API in rounds: from the newest page back to what the last round found, one request a pull, and after that the
 * answers to comments that did not come with them. Every request is counted before it is made.
 */
export function watchYoutube(
  config: YoutubeConfig,
  start: YoutubeCursor | undefined,
  context: SourceContext,
): AsyncIterable<Batch<YoutubeCursor>> {
  return polling(start, context, async (cursor) => {
    const answers = cursor?.answers ?? [];
    const [next] = cursor?.round === undefined ? answers : [];
    return next === undefined ? roundPage(config, cursor, context) : answersPage(config, cursor, next, context);
  });
}

async function roundPage(
  config: YoutubeConfig,
  cursor: YoutubeCursor | undefined,
  context: SourceContext,
): Promise<Batch<YoutubeCursor>> {
  const url = new URL(config.url);
  const isSearch = url.pathname.endsWith('/search');
  if (isSearch && cursor?.since !== undefined) url.searchParams.set('publishedAfter', cursor.since);
  if (cursor?.round !== undefined) url.searchParams.set('pageToken', cursor.round.page);
  const used = counted(usedToday(cursor?.used, context.now()), config, isSearch, context.now());
  const answer = await ask(url, context);
  if (answer.failure?.reason === 'invalidPageToken' && cursor?.round !== undefined) {
    const { round: _expired, ...rest } = cursor; // the round begins again; what comes twice has the same id
    return { items: [], rejected: [], cursor: { ...rest, used }, nextAt: context.now() };
  }
  const { items, rejected } = contentOf(answer, url);
  const newest = latest([cursor?.round?.newest, ...items.map((item) => item.publishedAt)]);
  const pages = (cursor?.round?.pages ?? 0) + 1;
  const { since } = cursor ?? {};
  const reached =
    since !== undefined && items.some((item) => item.replyTo === undefined && (item.publishedAt ?? '') < since);
  const more = answer.nextPage !== undefined && !reached && pages < config.pages;
  const open = answer.parts.flatMap((part) => ('item' in part && part.open !== undefined ? [openOf(part.open)] : []));
  const answers = [...(cursor?.answers ?? []), ...open].slice(-mostAnswers);
  const complete = latest([since, newest]);
  const through = more ? since : complete;
  const next: YoutubeCursor = {
    version: 1,
    ...(through === undefined ? {} : { since: through }),
    ...(more && answer.nextPage !== undefined ? { round: { page: answer.nextPage, pages, ...(newest === undefined ? {} : { newest }) } } : {}),
    answers,
    used,
  }; // prettier-ignore
  if (!more) context.log('info', inWords(used, config));
  return { items, rejected, cursor: next, nextAt: nextAt(config, context, more || answers.length > 0) };
}

async function answersPage(
  config: YoutubeConfig,
  cursor: YoutubeCursor | undefined,
  open: YoutubeCursor['answers'][number],
  context: SourceContext,
): Promise<Batch<YoutubeCursor>> {
  const url = new URL(config.url.replace(/\/[^/?]*(?:\?.*)?$/u, '/comments'));
  for (const [name, value] of Object.entries({ part: 'snippet', parentId: open.parent, maxResults: '100' }))
    url.searchParams.set(name, value);
  if (open.page !== undefined) url.searchParams.set('pageToken', open.page);
  const used = counted(usedToday(cursor?.used, context.now()), config, false, context.now());
  const answer = await ask(url, context);
  const { items, rejected } = contentOf(answer, url);
  const rest = (cursor?.answers ?? []).slice(1);
  const answers = answer.nextPage === undefined ? rest : [{ ...open, page: answer.nextPage }, ...rest];
  const video = open.video;
  return {
    items:
      video === undefined ? items : items.map((item) => (item.thread === undefined ? inThread(item, video) : item)),
    rejected,
    cursor: { ...(cursor ?? { version: 1 }), version: 1, answers, used },
    nextAt: nextAt(config, context, answers.length > 0),
  };
}

function openOf(open: {
  readonly parent: string;
  readonly video: string | undefined;
}): YoutubeCursor['answers'][number] {
  return open.video === undefined ? { parent: open.parent } : { parent: open.parent, video: open.video };
}

/** An answer asked for by itself does not say which video it stands under. */
function inThread(item: Item, video: string): Item {
  const url = `https://www.youtube.com/watch?v=${encodeURIComponent(video)}&lc=${encodeURIComponent(item.nativeId)}`;
  return { ...item, url, thread: video };
}

function nextAt(config: YoutubeConfig, context: SourceContext, more: boolean): number {
  return more ? context.now() : context.now() + config.minutes * 60_000;
}

function contentOf(
  answer: Answer,
  url: URL,
): { readonly items: readonly Item[]; readonly rejected: readonly Rejected[] } {
  const items = answer.parts.flatMap((part) => ('item' in part ? [part.item] : []));
  const rejected = answer.parts.flatMap((part) =>
    'reason' in part ? [{ where: url.href, reason: part.reason, sample: part.sample }] : [],
  );
  return { items, rejected };
}

function latest(times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((time) => time !== undefined)
    .toSorted()
    .at(-1);
}

/** The key goes in a header: it stands in no address, and so in no log. */
async function ask(url: URL, context: SourceContext): Promise<Answer> {
  const key = context.secret('youtube_key');
  if (key === undefined || key === '')
    throw new SourceError('unauthorised', 'YouTube needs a key of the Data API v3: set VEDETTE_YOUTUBE_KEY');
  const headers = { accept: 'application/json', 'x-goog-api-key': key };
  let body: string;
  try {
    const response = await context.http.get({ url: url.href, headers, maxBytes: 16 * 2 ** 20 }, context.signal);
    body = Buffer.from(response.body).toString('utf8');
  } catch (error) {
    const failed =
      error instanceof SourceError && error.answer !== undefined ? readAnswer(parseJson(error.answer)) : undefined;
    if (failed?.failure === undefined) throw error;
    return refused(failed, url, context.now(), error);
  }
  const answer = readAnswer(parseJson(body));
  if (answer === undefined) throw new SourceError('incompatible', `${url.href} gives no answer of the YouTube API`);
  return answer.failure === undefined ? answer : refused(answer, url, context.now(), undefined);
}

/** What an error of the API means. A page that is known no more is given back; everything else is thrown. */
function refused(answer: Answer, url: URL, now: number, cause: unknown): Answer {
  const { reason, message } = answer.failure ?? { reason: 'unknown', message: '' };
  const words = `${url.href}: YouTube answers ${reason} (${message})`;
  switch (reason) {
    case 'invalidPageToken':
      return answer;
    case 'quotaExceeded':
    case 'dailyLimitExceeded':
      throw new SourceError('rate-limited', `${words}; the quota begins anew at midnight in California`, { until: nextQuotaDay(now), cause }); // prettier-ignore
    case 'rateLimitExceeded':
    case 'userRateLimitExceeded':
      throw new SourceError('rate-limited', words, { until: now + 60_000, cause });
    case 'keyInvalid':
    case 'keyExpired':
    case 'accessNotConfigured':
    case 'forbidden':
    case 'ipRefererBlocked':
    case 'insufficientPermissions':
      throw new SourceError('unauthorised', `${words}; check the key and what it may ask`, { cause });
    case 'commentsDisabled':
      throw new SourceError('gone', `${words}; comments are switched off there`, { cause });
    case 'videoNotFound':
    case 'channelNotFound':
    case 'commentThreadNotFound':
      throw new SourceError('gone', words, { cause });
    case 'backendError':
    case 'internalError':
      throw new SourceError('temporary', words, { cause });
    default:
      throw new SourceError('incompatible', words, { cause });
  }
}
