import {
  scopesOf,
  type Alert,
  type ApiKey,
  type Decision,
  type ErrorCode,
  type Item,
  type ItemImage,
  type Person,
  type PersonalSettings,
  type Role,
  type RouteBody,
  type RouteName,
  type RouteQuery,
  type RouteResponse,
  type Routes,
  type StoredWatchlist,
} from '@vedette/contract';
import { disguisedLines, summaryOf, worldNow, type World } from './world.js';

/** What the invented world refuses, as the server would. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
}

type Handlers = { readonly [N in RouteName]?: (asked: Asked) => RouteResponse<Routes[N]> | readonly [string, string] };

/** The answers of the invented world. It remembers what was changed until it is thrown away. */
export function createHandlers(world: World, state: { signedIn: boolean; role: Role }): Handlers {
  const me: Person = {
    id: 'person-1',
    name: 'Vera',
    email: 'vera@desk.example',
    role: state.role,
    disabled: false,
    createdAt: '2026-11-01T08:00:00.000Z',
  };
  const people: Person[] = [
    me,
    { ...me, id: 'person-2', name: 'Noor', email: 'noor@desk.example', role: 'reviewer' },
    { ...me, id: 'person-3', name: 'إلهام', email: 'ilham@desk.example', role: 'viewer', disabled: true },
  ];
  const keys: ApiKey[] = [
    {
      id: 'key-1',
      name: 'Weekly report',
      prefix: 'vdt_4f9a',
      scopes: ['items:read', 'alerts:read'],
      createdAt: '2026-11-02T08:00:00.000Z',
      expiresAt: '2027-02-02T08:00:00.000Z',
    },
  ];
  let mySettings: PersonalSettings = {};
  let settings = { imageFlagThreshold: 3, retentionDays: 90 };
  let demo = world.items.length > 0;
  const decisions: Decision[] = [];
  const images = new Map<string, ItemImage>();
  const watchlists: StoredWatchlist[] = world.items.length === 0 ? [] : [firstWatchlist()];
  const columns =
    world.items.length === 0
      ? []
      : [
          { id: 'column-1', title: 'Grey Gate', query: '"grey gate"', position: 0, density: 'text' as const },
          { id: 'column-2', title: 'الميناء', query: 'ميناء', position: 1, density: 'compact' as const },
        ];
  const volume = Array.from({ length: 96 }, (_, index) => ({
    at: new Date(worldNow - (96 - index) * 900_000).toISOString(),
    count: Math.round(6 + 5 * Math.sin(index / 7) + (index === 80 ? 20 : 0)),
  }));
  const quarantine = world.sources
    .filter((source) => source.quarantined > 0)
    .flatMap((source) =>
      Array.from({ length: source.quarantined }, (_, index) => ({
        id: `quarantined-${index}`,
        source: source.id,
        sourceTitle: source.title,
        at: new Date(worldNow - index * 3_600_000).toISOString(),
        where: `entry ${index + 4}`,
        reason: 'The entry has neither a title nor a text.',
        sample: '<entry><id>tag:faro-tamar.example,2026:41</id>\u202E</entry>',
      })),
    );

  const findItem = (id: string): Item => {
    const item = world.items.find((each) => each.id === id);
    if (item === undefined) throw new Refusal(404, 'not-found', `There is no item ${id}.`);
    return item;
  };
  const findAlert = (id: string): Alert => {
    const alert = world.alerts.find((each) => each.id === id);
    if (alert === undefined) throw new Refusal(404, 'not-found', `There is no alert ${id}.`);
    return alert;
  };
  const replaceAlert = (alert: Alert): Alert => {
    world.alerts[world.alerts.findIndex((each) => each.id === alert.id)] = alert;
    return alert;
  };
  const decide = (alert: Alert, body: { verdict: Decision['verdict']; reason?: string | undefined }): Decision => {
    if (alert.state !== 'open') throw new Refusal(409, 'conflict', 'A colleague decided this first.');
    const decision: Decision = {
      id: `decision-${decisions.length}`,
      alert: alert.id,
      verdict: body.verdict,
      ...(body.reason === undefined ? {} : { reason: body.reason }),
      by: { id: me.id, name: me.name },
      at: new Date().toISOString(),
      undoUntil: new Date(Date.now() + 10_000).toISOString(),
      copies: alert.copies,
    };
    decisions.unshift(decision);
    replaceAlert({ ...alert, state: body.verdict === 'escalated' ? 'escalated' : 'decided', decision });
    return decision;
  };
  const imageOf = (params: Asked['params']): ItemImage => {
    const key = `${params['id']}/${params['index']}`;
    const known = images.get(key) ?? {
      index: Number(params['index']),
      alt: findItem(params['id'] ?? '').media?.[0]?.alt,
      flags: params['id'] === 'article-3' ? 3 : 0,
      flaggedByMe: false,
      hidden: params['id'] === 'article-3',
    };
    images.set(key, known);
    return known;
  };
  const changeImage = (params: Asked['params'], change: Partial<ItemImage>): ItemImage => {
    const image = { ...imageOf(params), ...change };
    images.set(`${params['id']}/${params['index']}`, image);
    return image;
  };
  const filtered = (query: {
    q?: string;
    source?: string | undefined;
    lang?: string | undefined;
    kind?: string | undefined;
  }) =>
    world.items.filter(
      (item) =>
        (query.source === undefined || item.source.id === query.source) &&
        (query.lang === undefined || item.lang === query.lang) &&
        (query.kind === undefined || item.kind === query.kind) &&
        (query.q === undefined ||
          query.q === '' ||
          !/^\w+$/.test(query.q) ||
          `${item.title} ${item.text}`.toLowerCase().includes(query.q.toLowerCase())),
    );
  const articles = () => world.items.filter((item) => item.kind === 'article');

  return {
    getSetup: () => ({ needsSetup: false, demo, version: '0.1.0' }),
    setup: () => me,
    enter: () => {
      state.signedIn = true;
      return me;
    },
    signIn: ({ body }) => {
      const { password } = body as RouteBody<Routes['signIn']>;
      if (password === 'wrong') throw new Refusal(401, 'unauthenticated', 'The e-mail or the password is not right.');
      state.signedIn = true;
      return me;
    },
    signOut: () => {
      state.signedIn = false;
      return undefined;
    },
    me: () => ({ person: me, scopes: [...scopesOf(state.role)], settings: mySettings, demo }),
    saveMySettings: ({ body }) => (mySettings = { ...mySettings, ...(body as PersonalSettings) }),
    changeMyPassword: () => undefined,
    listPeople: () => ({ rows: people }),
    addPerson: ({ body }) => {
      const person = { ...me, ...(body as RouteBody<Routes['addPerson']>), id: `person-${people.length + 1}` };
      people.push(person);
      return person;
    },
    changePerson: ({ params, body }) => {
      const index = people.findIndex((person) => person.id === params['id']);
      const person = { ...(people[index] ?? me), ...(body as Partial<Person>) };
      people[index] = person;
      return person;
    },
    listApiKeys: () => ({ rows: keys }),
    addApiKey: ({ body }) => {
      const apiKey: ApiKey = {
        ...(body as RouteBody<Routes['addApiKey']>),
        id: `key-${keys.length + 1}`,
        prefix: 'vdt_77c2',
        createdAt: new Date(worldNow).toISOString(),
      };
      keys.push(apiKey);
      return { key: 'vdt_77c2_0123456789abcdef0123456789abcdef', apiKey };
    },
    removeApiKey: ({ params }) => {
      keys.splice(
        keys.findIndex((key) => key.id === params['id']),
        1,
      );
      return undefined;
    },
    status: () => ({
      version: '0.1.0',
      database: 'embedded',
      demo,
      empty: world.items.length === 0,
      items: world.items.length,
      openAlerts: world.alerts.filter((alert) => alert.state === 'open').length,
      sources: {
        total: world.sources.length,
        failing: world.sources.filter((source) => source.health === 'failing').length,
        quiet: world.sources.filter((source) => source.health === 'quiet').length,
      },
      quarantined: quarantine.length,
    }),
    getSettings: () => settings,
    saveSettings: ({ body }) => (settings = { ...settings, ...(body as Partial<typeof settings>) }),
    loadDemo: () => ({ items: 120, alerts: 18 }),
    removeDemo: () => {
      demo = false;
      return { items: world.items.length };
    },
    listRecord: ({ query }) => pageOf(world.record, query as Paging),
    press: ({ query }) => {
      const { lang, source, ...paging } = query as RouteQuery<Routes['press']>;
      const wanted = filtered({ lang, source, kind: 'article' });
      return {
        ticker: wanted.slice(0, 20).map(summaryOf),
        stories:
          paging.cursor === undefined
            ? wanted.slice(0, 5).map((lead, index) => ({
                id: `story-${index}`,
                lead: summaryOf(lead),
                others: wanted.slice(5 + index * 3, 5 + index * 3 + (index === 0 ? 3 : 2)).map(summaryOf),
                articles: 4 + index,
                outlets: 3,
                firstAt: lead.publishedAt ?? '',
                firstOutlet: lead.source.title ?? '',
              }))
            : [],
        stream: mapPage(pageOf(wanted, paging), summaryOf),
        languages: countBy(articles(), (item) => item.lang),
        outlets: countBy(
          articles(),
          (item) => item.source.id,
          (item) => item.source.title,
        ),
      };
    },
    getItem: ({ params }) => {
      const item = findItem(params['id'] ?? '');
      const line = disguisedLines.find((each) => each.text === item.text);
      const alert =
        world.alerts.find((each) => each.lead.id === item.id) ?? (line === undefined ? undefined : world.alerts[0]);
      return {
        item,
        receivedAt: item.publishedAt ?? '',
        demo: true,
        decoded: {
          ...(item.title === undefined ? {} : { title: plainDecoded(item.title) }),
          text: line ?? plainDecoded(item.text),
        },
        matches:
          line === undefined
            ? []
            : [
                {
                  item: item.id,
                  rule: 'grey-gate',
                  severity: 'high',
                  spans: [
                    { start: 5, end: 19, field: 'text', term: 'grey gate', via: ['homoglyph', 'invisible', 'leet'] },
                  ],
                  watchlist: 'watchlist-1',
                  watchlistName: 'Invented movements',
                  note: 'calls to a closed meeting',
                  query: '"grey gate" -museum',
                },
              ],
        ...(alert === undefined ? {} : { alert }),
        copies:
          line === undefined
            ? []
            : world.items.filter((each) => each.text === item.text && each.id !== item.id).map(summaryOf),
        images: (item.media ?? []).map((_, index) => imageOf({ id: item.id, index: String(index) })),
        otherMedia: [],
      };
    },
    decodeText: ({ body }) => {
      const { text } = body as RouteBody<Routes['decodeText']>;
      return disguisedLines.find((line) => line.text === text) ?? plainDecoded(text);
    },
    getImage: ({ params }) => {
      if (imageOf(params).hidden) throw new Refusal(410, 'gone', 'This image is hidden.');
      return [
        'image/svg+xml',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200" fill="#9fb3c8"/><path d="M0 150h320v50H0z" fill="#5b7c99"/><path d="M90 130h140l-20 30h-100z" fill="#24384d"/></svg>',
      ];
    },
    flagImage: ({ params }) => {
      const flags = imageOf(params).flags + 1;
      return changeImage(params, { flags, flaggedByMe: true, hidden: flags >= settings.imageFlagThreshold });
    },
    unflagImage: ({ params }) =>
      changeImage(params, { flags: Math.max(0, imageOf(params).flags - 1), flaggedByMe: false }),
    restoreImage: ({ params }) => changeImage(params, { flags: 0, flaggedByMe: false, hidden: false }),
    search: ({ query }) => {
      const asked = query as RouteQuery<Routes['search']>;
      const wanted = filtered(asked);
      return {
        ...mapPage(pageOf(wanted, asked), summaryOf),
        problems: problemsOf(asked.q),
        ...(asked.facets
          ? {
              facets: {
                source: countBy(
                  wanted,
                  (item) => item.source.id,
                  (item) => item.source.title,
                ),
                lang: countBy(wanted, (item) => item.lang),
                kind: countBy(wanted, (item) => item.kind),
              },
              timeline: {
                bucket: 'day',
                points: Array.from({ length: 14 }, (_, index) => ({
                  at: new Date(worldNow - (13 - index) * 86_400_000).toISOString(),
                  count: index === 9 ? 41 : 6 + (index % 4),
                })),
              },
            }
          : {}),
      };
    },
    exportSearch: () => ['application/x-ndjson', '{"query":"","total":120}\n'],
    parseQuery: ({ body }) => {
      const { query } = body as RouteBody<Routes['parseQuery']>;
      const chips = Array.from(query.matchAll(/-?"[^"]*"?|\S+/g), (found) => ({
        kind: found[0].startsWith('-')
          ? ('not' as const)
          : found[0].startsWith('"')
            ? ('phrase' as const)
            : found[0].includes(':')
              ? ('field' as const)
              : ('term' as const),
        text: found[0],
        start: found.index,
        end: found.index + found[0].length,
      }));
      return { chips, problems: problemsOf(query) };
    },
    addItems: () => ({ stored: 1, known: 0, alerts: 0 }),
    listColumns: () => ({ rows: columns.map((column) => ({ ...column, volume, problems: [] })) }),
    addColumn: ({ body }) => {
      const column = {
        ...(body as RouteBody<Routes['addColumn']>),
        id: `column-${columns.length + 1}`,
        position: columns.length,
      };
      columns.push(column);
      return { ...column, volume, problems: [] };
    },
    changeColumn: ({ params, body }) => {
      const index = columns.findIndex((column) => column.id === params['id']);
      const old = columns[index];
      if (old === undefined) throw new Refusal(404, 'not-found', 'There is no such column.');
      const changed = { ...old, ...(body as Partial<typeof old>) };
      columns.splice(index, 1);
      columns.splice(changed.position, 0, changed);
      for (const [position, column] of columns.entries()) column.position = position;
      return { ...changed, volume, problems: [] };
    },
    removeColumn: ({ params }) => {
      columns.splice(
        columns.findIndex((column) => column.id === params['id']),
        1,
      );
      return undefined;
    },
    listAlerts: ({ query }) => {
      const asked = query as RouteQuery<Routes['listAlerts']>;
      const wanted = world.alerts.filter(
        (alert) =>
          alert.state === asked.state &&
          (asked.severity === undefined || alert.severity === asked.severity) &&
          (asked.lang === undefined || alert.lead.lang === asked.lang) &&
          (asked.source === undefined || alert.lead.source.id === asked.source),
      );
      wanted.sort((a, b) =>
        asked.order === 'priority' ? b.priority.score - a.priority.score : b.firstAt.localeCompare(a.firstAt),
      );
      return pageOf(wanted, asked);
    },
    getAlert: ({ params }) => findAlert(params['id'] ?? ''),
    viewAlert: ({ params }) => ({ viewers: findAlert(params['id'] ?? '').viewers }),
    decide: ({ params, body }) => decide(findAlert(params['id'] ?? ''), body as RouteBody<Routes['decide']>),
    previewBulk: ({ body }) => {
      const alerts = (body as RouteBody<Routes['previewBulk']>).alerts.map(findAlert);
      const open = alerts.filter((alert) => alert.state === 'open');
      return {
        alerts: open.length,
        items: open.reduce((sum, alert) => sum + alert.copies, 0),
        alreadyDecided: alerts.length - open.length,
        severities: Object.fromEntries(
          countBy(open, (alert) => alert.severity).map(({ value, count }) => [value, count]),
        ),
      };
    },
    decideBulk: ({ body }) => {
      const { alerts, ...decision } = body as RouteBody<Routes['decideBulk']>;
      const open = alerts.map(findAlert).filter((alert) => alert.state === 'open');
      return {
        decisions: open.map((alert) => decide(alert, decision)),
        alreadyDecided: alerts.filter((id) => !open.some((alert) => alert.id === id)),
      };
    },
    undoDecision: ({ params }) => {
      const index = decisions.findIndex((each) => each.id === params['id']);
      const old = decisions[index];
      if (old === undefined) throw new Refusal(404, 'not-found', 'There is no such decision.');
      const decision = { ...old, undoneAt: new Date().toISOString() };
      decisions[index] = decision;
      const { decision: _, ...alert } = findAlert(old.alert);
      replaceAlert({ ...alert, state: 'open' });
      return decision;
    },
    listDecisions: ({ query }) => pageOf(decisions, query as Paging),
    listSources: () => ({ rows: world.sources }),
    listKinds: () => ({
      rows: [
        { kind: 'feed', title: 'Feed', live: true, file: true, configSchema: {} },
        { kind: 'telegram-export', title: 'Telegram export', live: false, file: true, configSchema: {} },
      ],
    }),
    discover: ({ body }) => {
      const { url } = body as RouteBody<Routes['discover']>;
      if (url.includes('nothing')) throw new Refusal(502, 'upstream-failed', 'nothing.example does not answer.');
      return {
        candidates: [
          {
            kind: 'feed',
            title: 'The Marrow Courier',
            url: 'https://courier.example/feed',
            config: { url: 'https://courier.example/feed' },
            sample: world.items
              .slice(0, 3)
              .map((item) => ({ title: item.title, text: item.text, publishedAt: item.publishedAt })),
          },
        ],
      };
    },
    addSource: ({ body }) => {
      const added = body as RouteBody<Routes['addSource']>;
      const source = {
        ...added,
        id: `source-${world.sources.length}`,
        paused: false,
        demo: false,
        health: 'new' as const,
        items: 0,
        quarantined: 0,
      };
      world.sources.push(source);
      return source;
    },
    changeSource: ({ params, body }) => {
      const index = world.sources.findIndex((source) => source.id === params['id']);
      const old = world.sources[index];
      if (old === undefined) throw new Refusal(404, 'not-found', 'There is no such source.');
      const { retentionDays, ...change } = body as RouteBody<Routes['changeSource']>;
      const paused = change.paused ?? old.paused;
      const source = {
        ...old,
        ...change,
        ...(typeof retentionDays === 'number' ? { retentionDays } : {}),
        paused,
        health: paused ? ('paused' as const) : ('ok' as const),
      };
      world.sources[index] = source;
      return source;
    },
    pollSource: ({ params }) => {
      const source = world.sources.find((each) => each.id === params['id']);
      if (source === undefined) throw new Refusal(404, 'not-found', 'There is no such source.');
      return source;
    },
    removeSource: ({ params }) => {
      world.sources.splice(
        world.sources.findIndex((source) => source.id === params['id']),
        1,
      );
      return undefined;
    },
    exportOpml: () => ['text/x-opml', '<opml version="2.0"><body/></opml>'],
    importOpml: () => ({ added: 2, known: 1, rejected: [{ where: 'outline 4', reason: 'It has no address.' }] }),
    listQuarantine: ({ query }) => pageOf(quarantine, query as Paging),
    dismissQuarantined: ({ params }) => {
      quarantine.splice(
        quarantine.findIndex((each) => each.id === params['id']),
        1,
      );
      return undefined;
    },
    listWatchlists: () => ({
      rows: watchlists.map(({ findings, rules, ...list }) => ({
        ...list,
        rules: rules.length,
        errors: findings.filter((finding) => finding.level === 'error').length,
        matches7d: 42,
      })),
    }),
    getWatchlist: ({ params }) => {
      const list = watchlists.find((each) => each.id === params['id']);
      if (list === undefined) throw new Refusal(404, 'not-found', 'There is no such watchlist.');
      return {
        ...list,
        hits: list.rules.map((rule, index) => ({ rule: rule.id, items7d: 40 - index * 9, falseAlarms: index })),
      };
    },
    addWatchlist: ({ body }) => {
      const added = {
        ...firstWatchlist(),
        ...(body as RouteBody<Routes['addWatchlist']>),
        id: `watchlist-${watchlists.length + 1}`,
        demo: false,
        version: 1,
      };
      watchlists.push(added);
      return added;
    },
    saveWatchlist: ({ params, body }) => {
      const index = watchlists.findIndex((each) => each.id === params['id']);
      const old = watchlists[index];
      const saved = body as RouteBody<Routes['saveWatchlist']>;
      if (old === undefined) throw new Refusal(404, 'not-found', 'There is no such watchlist.');
      if (saved.version !== old.version) throw new Refusal(409, 'conflict', 'Somebody saved in between.');
      const list = { ...old, ...saved, version: old.version + 1, findings: [] };
      watchlists[index] = list;
      return list;
    },
    removeWatchlist: ({ params }) => {
      watchlists.splice(
        watchlists.findIndex((each) => each.id === params['id']),
        1,
      );
      return undefined;
    },
    listWatchlistVersions: ({ params }) => {
      const list = watchlists.find((each) => each.id === params['id']);
      if (list === undefined) throw new Refusal(404, 'not-found', 'There is no such watchlist.');
      return { rows: [list, { ...list, version: list.version - 1, rules: list.rules.slice(0, 1), changedBy: 'Noor' }] };
    },
    checkRules: ({ body }) => ({
      findings: (body as RouteBody<Routes['checkRules']>).rules.flatMap((rule) =>
        problemsOf(rule.query).map((problem) => ({
          level: 'error' as const,
          rule: rule.id,
          line: 1,
          column: problem.start + 1,
          message: problem.message,
          ...(problem.repair === undefined ? {} : { repair: problem.repair }),
        })),
      ),
    }),
    readWatchlist: () => ({
      name: 'Imported list',
      rules: firstWatchlist().rules,
      findings: [
        {
          level: 'error',
          rule: 'r9',
          line: 12,
          column: 4,
          message: 'The quotation mark is not closed.',
          repair: '"grey gate"',
        },
      ],
    }),
    testRule: () => ({
      days: Array.from({ length: 14 }, (_, index) => ({
        at: new Date(worldNow - (13 - index) * 86_400_000).toISOString(),
        count: (index * 3) % 11,
      })),
      total: 61,
      scanned: world.items.length,
      sample: world.items.slice(-4).map((item) => ({ id: item.id, text: item.text })),
    }),
    uploadExport: () => {
      const source = world.sources[0];
      if (source === undefined) throw new Refusal(409, 'conflict', 'The invented world holds no source.');
      return { source, stored: 412, known: 3, rejected: 1, alerts: 2 };
    },
  };
}

