import { randomUUID } from 'node:crypto';
import type { Rule, RuleHits, StoredWatchlist, WatchlistFinding } from '@vedette/contract';
import { type Selectable, sql } from 'kysely';
import type { Actor } from '../actor.js';
import type { Context, Reader, Tx } from '../context.js';
import type { WatchlistsTable } from '../database.js';
import { StoreError } from '../errors.js';
import { teamLoad, type TeamLoad } from './team-load.js';
import { storable, storableOrNull } from '../stored-text.js';
import { appendRecord } from './record.js';
import { rulesFound } from './rule-hits.js';
import { volumesSince } from './volumes.js';
import { readStored } from '../stored-json.js';

/** A watchlist as somebody saves it. */
export interface WatchlistInput {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** what the check of the rules found; the store keeps it and judges nothing */
  readonly findings: readonly WatchlistFinding[];
}

/** A change of a saved watchlist; `version` is the one it was made against. */
export type WatchlistChange = WatchlistInput & { readonly enabled: boolean; readonly version: number };

/** A watchlist in the list of all; `matches7d` counts the last seven days. */
export type WatchlistRow = Omit<StoredWatchlist, 'rules' | 'findings'> & {
  readonly rules: number;
  readonly errors: number;
  readonly matches7d: number;
  /** whether a change waits for a second person */
  readonly waiting: boolean;
};

/** A watchlist with what each of its rules found, and of how many Items. */
export type WatchlistWithHits = StoredWatchlist & { readonly hits: RuleHits[]; readonly items7d: number };

/** Watchlists and all their earlier versions. */
export interface Watchlists {
  list(): Promise<WatchlistRow[]>;
  get(id: string): Promise<WatchlistWithHits | undefined>;
  /** The enabled ones with all their rules, for the matcher. */
  enabled(): Promise<StoredWatchlist[]>;
  add(input: WatchlistInput & { readonly demo?: boolean }, by: Actor): Promise<StoredWatchlist>;
  /** @throws StoreError `conflict` where `version` is not the stored one; `not-found` */
  save(id: string, change: WatchlistChange, by: Actor): Promise<StoredWatchlist>;
  /** Its decisions and alerts stay. @throws StoreError `not-found` */
  remove(id: string, by: Actor): Promise<void>;
  /** What the team has to decide already, and who decides: for the estimate of what a rule would add. */
  load(since: number): Promise<TeamLoad>;
  /** Earlier versions, newest first. @throws StoreError `not-found` */
  versions(id: string): Promise<Omit<StoredWatchlist, 'findings'>[]>;
}

const day = 86_400_000;
const versionsShown = 100;

type Row = Selectable<WatchlistsTable>;

function toWatchlist(row: Row): StoredWatchlist {
  return {
    ...head(row),
    rules: readStored<Rule[]>(row.rules),
    findings: readStored<WatchlistFinding[]>(row.findings),
  };
}

function head({ id, name, version, enabled, demo, changed_at, changed_by }: Omit<Row, 'rules' | 'findings'>) {
  return { id, name, version, enabled, demo, changedAt: changed_at.toISOString(), changedBy: changed_by };
}

