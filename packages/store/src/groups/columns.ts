import { randomUUID } from 'node:crypto';
import type { Column, QueryProblem } from '@vedette/contract';
import { type Selectable, sql } from 'kysely';
import type { Context, Reader, Tx } from '../context.js';
import type { ColumnsTable } from '../database.js';
import { StoreError } from '../errors.js';
import { conditionsOf } from '../search/candidates.js';
import { compileQuery } from '../search/compiled-query.js';
import { readItems } from '../search/read-items.js';
import { storable } from '../stored-text.js';
import { bucketOf, VolumeChanges } from './volumes.js';

/** A Live column with how much came through it. */
export interface ColumnWithVolume extends Column {
  /** Items per quarter of an hour, last 24 hours */
  readonly volume: { readonly at: string; readonly count: number }[];
  readonly problems: QueryProblem[];
}

/** A Live column as its owner writes it. */
export interface ColumnInput {
  readonly title: string;
  readonly query: string;
  readonly density: Column['density'];
}

/** Columns of the Live screen belong to a person; nobody sees another's. */
export interface Columns {
  list(person: string): Promise<ColumnWithVolume[]>;
  /** Every column of everybody, for the matcher. */
  all(): Promise<(Column & { readonly person: string })[]>;
  add(person: string, input: ColumnInput): Promise<ColumnWithVolume>;
  /** Moves the others out of the way where `position` changes. @throws StoreError `not-found` */
  change(
    person: string,
    id: string,
    change: { readonly [K in keyof ColumnInput]?: ColumnInput[K] | undefined } & {
      readonly position?: number | undefined;
    },
  ): Promise<ColumnWithVolume>;
  /** @throws StoreError `not-found` */
  remove(person: string, id: string): Promise<void>;
}

const quarter = 900_000;
const quarters = 96;
/** A new column's line is drawn from this many Items at most. */
const backfilled = 2000;

type Row = Selectable<ColumnsTable>;

function toColumn({ id, title, query, position, density }: Row): Column {
  return { id, title, query, position, density };
}

async function ofPerson(db: Reader, person: string): Promise<Row[]> {
  return await db
    .selectFrom('columns')
    .selectAll()
    .where('person', '=', person)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export function createColumns(context: Context): Columns {
  const { db, now, write } = context;
  const withVolume = async (rows: readonly Row[]): Promise<ColumnWithVolume[]> => {
    const first = bucketOf('column', now()) - (quarters - 1) * quarter;
    const counts =
      rows.length === 0
        ? []
        : await db
            .selectFrom('volumes')
            .select(['key', 'at', 'value'])
            .where('name', '=', 'column')
            .where(
              'key',
              'in',
              rows.map(({ id }) => id),
            )
            .where('at', '>=', new Date(first))
            .execute();
    const found = new Map(counts.map(({ key, at, value }) => [`${key} ${at.getTime()}`, value]));
    return rows.map((row) => ({
      ...toColumn(row),
      volume: Array.from({ length: quarters }, (_, index) => {
        const at = first + index * quarter;
        return { at: new Date(at).toISOString(), count: found.get(`${row.id} ${at}`) ?? 0 };
      }),
      problems: compileQuery(row.query).problems,
    }));
  };
  const one = async (row: Row): Promise<ColumnWithVolume> => {
    const [column] = await withVolume([row]);
    if (column === undefined) throw notFound(row.id);
    return column;
  };
  return {
    async list(person) {
      return await withVolume(await ofPerson(db, person));
    },
    async all() {
      const rows = await db.selectFrom('columns').selectAll().orderBy('person').orderBy('position').execute();
      return rows.map((row) => ({ ...toColumn(row), person: row.person }));
    },
    async add(person, { title, query, density }) {
      const row = await write(async (tx) => {
        const position = (await ofPerson(tx, person)).length;
        const made: Row = {
          id: randomUUID(),
          person,
          title: storable(title),
          query: storable(query),
          position,
          density,
        };
        await tx.insertInto('columns').values(made).execute();
        return made;
      });
      await backfill(row);
      return await one(row);
    },
    async change(person, id, change) {
      const { row, asked } = await write(async (tx) => {
        const rows = await ofPerson(tx, person);
        const before = rows.find((column) => column.id === id);
        if (before === undefined) throw notFound(id);
        const next: Row = {
          ...before,
          title: storable(change.title ?? before.title),
          query: storable(change.query ?? before.query),
          density: change.density ?? before.density,
        };
        await tx
          .updateTable('columns')
          .set({ title: next.title, query: next.query, density: next.density })
          .where('id', '=', id)
          .execute();
        const others = rows.filter((column) => column !== before);
        others.splice(Math.min(change.position ?? before.position, others.length), 0, next);
        await renumber(tx, others);
        return { row: { ...next, position: others.indexOf(next) }, asked: next.query !== before.query };
      });
      if (asked) await backfill(row);
      return await one(row);
    },
    async remove(person, id) {
      await write(async (tx) => {
        const rows = await ofPerson(tx, person);
        if (!rows.some((column) => column.id === id)) throw notFound(id);
        await tx.deleteFrom('columns').where('id', '=', id).execute();
        await tx.deleteFrom('volumes').where('name', '=', 'column').where('key', '=', id).execute();
        await renumber(
          tx,
          rows.filter((column) => column.id !== id),
        );
      });
    },
  };

  /** Draws the line of a new query from what is stored; what arrives is counted as it comes. */
  async function backfill({ id, query }: Row): Promise<void> {
    const compiled = compileQuery(query);
    const since = new Date(bucketOf('column', now()) - (quarters - 1) * quarter).toISOString();
    const conditions = await conditionsOf(db, { q: query, since }, compiled);
    const { items } = compiled.nothing
      ? { items: [] }
      : await readItems(context, compiled, conditions, { after: undefined, limit: backfilled });
    await write(async (tx) => {
      await tx.deleteFrom('volumes').where('name', '=', 'column').where('key', '=', id).execute();
      const volumes = new VolumeChanges();
      for (const { sort_at } of items) volumes.add('column', id, sort_at.getTime(), 1);
      await volumes.write(tx);
    });
  }
}

function notFound(id: string): StoreError {
  return new StoreError('not-found', `There is no column ${id} of yours; it may have been removed`);
}

async function renumber(tx: Tx, rows: readonly Row[]): Promise<void> {
  const places = rows.map(({ id }, position) => ({ id, position }));
  await sql`update columns set position = x.position from json_to_recordset(${JSON.stringify(places)}::json)
    as x(id text, position integer) where columns.id = x.id and columns.position <> x.position`.execute(tx);
}
