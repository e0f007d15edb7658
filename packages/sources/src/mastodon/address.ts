import type { Recognised } from '../definition.js';
import { mastodonConfigSchema, type MastodonConfig } from './schema.js';

type Timeline = MastodonConfig['timeline'];

/** Where the events of a timeline stream from. */
export function streamingAddress(config: MastodonConfig): string {
  const web = config.transport === 'websocket';
  const url = new URL('/api/v1/streaming', config.streaming ?? config.url);
  url.protocol = `${web ? 'ws' : 'http'}${/^(?:https|wss):$/u.test(url.protocol) ? 's' : ''}:`;
  if (web) url.searchParams.set('stream', config.timeline);
  else url.pathname += `/${config.timeline.replace(':', '/')}`;
  if (config.timeline === 'hashtag') url.searchParams.set('tag', config.name ?? '');
  if (config.timeline === 'list') url.searchParams.set('list', config.name ?? '');
  return url.href;
}

/** Where the posts of a timeline are asked for: those newer than `newest`, oldest page first; the latest without it. */
export function timelineAddress(config: MastodonConfig, newest: string | undefined, account?: string): string {
  const name = encodeURIComponent(config.name ?? '');
  const paths: Readonly<Record<Timeline, string>> = {
    public: 'timelines/public',
    'public:local': 'timelines/public',
    'public:remote': 'timelines/public',
    hashtag: `timelines/tag/${name}`,
    list: `timelines/list/${name}`,
    account: `accounts/${encodeURIComponent(account ?? '')}/statuses`,
  };
  const url = new URL(`/api/v1/${paths[config.timeline]}`, config.url);
  if (config.timeline === 'public:local') url.searchParams.set('local', 'true');
  if (config.timeline === 'public:remote') url.searchParams.set('remote', 'true');
  url.searchParams.set('limit', '40');
  if (newest !== undefined) url.searchParams.set('min_id', newest);
  return url.href;
}

/** Where the id of an account is asked for. */
export function lookupAddress(config: MastodonConfig): string {
  const url = new URL('/api/v1/accounts/lookup', config.url);
  url.searchParams.set('acct', config.name ?? '');
  return url.href;
}

/** A handle (`@name@host`), the page of an account or hashtag on a server that says what it is, a streaming address. */
export function recogniseMastodon(pasted: string): Recognised<MastodonConfig> | undefined {
  const [, name, host] = /^@([\w.-]+)@([a-z\d.-]+\.[a-z]{2,})$/iu.exec(pasted.trim()) ?? [];
  if (name !== undefined && host !== undefined) return found(`https://${host}`, 'account', name);
  if (!URL.canParse(pasted)) return undefined;
  const url = new URL(pasted);
  const secure = url.protocol === 'https:' || url.protocol === 'wss:';
  const origin = `http${secure ? 's' : ''}://${url.host}`;
  const api = /^\/api\/v1\/(streaming|timelines)(?:\/(.*?))?\/?$/u.exec(url.pathname);
  if (api !== null) return ofApi(url, origin, api[1] ?? '', api[2] ?? '');
  if (!/mastodon|mstdn|\.social$/u.test(url.hostname)) return undefined;
  const page = /^\/(?:@([\w.-]+(?:@[\w.-]+)?)|tags\/([^/]+))\/?$/u.exec(url.pathname);
  if (page?.[1] !== undefined) return found(origin, 'account', page[1]);
  return page?.[2] === undefined ? undefined : found(origin, 'hashtag', decoded(page[2]));
}

function ofApi(url: URL, origin: string, what: string, path: string): Recognised<MastodonConfig> | undefined {
  const query = url.searchParams;
  const transport = /^wss?:$/u.test(url.protocol) ? 'websocket' : 'sse';
  const stream = path === '' ? (query.get('stream') ?? 'public') : path.replace('/', ':');
  const [kind = '', rest] = stream.split(':');
  const name = query.get('tag') ?? query.get('list') ?? (what === 'timelines' ? rest : undefined);
  if (kind === 'hashtag' || kind === 'tag')
    return name === undefined ? undefined : found(origin, 'hashtag', decoded(name), transport);
  if (kind === 'list') return name === undefined ? undefined : found(origin, 'list', decoded(name), transport);
  if (kind !== 'public') return undefined;
  const local = rest === 'local' || query.get('local') === 'true';
  const remote = rest === 'remote' || query.get('remote') === 'true';
  return found(origin, local ? 'public:local' : remote ? 'public:remote' : 'public', undefined, transport);
}

function found(
  url: string,
  timeline: Timeline,
  name: string | undefined,
  transport: MastodonConfig['transport'] = 'sse',
): Recognised<MastodonConfig> {
  // the path is that of the page for people: it tells two sources of one server apart, and nothing is asked there
  const page = new URL(pageOf(timeline, name), url).href;
  const config = mastodonConfigSchema.parse({
    url: page,
    timeline,
    transport,
    ...(name === undefined ? {} : { name }),
  });
  const { host } = new URL(url);
  const what = timeline === 'hashtag' ? `#${name ?? ''}` : timeline === 'account' ? `@${name ?? ''}` : timeline;
  return { title: `${what} on ${host}`, config };
}

function pageOf(timeline: Timeline, name: string | undefined): string {
  const path = encodeURIComponent(name ?? '');
  if (timeline === 'hashtag') return `/tags/${path}`;
  if (timeline === 'account') return `/@${name ?? ''}`;
  if (timeline === 'list') return `/lists/${path}`;
  return timeline === 'public' ? '/public' : `/${timeline.replace(':', '/')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a bare percent sign is a character like any other
  }
}