export function createWatchlists({ db, now, write }: Context): Watchlists {
  return {
    async list() {
      const rows = await db
        .selectFrom('watchlists')
        .select([
          'id',
          'name',
          'version',
          'enabled',
          'demo',
          'changed_at',
          'changed_by',
          'rule_count',
          'error_count',
          'removed_at',
        ])
        .where('removed_at', 'is', null)
        .orderBy('name')
        .orderBy('id')
        .execute();
      const open = await db.selectFrom('watchlist_proposals').select('watchlist').where('state', '=', 'open').execute();
      const waiting = new Set(open.map(({ watchlist }) => watchlist));
      const hits = await volumesSince(db, 'rule', '', now() - 7 * day);
      const sums = new Map<string, number>();
      for (const [key, count] of hits) {
        const list = key.slice(0, key.indexOf('/'));
        sums.set(list, (sums.get(list) ?? 0) + count);
      }
      return rows.map((row) => ({
        ...head(row),
        rules: row.rule_count,
        errors: row.error_count,
        matches7d: sums.get(row.id) ?? 0,
        waiting: waiting.has(row.id),
      }));
    },
    async get(id) {
      const row = await rowOf(db, id);
      return row === undefined ? undefined : { ...toWatchlist(row), ...(await rulesFound(db, id, now())) };
    },
    async enabled() {
      const rows = await db
        .selectFrom('watchlists')
        .selectAll()
        .where('removed_at', 'is', null)
        .where('enabled', '=', true)
        .orderBy('id')
        .execute();
      return rows.map(toWatchlist);
    },
    async add(input, by) {
      return await write(async (tx) => {
        const row: Row = {
          id: randomUUID(),
          enabled: true,
          demo: input.demo ?? false,
          version: 1,
          removed_at: null,
          ...columnsOf(input, by, now()),
        };
        await tx.insertInto('watchlists').values(row).execute();
        await keepRules(tx, row.id, input.rules);
        const details = { name: input.name, rules: input.rules.length };
        await appendRecord(tx, [{ at: now(), actor: by, action: 'watchlist.added', subject: row.id, details }]);
        return toWatchlist(row);
      });
    },
    save: (id, change, by) => write((tx) => saveWatchlist(tx, id, change, by, now())),
    async remove(id, by) {
      await write(async (tx) => {
        const row = await present(tx, id);
        await tx
          .updateTable('watchlists')
          .set({ removed_at: new Date(now()), enabled: false })
          .where('id', '=', id)
          .execute();
        await appendRecord(tx, [
          { at: now(), actor: by, action: 'watchlist.removed', subject: id, details: { name: row.name } },
        ]);
      });
    },
    load: (since) => teamLoad(db, since, now()),
    async versions(id) {
      const row = await present(db, id);
      const rows = await db
        .selectFrom('watchlist_versions')
        .selectAll()
        .where('watchlist', '=', id)
        .orderBy('version', 'desc')
        .limit(versionsShown)
        .execute();
      return rows.map(({ watchlist, version, name, enabled, changed_at, changed_by, rules }) => ({
        id: watchlist,
        name,
        version,
        enabled,
        demo: row.demo,
        changedAt: changed_at.toISOString(),
        changedBy: changed_by,
        rules: readStored<Rule[]>(rules),
      }));
    },
  };
}

/** @throws StoreError `conflict` where `version` is not the stored one; `not-found` */
export async function saveWatchlist(
  tx: Tx,
  id: string,
  change: WatchlistChange,
  by: Actor,
  at: number,
): Promise<StoredWatchlist> {
  const before = await present(tx, id);
  if (before.version !== change.version) throw versionConflict(before);
  const { version, name, enabled, changed_at, changed_by, rules } = before;
  await tx
    .insertInto('watchlist_versions')
    .values({ watchlist: id, version, name, enabled, changed_at, changed_by, rules })
    .execute();
  const changed = { ...columnsOf(change, by, at), enabled: change.enabled, version: version + 1 };
  await tx.updateTable('watchlists').set(changed).where('id', '=', id).execute();
  await keepRules(tx, id, change.rules);
  const details = {
    name: change.name,
    version: changed.version,
    rules: change.rules.length,
    enabled: change.enabled,
  };
  await appendRecord(tx, [{ at, actor: by, action: 'watchlist.saved', subject: id, details }]);
  return toWatchlist({ ...before, ...changed });
}

export function versionConflict({ changed_by, version }: Pick<Row, 'changed_by' | 'version'>): StoreError {
  return new StoreError(
    'conflict',
    `${changed_by} saved this watchlist in between (version ${version}): load it again, then change it`,
  );
}

/** @throws StoreError `not-found` */
export async function present(db: Reader, id: string): Promise<Row> {
  const row = await rowOf(db, id);
  if (row !== undefined) return row;
  throw new StoreError('not-found', `There is no watchlist ${id}; it may have been removed`);
}

async function rowOf(db: Reader, id: string): Promise<Row | undefined> {
  return await db
    .selectFrom('watchlists')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

function columnsOf({ name, rules, findings }: WatchlistInput, by: Actor, at: number) {
  return {
    name: storable(name),
    changed_at: new Date(at),
    changed_by: storable(by.name),
    rules: JSON.stringify(rules),
    rule_count: rules.length,
    findings: JSON.stringify(findings),
    error_count: findings.filter(({ level }) => level === 'error').length,
  };
}

/** Notes and queries of the present rules, to be shown beside a match; of rules with one id the first stays. */
async function keepRules(tx: Tx, watchlist: string, rules: readonly Rule[]): Promise<void> {
  await tx.deleteFrom('rules').where('watchlist', '=', watchlist).execute();
  const rows = rules.map(({ id, note, query }) => ({
    rule: storable(id),
    note: storableOrNull(note),
    query: storable(query),
  }));
  await sql`insert into rules (watchlist, rule, note, query) select ${watchlist}, rule, note, query
    from json_to_recordset(${JSON.stringify(rows)}::json) as x(rule text, note text, query text)
    on conflict do nothing`.execute(tx);
}
