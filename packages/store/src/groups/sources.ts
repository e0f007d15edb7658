import { randomUUID } from 'node:crypto';
import type { SourceKind, WatchedSource } from '@vedette/contract';
import { sql } from 'kysely';
import type { Actor } from '../actor.js';
import type { Context, Reader, Tx } from '../context.js';
import { StoreError } from '../errors.js';
import { storable, storableOrNull } from '../stored-text.js';
import { deleteInSteps } from './item-removal.js';
import { appendRecord } from './record.js';
import { healthOf, type SourceRow, toSources } from './source-rows.js';
import { readStored } from '../stored-json.js';

/** A source to be watched, or an export that was read. `basis` says why it may be collected. */
export interface SourceInput {
  readonly kind: SourceKind;
  readonly title: string;
  readonly url?: string | undefined;
  readonly config: Readonly<Record<string, unknown>>;
  readonly basis: string;
  readonly retentionDays?: number | undefined;
  readonly demo?: boolean | undefined;
  /** an export that was read once: it is never polled */
  readonly once?: boolean | undefined;
}

/** What can be changed about a watched source; fields left out stay. */
export interface SourceChange {
  readonly title?: string | undefined;
  readonly paused?: boolean | undefined;
  readonly basis?: string | undefined;
  /** null: back to the default of the settings */
  readonly retentionDays?: number | null | undefined;
}

/** What the supervisor needs to run a source. */
export interface RunnableSource {
  readonly source: WatchedSource;
  readonly cursor: unknown;
}

/** The outcome of one attempt. Items and cursor are committed by `ingest.commit`, not here. */
export interface AttemptReport {
  /** epoch milliseconds */
  readonly at: number;
  readonly outcome: 'ok' | 'failed' | 'gone';
  readonly error?: { readonly code: string; readonly message: string } | undefined;
  readonly nextAttemptAt?: number | undefined;
}

/** `health`, `items`, `lastItemAt` and the learned rhythm are kept by the store. */
export interface Sources {
  list(): Promise<WatchedSource[]>;
  get(id: string): Promise<WatchedSource | undefined>;
  /** Every source that should be read now or later (not paused, not gone, not an export), with its cursor. */
  runnable(): Promise<RunnableSource[]>;
  runnableOne(id: string): Promise<RunnableSource | undefined>;
  /** The source that is already watched with this kind and address. */
  findByUrl(kind: SourceKind, url: string): Promise<WatchedSource | undefined>;
  add(input: SourceInput, by: Actor): Promise<WatchedSource>;
  /** @throws StoreError `not-found` */
  change(id: string, change: SourceChange, by: Actor): Promise<WatchedSource>;
  /** Stops watching; with `items` its Items go too, unless a decision rests on them. @throws StoreError `not-found` */
  remove(id: string, options: { readonly items: boolean }, by: Actor): Promise<{ readonly items: number }>;
  report(id: string, report: AttemptReport): Promise<WatchedSource>;
  /** `total`, `failing` (also gone) and `quiet` for the frame of the page. */
  tally(): Promise<{ readonly total: number; readonly failing: number; readonly quiet: number }>;
}

