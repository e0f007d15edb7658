import type { ItemSummary, RecordEntry, RecordSubject } from '@vedette/contract';
import { sql } from 'kysely';
import type { Reader } from '../context.js';
import { readStored } from '../stored-json.js';

const longestTitle = 160;

/** What the actions on record are done to, by their first word; others have an id that says enough. */
const kinds: Readonly<Record<string, RecordSubject['kind']>> = {
  watchlist: 'watchlist',
  source: 'source',
  alert: 'alert',
  decision: 'alert',
  person: 'person',
  'api-key': 'api-key',
  image: 'item',
};

function kindOf({ action }: Pick<RecordEntry, 'action'>): RecordSubject['kind'] | undefined {
  // A batch of Items is stored under its source.
  return action === 'items.stored' || action === 'items.removed' ? 'source' : kinds[action.split('.', 1)[0] ?? ''];
}

/** Entries with what their subjects are called now, or were called when they were removed. */
export async function withSubjects<Entry extends RecordEntry>(
  db: Reader,
  entries: readonly Entry[],
): Promise<(Entry & { readonly about?: RecordSubject })[]> {
  const ids = new Map<RecordSubject['kind'], Set<string>>();
  for (const entry of entries) {
    const kind = kindOf(entry);
    if (kind !== undefined) ids.set(kind, (ids.get(kind) ?? new Set()).add(entry.subject));
  }
  const titles = new Map<string, string>();
  for (const [kind, wanted] of ids)
    for (const [id, title] of await readers[kind](db, [...wanted])) titles.set(`${kind} ${id}`, title);
  return entries.map((entry) => {
    const kind = kindOf(entry);
    if (kind === undefined) return entry;
    const { name } = entry.details;
    const title = titles.get(`${kind} ${entry.subject}`) ?? (typeof name === 'string' ? name : undefined);
    return { ...entry, about: { kind, ...(title === undefined ? {} : { title: title.slice(0, longestTitle) }) } };
  });
}

type Titles = Iterable<readonly [id: string, title: string]>;

const readers: Readonly<Record<RecordSubject['kind'], (db: Reader, ids: readonly string[]) => Promise<Titles>>> = {
  watchlist: async (db, ids) =>
    pairs(await db.selectFrom('watchlists').select(['id', 'name as title']).where('id', 'in', ids).execute()),
  source: async (db, ids) =>
    pairs(await db.selectFrom('sources').select(['id', 'title']).where('id', 'in', ids).execute()),
  person: async (db, ids) =>
    pairs(await db.selectFrom('user').select(['id', 'name as title']).where('id', 'in', ids).execute()),
  'api-key': async (db, ids) =>
    pairs(await db.selectFrom('api_keys').select(['id', 'name as title']).where('id', 'in', ids).execute()),
  alert: async (db, ids) => {
    const { rows } = await sql<SummaryOf>`select a.id, b.summary from alerts a join bodies b on b.seq = a.lead
      where a.id in (${sql.join(ids)})`.execute(db);
    return rows.map(headline);
  },
  item: async (db, ids) => {
    const { rows } = await sql<SummaryOf>`select i.id, b.summary from items i join bodies b using (seq)
      where i.id in (${sql.join(ids)})`.execute(db);
    return rows.map(headline);
  },
};

interface SummaryOf {
  readonly id: string;
  readonly summary: string;
}

function headline({ id, summary }: SummaryOf): readonly [string, string] {
  const { title, text } = readStored<Pick<ItemSummary, 'title' | 'text'>>(summary);
  return [id, title ?? text];
}

function pairs(rows: readonly { readonly id: string; readonly title: string }[]): Titles {
  return rows.map(({ id, title }) => [id, title] as const);
}