type Paging = { readonly cursor?: string | undefined; readonly limit: number };

function pageOf<T>(rows: readonly T[], { cursor, limit }: Paging) {
  const start = Number(cursor ?? 0);
  const end = start + limit;
  return {
    rows: rows.slice(start, end),
    ...(end < rows.length ? { next: String(end) } : {}),
    total: { value: rows.length, exact: true },
  };
}

function mapPage<T, U>(page: ReturnType<typeof pageOf<T>>, change: (row: T) => U) {
  return { ...page, rows: page.rows.map(change) };
}

function countBy<T>(
  rows: readonly T[],
  valueOf: (row: T) => string | undefined,
  labelOf?: (row: T) => string | undefined,
) {
  const counts = new Map<string, { value: string; label?: string; count: number }>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value === undefined) continue;
    const label = labelOf?.(row);
    const known = counts.get(value) ?? { value, ...(label === undefined ? {} : { label }), count: 0 };
    counts.set(value, { ...known, count: known.count + 1 });
  }
  return [...counts.values()];
}

function problemsOf(query: string) {
  const quotes = query.split('"').length - 1;
  if (quotes % 2 === 0) return [];
  const start = query.lastIndexOf('"');
  return [{ start, end: query.length, message: 'This quotation mark is not closed.', repair: `${query}"` }];
}

function plainDecoded(text: string) {
  return { text, plain: text, fold: text.toLowerCase(), readings: [], disguises: [] };
}

function firstWatchlist(): StoredWatchlist {
  return {
    id: 'watchlist-1',
    name: 'Invented movements',
    rules: [
      {
        id: 'grey-gate',
        query: '"grey gate" -museum',
        severity: 'high',
        action: 'alert',
        note: 'calls to a closed meeting',
        basis: 'Editorial decision of the desk',
        must: ['join the grey gate tonight'],
        mustNot: ['grey gate museum opens'],
      },
      { id: 'bawaba', query: '"بوابة رمادية"', lang: ['ar'], severity: 'critical', until: '2027-01-01' },
      { id: 'open-quote', query: '"mill meeting', severity: 'low', action: 'count' },
    ],
    version: 4,
    enabled: true,
    demo: true,
    changedAt: new Date(worldNow - 86_400_000).toISOString(),
    changedBy: 'Vera',
    findings: [
      {
        level: 'error',
        rule: 'open-quote',
        line: 14,
        column: 12,
        message: 'This quotation mark is not closed.',
        repair: '"mill meeting"',
      },
    ],
  };
}
