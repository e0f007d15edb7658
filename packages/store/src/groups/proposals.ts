import { randomUUID } from 'node:crypto';
import type { Rule, StoredWatchlist, WatchlistFinding, WatchlistProposal } from '@vedette/contract';
import type { Selectable } from 'kysely';
import type { Actor } from '../actor.js';
import type { Context, Reader, Tx } from '../context.js';
import type { WatchlistProposalsTable } from '../database.js';
import { StoreError } from '../errors.js';
import { readStored } from '../stored-json.js';
import { storable, storableOrNull } from '../stored-text.js';
import { appendRecord } from './record.js';
import { present, saveWatchlist, versionConflict, type WatchlistChange } from './watchlists.js';

/** Changes of watchlists that wait for a second person. A watchlist has one at a time; a later one takes its place. */
export interface Proposals {
  open(watchlist: string): Promise<WatchlistProposal | undefined>;
  /** @throws StoreError `conflict` where `version` is not the stored one; `not-found` */
  propose(watchlist: string, change: WatchlistChange, by: Actor): Promise<WatchlistProposal>;
  /**
   * Saves what was proposed, as a change by who proposed it.
   * @throws StoreError `forbidden` for who proposed it; `conflict` where the watchlist was saved since; `not-found` where this
   * proposal does not wait any longer
   */
  confirm(watchlist: string, proposal: string, by: Actor): Promise<StoredWatchlist>;
  /** Drops it; who proposed it may too. @throws StoreError `not-found` */
  refuse(watchlist: string, proposal: string, reason: string | undefined, by: Actor): Promise<void>;
}

type Row = Selectable<WatchlistProposalsTable>;

function toProposal(row: Row): WatchlistProposal {
  return {
    id: row.id,
    watchlist: row.watchlist,
    version: row.base_version,
    name: row.name,
    enabled: row.enabled,
    rules: readStored<Rule[]>(row.rules),
    findings: readStored<WatchlistFinding[]>(row.findings),
    at: row.at.toISOString(),
    by: { id: row.by_id, name: row.by_name },
  };
}

export function createProposals({ db, now, write }: Context): Proposals {
  return {
    async open(watchlist) {
      const row = await openOf(db, watchlist);
      return row === undefined ? undefined : toProposal(row);
    },
    propose: (watchlist, change, by) => write((tx) => propose(tx, watchlist, change, by, now())),
    confirm: (watchlist, proposal, by) => write((tx) => confirm(tx, watchlist, proposal, by, now())),
    async refuse(watchlist, proposal, reason, by) {
      await write(async (tx) => {
        const row = await waiting(tx, watchlist, proposal);
        await settle(tx, row.id, 'refused', by, now(), reason);
        const details = { proposal, proposedBy: row.by_name, ...(reason === undefined ? {} : { reason }) };
        await appendRecord(tx, [
          { at: now(), actor: by, action: 'watchlist.proposal-refused', subject: watchlist, details },
        ]);
      });
    },
  };
}

async function propose(
  tx: Tx,
  watchlist: string,
  change: WatchlistChange,
  by: Actor,
  at: number,
): Promise<WatchlistProposal> {
  const before = await present(tx, watchlist);
  if (before.version !== change.version) throw versionConflict(before);
  const replaced = await openOf(tx, watchlist);
  if (replaced !== undefined) await settle(tx, replaced.id, 'replaced', by, at);
  const row: Row = {
    id: randomUUID(),
    watchlist,
    base_version: change.version,
    name: storable(change.name),
    enabled: change.enabled,
    rules: JSON.stringify(change.rules),
    findings: JSON.stringify(change.findings),
    at: new Date(at),
    by_id: storable(by.id),
    by_name: storable(by.name),
    state: 'open',
    settled_at: null,
    settled_by: null,
    reason: null,
  };
  await tx.insertInto('watchlist_proposals').values(row).execute();
  const details = {
    proposal: row.id,
    name: change.name,
    version: change.version,
    rules: change.rules.length,
    ...(replaced === undefined ? {} : { replaces: replaced.id }),
  };
  await appendRecord(tx, [{ at, actor: by, action: 'watchlist.proposed', subject: watchlist, details }]);
  return toProposal(row);
}

async function confirm(tx: Tx, watchlist: string, proposal: string, by: Actor, at: number): Promise<StoredWatchlist> {
  const row = await waiting(tx, watchlist, proposal);
  if (row.by_id === by.id)
    throw new StoreError('forbidden', 'You proposed this change: another person must confirm it');
  const { name, enabled, rules, findings, version } = toProposal(row);
  const author = { id: row.by_id, name: row.by_name };
  const saved = await saveWatchlist(tx, watchlist, { name, enabled, rules, findings, version }, author, at);
  await settle(tx, row.id, 'confirmed', by, at);
  const details = { proposal, proposedBy: row.by_name, version: saved.version };
  await appendRecord(tx, [{ at, actor: by, action: 'watchlist.proposal-confirmed', subject: watchlist, details }]);
  return saved;
}

async function openOf(db: Reader, watchlist: string): Promise<Row | undefined> {
  return await db
    .selectFrom('watchlist_proposals')
    .selectAll()
    .where('watchlist', '=', watchlist)
    .where('state', '=', 'open')
    .executeTakeFirst();
}

async function waiting(tx: Tx, watchlist: string, proposal: string): Promise<Row> {
  const row = await openOf(tx, watchlist);
  if (row?.id === proposal) return row;
  throw new StoreError('not-found', 'This change does not wait any longer: it was settled, or another took its place');
}

async function settle(tx: Tx, id: string, state: Row['state'], by: Actor, at: number, reason?: string): Promise<void> {
  await tx
    .updateTable('watchlist_proposals')
    .set({ state, settled_at: new Date(at), settled_by: storable(by.name), reason: storableOrNull(reason) })
    .where('id', '=', id)
    .execute();
}
