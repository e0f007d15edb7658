import type { Kysely, Migration } from 'kysely';
import type { Database } from './database.js';
import type { Upkeep } from './engine/upkeep.js';
import type { Alerts } from './groups/alerts.js';
import type { ApiKeys } from './groups/api-keys.js';
import type { Columns } from './groups/columns.js';
import type { Decisions } from './groups/decisions.js';
import type { Demo } from './groups/demo.js';
import type { Images } from './groups/images.js';
import type { Ingest } from './groups/ingest.js';
import type { Items } from './groups/items.js';
import type { KnownGoods } from './groups/known-good.js';
import type { LookBack } from './groups/look-back.js';
import type { People } from './groups/people.js';
import type { Press } from './groups/press.js';
import type { Proposals } from './groups/proposals.js';
import type { Quarantine } from './groups/quarantine.js';
import type { RecordLog } from './groups/record.js';
import type { Retention } from './groups/retention.js';
import type { Search } from './groups/search.js';
import type { Settings } from './groups/settings.js';
import type { Sources } from './groups/sources.js';
import type { Watchlists } from './groups/watchlists.js';

/** Where the data is: a folder for the embedded engine, or the address of a PostgreSQL (15 or newer) database. */
export type StoreLocation = { readonly dataDir: string } | { readonly databaseUrl: string };

/** What a store needs to know about the program that opens it. */
export interface StoreOptions {
  /** version of this program, semver: data written by a newer one is refused */
  readonly version: string;
  /** epoch milliseconds */
  readonly now: () => number;
  /** what a person at the terminal should read: a copy made before migrations, a stale lock taken over */
  readonly log?: (message: string) => void;
  /** changes of tables that run behind those of this version, by name: to rehearse an upgrade */
  readonly laterMigrations?: Readonly<Record<string, Migration>>;
}

/** One check of `vedette doctor`. */
export interface StoreCheck {
  readonly name: 'database' | 'write' | 'disk' | 'migrations';
  readonly ok: boolean;
  readonly detail: string;
  /** what to do; only where not ok */
  readonly fix?: string;
}

/** Everything that is kept, grouped by what it is about. Every group speaks the shapes of `@vedette/contract`. */
export interface Store {
  readonly engine: 'embedded' | 'postgresql';
  readonly ingest: Ingest;
  readonly items: Items;
  readonly search: Search;
  readonly press: Press;
  readonly alerts: Alerts;
  readonly decisions: Decisions;
  readonly watchlists: Watchlists;
  readonly lookBack: LookBack;
  readonly knownGoods: KnownGoods;
  readonly proposals: Proposals;
  readonly sources: Sources;
  readonly quarantine: Quarantine;
  readonly columns: Columns;
  readonly images: Images;
  readonly people: People;
  readonly apiKeys: ApiKeys;
  readonly settings: Settings;
  readonly record: RecordLog;
  readonly retention: Retention;
  readonly demo: Demo;
  /** for better-auth (`database: { db: store.db, type: store.dialect }`) and for tests; others use the groups */
  readonly db: Kysely<Database>;
  readonly dialect: 'postgres';
  /** The four checks of `/readyz` and `vedette doctor`; never throws. */
  check(): Promise<StoreCheck[]>;
  /**
   * Does for the embedded engine what PostgreSQL does by itself: counts anew the tables that changed much, so that queries
   * are planned well, and once a day gives back the room of deleted rows. On PostgreSQL it does nothing. Cheap where
   * nothing is due; call it every hour.
   */
  maintain(): Promise<Upkeep>;
  /** Waits for what is running, then closes; the data folder is free afterwards. */
  close(): Promise<void>;
}
