import type { Column, Item, ItemImage } from '@vedette/contract';
import { countBy, given, mapPage, missing, pageOf, problemsOf, Refusal, takeOut, type Handlers } from './answers.js';
import { disguisedLines, summaryOf, worldNow, type World } from './world.js';

interface ImagePlace {
  readonly id: string;
  readonly index: number;
}

interface Filters {
  readonly q?: string;
  readonly source?: string | undefined;
  readonly lang?: string | undefined;
  readonly kind?: string | undefined;
}

/** Items, the front page, search and columns. */
export function itemHandlers(world: World, flagThreshold: () => number): Handlers {
  const images = new Map<string, ItemImage>();
  const columns: Column[] =
    world.items.length === 0
      ? []
      : [
          { id: 'column-1', title: 'Grey Gate', query: '"grey gate"', position: 0, density: 'text' },
          { id: 'column-2', title: 'الميناء', query: 'ميناء', position: 1, density: 'compact' },
          { id: 'column-3', title: 'With images', query: 'kind:article has:image', position: 2, density: 'card' },
        ];
  const volume = Array.from({ length: 96 }, (_, index) => ({
    at: new Date(Date.now() - (95 - index) * 900_000).toISOString(),
    count: Math.round(6 + 5 * Math.sin(index / 7) + (index === 80 ? 20 : 0)),
  }));
  const findItem = (id: string): Item => {
    const item = world.items.find((each) => each.id === id);
    if (item === undefined) throw missing(`item ${id}`);
    return item;
  };
  const imageOf = (params: ImagePlace): ItemImage => {
    const key = `${params.id}/${params.index}`;
    const known = images.get(key) ?? {
      index: params.index,
      alt: findItem(params.id).media?.[0]?.alt,
      flags: params.id === 'article-3' ? 3 : 0,
      flaggedByMe: false,
      hidden: params.id === 'article-3',
    };
    images.set(key, known);
    return known;
  };
  const changeImage = (params: ImagePlace, change: Partial<ItemImage>): ItemImage => {
    const image = { ...imageOf(params), ...change };
    images.set(`${params.id}/${params.index}`, image);
    return image;
  };
  const filtered = (query: Filters) =>
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
    press: ({ query }) => {
      const { lang, source, ...paging } = query;
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
      const item = findItem(params.id);
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
        images: (item.media ?? []).map((_, index) => imageOf({ id: item.id, index })),
        otherMedia: [],
      };
    },
    decodeText: ({ body }) => {
      const { text } = body;
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
      return changeImage(params, { flags, flaggedByMe: true, hidden: flags >= flagThreshold() });
    },
    unflagImage: ({ params }) =>
      changeImage(params, { flags: Math.max(0, imageOf(params).flags - 1), flaggedByMe: false }),
    restoreImage: ({ params }) => changeImage(params, { flags: 0, flaggedByMe: false, hidden: false }),
    search: ({ query }) => {
      const asked = query;
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
      const { query } = body;
      const chips = Array.from(query.matchAll(/-?(?:[a-z]+:)?"[^"]*"?|\S+/g), (found) => ({
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
        ...body,
        id: `column-${crypto.randomUUID()}`,
        position: columns.length,
      };
      columns.push(column);
      return { ...column, volume, problems: [] };
    },
    changeColumn: ({ params, body }) => {
      const index = columns.findIndex((column) => column.id === params.id);
      const old = columns[index];
      if (old === undefined) throw missing('such column');
      const changed = { ...old, ...given(body) };
      columns.splice(index, 1);
      columns.splice(changed.position, 0, changed);
      for (const [position, column] of columns.entries()) column.position = position;
      return { ...changed, volume, problems: [] };
    },
    removeColumn: ({ params }) => takeOut(columns, params.id),
  };
}

function plainDecoded(text: string) {
  return { text, plain: text, fold: text.toLowerCase(), readings: [], disguises: [] };
}
