import { randomUUID } from 'node:crypto';
import type { KnownGood, KnownGoodVersion } from '@vedette/contract';
import { type Selectable, sql } from 'kysely';
import type { Actor } from '../actor.js';
import type { Context, Reader, Tx } from '../context.js';
import type { KnownGoodTable } from '../database.js';
import { StoreError } from '../errors.js';
import { storable, storableOrNull } from '../stored-text.js';
import { appendRecord } from './record.js';

/** A known-good text as somebody adds it; without `watchlist` it holds for every watchlist. */
export interface KnownGoodInput {
  readonly watchlist?: string | undefined;
  readonly title?: string | undefined;
  readonly text: string;
  readonly lang?: string | undefined;
  readonly note?: string | undefined;
  readonly item?: string | undefined;
}

/** Texts that no rule should catch: one list for each watchlist, and one for all of them. Each change is a version of its list. */
export interface KnownGoods {
  /** The texts of a watchlist and those of every watchlist, newest first; only the latter without `watchlist`. */
  list(watchlist: string | undefined): Promise<KnownGood[]>;
  /** The last changes of the same lists, newest first. */
  versions(watchlist: string | undefined): Promise<KnownGoodVersion[]>;
  /** @throws StoreError `not-found` for the watchlist; `conflict` where the list has the text already or is full */
  add(input: KnownGoodInput, by: Actor): Promise<KnownGood>;
  /** Earlier versions keep it. @throws StoreError `not-found` */
  remove(id: string, by: Actor): Promise<void>;
}

const mostTexts = 1000;
const versionsShown = 50;
/** The list that holds for every watchlist; no watchlist has this id. */
const everywhere = '';

type Row = Selectable<KnownGoodTable>;

function toKnownGood(row: Row): KnownGood {
  const { id, watchlist, title, text, lang, note, item } = row;
  return {
    id,
    ...(watchlist === everywhere ? {} : { watchlist }),
    ...(title === null ? {} : { title }),
    text,
    ...(lang === null ? {} : { lang }),
    ...(note === null ? {} : { note }),
    ...(item === null ? {} : { item }),
    addedAt: row.added_at.toISOString(),
    addedBy: row.added_by,
    version: row.added_version,
  };
}

function listsOf(watchlist: string | undefined): string[] {
  return watchlist === undefined ? [everywhere] : [everywhere, watchlist];
}

export function createKnownGoods({ db, now, write }: Context): KnownGoods {
  return {
    async list(watchlist) {
      const rows = await db
        .selectFrom('known_good')
        .selectAll()
        .where('watchlist', 'in', listsOf(watchlist))
        .where('removed_at', 'is', null)
        .orderBy('added_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toKnownGood);
    },
    async versions(watchlist) {
      const lists = listsOf(watchlist);
      const { rows } = await sql<VersionRow>`
        select watchlist, added_version as version, added_at as at, added_by as by, 'added' as change, text
          from known_good where watchlist in (${sql.join(lists)})
        union all
        select watchlist, removed_version, removed_at, removed_by, 'removed', text
          from known_good where watchlist in (${sql.join(lists)}) and removed_at is not null
        order by at desc, version desc, watchlist limit ${versionsShown}`.execute(db);
      return rows.map(({ watchlist: list, at, ...rest }) => ({
        ...rest,
        ...(list === everywhere ? {} : { watchlist: list }),
        at: at.toISOString(),
      }));
    },
    async add(input, by) {
      return await write(async (tx) => {
        const list = input.watchlist ?? everywhere;
        const name = input.watchlist === undefined ? undefined : await nameOf(tx, input.watchlist);
        const text = storable(input.text);
        await refuseRepeated(tx, list, text);
        const row: Row = {
          id: randomUUID(),
          watchlist: list,
          title: storableOrNull(input.title),
          text,
          lang: storableOrNull(input.lang),
          note: storableOrNull(input.note),
          item: storableOrNull(input.item),
          added_at: new Date(now()),
          added_by: storable(by.name),
          added_version: (await versionOf(tx, list)) + 1,
          removed_at: null,
          removed_by: null,
          removed_version: null,
        };
        await tx.insertInto('known_good').values(row).execute();
        await note(tx, 'added', row, row.added_version, name, by, now());
        return toKnownGood(row);
      });
    },
    async remove(id, by) {
      await write(async (tx) => {
        const row = await tx
          .selectFrom('known_good')
          .selectAll()
          .where('id', '=', id)
          .where('removed_at', 'is', null)
          .executeTakeFirst();
        if (row === undefined) throw new StoreError('not-found', 'This known-good text was removed already');
        const version = (await versionOf(tx, row.watchlist)) + 1;
        await tx
          .updateTable('known_good')
          .set({ removed_at: new Date(now()), removed_by: storable(by.name), removed_version: version })
          .where('id', '=', id)
          .execute();
        const watchlist = await tx
          .selectFrom('watchlists')
          .select('name')
          .where('id', '=', row.watchlist)
          .executeTakeFirst();
        await note(tx, 'removed', row, version, watchlist?.name, by, now());
      });
    },
  };
}

interface VersionRow {
  readonly watchlist: string;
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  readonly change: 'added' | 'removed';
  readonly text: string;
}

async function versionOf(db: Reader, list: string): Promise<number> {
  const { rows } = await sql<{
    version: number;
  }>`select coalesce(max(greatest(added_version, removed_version)), 0)::integer
    as version from known_good where watchlist = ${list}`.execute(db);
  return rows[0]?.version ?? 0;
}

async function nameOf(tx: Tx, watchlist: string): Promise<string> {
  const row = await tx
    .selectFrom('watchlists')
    .select('name')
    .where('id', '=', watchlist)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (row !== undefined) return row.name;
  throw new StoreError('not-found', `There is no watchlist ${watchlist}; it may have been removed`);
}

async function refuseRepeated(tx: Tx, list: string, text: string): Promise<void> {
  const { rows } = await sql<{ count: number; same: boolean | null }>`select count(*)::integer as count,
    bool_or(text = ${text}) as same from known_good where watchlist = ${list} and removed_at is null`.execute(tx);
  if (rows[0]?.same === true) throw new StoreError('conflict', 'This text is in the list already');
  if ((rows[0]?.count ?? 0) >= mostTexts)
    throw new StoreError('conflict', `A list holds at most ${mostTexts} known-good texts: take one out first`);
}

/** The record outlives what is kept of people's texts, so it names the entry and not its words. */
async function note(
  tx: Tx,
  change: 'added' | 'removed',
  { id, watchlist, item }: Row,
  version: number,
  name: string | undefined,
  by: Actor,
  at: number,
): Promise<void> {
  const details = { version, ...(name === undefined ? {} : { watchlist, name }), ...(item === null ? {} : { item }) };
  await appendRecord(tx, [{ at, actor: by, action: `known-good.${change}`, subject: id, details }]);
}
