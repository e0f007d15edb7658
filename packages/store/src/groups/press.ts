import type { ItemSummary } from '@vedette/contract';
import { sql } from 'kysely';
import type { Context, Reader } from '../context.js';
import type { Page, PageRequest } from '../page.js';
import { printCursor, readCursor } from '../page-cursor.js';
import { originFacet } from '../search/facets.js';
import { storable } from '../stored-text.js';
import { countOf, countsOf } from './counts.js';
import { type SummaryRow, toSummary } from './item-summary.js';
import { type Article, type StoryGroup, groupStories } from './stories.js';
import type { Facet } from './search.js';

/** Which articles the front page is made of. */
export interface PressRequest extends PageRequest {
  readonly lang?: string | undefined;
  /** `Item.source.id` */
  readonly source?: string | undefined;
}

/** Articles of different outlets about one event. */
export interface Story {
  readonly id: string;
  readonly lead: ItemSummary;
  readonly others: ItemSummary[];
  readonly articles: number;
  readonly outlets: number;
  readonly firstAt: string;
  readonly firstOutlet: string;
}

/** The Press screen: `ticker` and `stream` newest first, `stories` of several outlets between them. */
export interface FrontPage {
  readonly ticker: ItemSummary[];
  readonly stories: Story[];
  readonly stream: Page<ItemSummary>;
  readonly languages: Facet[];
  readonly outlets: Facet[];
}

/** Articles of the press as a reader sees them. */
export interface Press {
  /** The front page; with a `cursor` only the stream goes on (ticker and stories are then empty). */
  page(request: PressRequest): Promise<FrontPage>;
}

const tickerLength = 20;
const storiesShown = 12;
const storyHours = 48;
/** Stories are made of this many of the newest articles at most. */
const storyArticles = 1500;
const othersShown = 8;
/** Groups serve for so many times as long as they took to make, and in milliseconds at most. */
const keptTimes = 10;
const longestKept = 5_000;
/** Groups are kept for so many filters. */
const mostKept = 100;

interface Kept {
  readonly groups: Promise<StoryGroup[]>;
  /** milliseconds since 1970; everybody who comes before shares these */
  until: number;
}

export function createPress({ db, now }: Context): Press {
  const kept = new KeptGroups(now);
  return {
    async page(request) {
      const stream = await streamOf(db, request);
      if (request.cursor !== undefined) return { ticker: [], stories: [], stream, languages: [], outlets: [] };
      const languages = await countsOf(db, 'article-lang');
      return {
        ticker: (await newestArticles(db, request, tickerLength)).map((row) => toSummary(row)),
        stories: await storiesOf(db, await kept.of(db, request)),
        stream,
        languages: [...languages].sort((a, b) => b[1] - a[1]).map(([value, count]): Facet => ({ value, count })),
        outlets: await originFacet(db, await countsOf(db, 'article-origin')),
      };
    },
  };
}

type Filter = Pick<PressRequest, 'lang' | 'source'>;

function narrowed({ lang, source }: Filter) {
  const byLang = lang === undefined ? sql`true` : sql`i.lang = ${storable(lang)}`;
  const bySource =
    source === undefined ? sql`true` : sql`i.origin in (select key from origins where id = ${storable(source)})`;
  return sql`i.kind = 'article' and ${byLang} and ${bySource}`;
}

interface ArticleRow extends SummaryRow {
  readonly seq: number;
  readonly sort_at: Date;
}

async function newestArticles(db: Reader, filter: Filter, limit: number, behind = sql`true`): Promise<ArticleRow[]> {
  const { rows } = await sql<ArticleRow>`select i.seq, i.sort_at, b.summary, i.received_at, i.demo
    from (select * from items i where ${narrowed(filter)} and ${behind} order by i.sort_at desc, i.seq desc limit ${limit}) i
      join bodies b using (seq) order by i.sort_at desc, i.seq desc`.execute(db);
  return rows;
}

