import type { Migration } from 'kysely';
import { firstTables } from './2026-11-24-first-tables.js';
import { knownGood } from './2026-11-25-known-good.js';
import { watchlistProposals } from './2026-11-25-watchlist-proposals.js';
import { recordCommitments } from './2026-11-26-record-commitments.js';

/** Every migration, oldest first; only ever added to. Names are dates, so that they sort. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-24-first-tables': firstTables,
  '2026-11-25-known-good': knownGood,
  '2026-11-25-watchlist-proposals': watchlistProposals,
  '2026-11-26-record-commitments': recordCommitments,
};