export function createSources(context: Context): Sources {
  const { db, now, write } = context;
  const one = async (reader: Reader, id: string): Promise<WatchedSource> => {
    const row = await present(reader, id);
    const [source] = row === undefined ? [] : await toSources(reader, [row], now());
    if (source === undefined) throw notFound(id);
    return source;
  };
  return {
    async list() {
      return await toSources(db, await presentRows(db), now());
    },
    async get(id) {
      const row = await present(db, id);
      return row === undefined ? undefined : (await toSources(db, [row], now()))[0];
    },
    async runnable() {
      const rows = (await presentRows(db)).filter(({ paused, gone, once }) => !paused && !gone && !once);
      const sources = await toSources(db, rows, now());
      return sources.map((source, index) => ({ source, cursor: cursorOf(rows[index]) }));
    },
    async runnableOne(id) {
      const row = await present(db, id);
      if (row === undefined || row.paused || row.gone || row.once) return undefined;
      const [source] = await toSources(db, [row], now());
      return source === undefined ? undefined : { source, cursor: cursorOf(row) };
    },
    async findByUrl(kind, url) {
      const row = await db
        .selectFrom('sources')
        .selectAll()
        .where('kind', '=', kind)
        .where('url', '=', url)
        .where('removed_at', 'is', null)
        .executeTakeFirst();
      return row === undefined ? undefined : (await toSources(db, [row], now()))[0];
    },
    async add(input, by) {
      return await write(async (tx) => {
        const id = randomUUID();
        await tx
          .insertInto('sources')
          .values({
            id,
            kind: input.kind,
            title: storable(input.title),
            url: storableOrNull(input.url),
            config: JSON.stringify(input.config),
            basis: storable(input.basis),
            retention_days: input.retentionDays ?? null,
            paused: false,
            demo: input.demo ?? false,
            once: input.once ?? false,
            gone: false,
            cursor: null,
            added_at: new Date(now()),
            removed_at: null,
            last_attempt_at: null,
            last_success_at: null,
            last_item_at: null,
            next_attempt_at: null,
            rhythm_seconds: null,
            error: null,
          })
          .execute();
        const details = {
          kind: input.kind,
          title: input.title,
          basis: input.basis,
          ...(input.url === undefined ? {} : { url: input.url }),
        };
        await appendRecord(tx, [{ at: now(), actor: by, action: 'source.added', subject: id, details }]);
        return await one(tx, id);
      });
    },
    async change(id, change, by) {
      return await write(async (tx) => {
        if ((await present(tx, id)) === undefined) throw notFound(id);
        const set = {
          ...(change.title === undefined ? {} : { title: storable(change.title) }),
          ...(change.basis === undefined ? {} : { basis: storable(change.basis) }),
          ...(change.retentionDays === undefined ? {} : { retention_days: change.retentionDays }),
          // Taking up a paused source is a new attempt: what was wrong before is forgotten.
          ...(change.paused === undefined ? {} : { paused: change.paused }),
          ...(change.paused === false ? { gone: false, error: null } : {}),
        };
        if (Object.keys(set).length > 0) await tx.updateTable('sources').set(set).where('id', '=', id).execute();
        if (set.title !== undefined) await renameOutlet(tx, id, set.title);
        await appendRecord(tx, [
          { at: now(), actor: by, action: 'source.changed', subject: id, details: { ...change } },
        ]);
        return await one(tx, id);
      });
    },
    async remove(id, { items }, by) {
      await write(async (tx) => {
        const row = await present(tx, id);
        if (row === undefined) throw notFound(id);
        await tx
          .updateTable('sources')
          .set({ removed_at: new Date(now()), cursor: null })
          .where('id', '=', id)
          .execute();
        const details = { title: row.title, items };
        await appendRecord(tx, [{ at: now(), actor: by, action: 'source.removed', subject: id, details }]);
      });
      if (!items) return { items: 0 };
      const removed = await deleteInSteps(context, { watched: id });
      await write((tx) =>
        appendRecord(tx, [
          {
            at: now(),
            actor: by,
            action: 'items.removed',
            subject: id,
            details: { items: removed.items, kept: removed.kept },
          },
        ]),
      );
      return { items: removed.items };
    },
    async report(id, { at, outcome, error, nextAttemptAt }) {
      const failure = error ?? { code: outcome, message: 'The source could not be read' };
      // One statement of one row waits for nobody in a circle: it needs no turn among the writers.
      const row = await db
        .updateTable('sources')
        .set({
          last_attempt_at: new Date(at),
          next_attempt_at: nextAttemptAt === undefined ? null : new Date(nextAttemptAt),
          gone: outcome === 'gone',
          ...(outcome === 'ok'
            ? { last_success_at: new Date(at), error: null }
            : { error: JSON.stringify({ ...failure, at: new Date(at).toISOString() }) }),
        })
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      const [source] = row === undefined ? [] : await toSources(db, [row], now());
      if (source === undefined) throw notFound(id);
      return source;
    },
    async tally() {
      const health = (await presentRows(db)).map((row) => healthOf(row, now()));
      return {
        total: health.length,
        failing: health.filter((state) => state === 'failing' || state === 'gone').length,
        quiet: health.filter((state) => state === 'quiet').length,
      };
    },
  };
}

function cursorOf(row: SourceRow | undefined): unknown {
  return row === undefined || row.cursor === null ? undefined : readStored<unknown>(row.cursor);
}

function notFound(id: string): StoreError {
  return new StoreError('not-found', `There is no source ${id}; it may have been removed`);
}

async function present(db: Reader, id: string): Promise<SourceRow | undefined> {
  return await db
    .selectFrom('sources')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

async function presentRows(db: Reader): Promise<SourceRow[]> {
  return await db
    .selectFrom('sources')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('title')
    .orderBy('id')
    .execute();
}

/** Lists of outlets show the new name at once; it stands on Items that arrive from now on. */
async function renameOutlet(tx: Tx, source: string, title: string): Promise<void> {
  await sql`update origins set title = ${title} where kind in ('feed', 'web-page')
    and key = (select origin from items where watched = ${source} order by seq desc limit 1)`.execute(tx);
}