async function streamOf(db: Reader, { cursor, limit, ...filter }: PressRequest): Promise<Page<ItemSummary>> {
  const [at, seq] = cursor === undefined ? [] : readCursor(cursor, ['number', 'number']);
  const behind =
    at === undefined || seq === undefined
      ? sql`true`
      : sql`(i.sort_at, i.seq) < (${new Date(Number(at)).toISOString()}::timestamptz, ${Number(seq)}::bigint)`;
  const rows = await newestArticles(db, filter, limit + 1, behind);
  const last = rows[limit - 1];
  return {
    rows: rows.slice(0, limit).map((row) => toSummary(row)),
    ...(rows.length > limit && last !== undefined ? { next: printCursor([last.sort_at.getTime(), last.seq]) } : {}),
    total: await totalOf(db, filter),
  };
}

const countedTo = 10_000;

async function totalOf(db: Reader, filter: Filter): Promise<Page<ItemSummary>['total']> {
  const { lang, source } = filter;
  if (lang === undefined && source === undefined) return { value: await countOf(db, 'kind', 'article'), exact: true };
  if (source === undefined && lang !== undefined)
    return { value: await countOf(db, 'article-lang', lang), exact: true };
  const { rows } = await sql<{ value: number }>`select count(*) as value from
    (select from items i where ${narrowed(filter)} limit ${countedTo + 1}) found`.execute(db);
  const value = rows[0]?.value ?? 0;
  return { value: Math.min(value, countedTo), exact: value <= countedTo };
}

/**
 * The groups of the newest articles. Comparing 1,500 titles for each reader anew would make all of them wait, so what
 * took long to make serves longer; where they are made in no time, they are always new.
 */
class KeptGroups {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly now: () => number) {}

  async of(db: Reader, { lang, source }: Filter): Promise<readonly StoryGroup[]> {
    const key = JSON.stringify([lang, source]);
    const known = this.#kept.get(key);
    if (known !== undefined && this.now() < known.until) return await known.groups;
    const begun = this.now();
    const kept: Kept = { groups: newestGroups(db, { lang, source }), until: Number.POSITIVE_INFINITY };
    // The oldest go first: whoever tries every filter fills no memory.
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const oldest of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(oldest);
    try {
      return await kept.groups;
    } finally {
      kept.until = this.now() + Math.min(longestKept, keptTimes * (this.now() - begun));
    }
  }
}

async function newestGroups(db: Reader, filter: Filter): Promise<StoryGroup[]> {
  const { rows } = await sql<Article>`select i.seq, i.origin, i.copy_key as "copyKey", i.sort_at as "sortAt", i.lang,
      left(b.summary::json ->> 'title', 300) as title
    from (select * from items i where ${narrowed(filter)} order by i.sort_at desc, i.seq desc limit ${storyArticles}) i
      join bodies b using (seq)
    where i.sort_at > (select max(sort_at) from items where kind = 'article') - ${`${storyHours} hours`}::interval`.execute(
    db,
  );
  return groupStories(rows).slice(0, storiesShown);
}

async function storiesOf(db: Reader, groups: readonly StoryGroup[]): Promise<Story[]> {
  const shown = groups.flatMap(({ articles }) => articles.slice(0, othersShown + 1).map(({ seq }) => seq));
  const firsts = groups.flatMap(({ first }) => first.seq);
  if (shown.length === 0) return [];
  const { rows: bodies } = await sql<ArticleRow>`select i.seq, i.sort_at, b.summary, i.received_at, i.demo from items i
    join bodies b using (seq) where i.seq in (${sql.join([...new Set([...shown, ...firsts])])})`.execute(db);
  const summaries = new Map(bodies.map((row) => [row.seq, toSummary(row)]));
  return groups.flatMap(({ articles, outlets, first }): Story[] => {
    const [lead, ...others] = articles.slice(0, othersShown + 1).flatMap(({ seq }) => summaries.get(seq) ?? []);
    const opening = summaries.get(first.seq);
    if (lead === undefined || opening === undefined) return [];
    return [
      {
        id: `story-${first.seq}`,
        lead,
        others,
        articles: articles.length,
        outlets,
        firstAt: first.sortAt.toISOString(),
        firstOutlet: opening.source.title ?? opening.source.id,
      },
    ];
  });
}
