import { type Migration, sql } from 'kysely';
import { createContext } from './context.js';
import { type Engine, openEngine } from './engine/open-engine.js';
import { maintain } from './engine/upkeep.js';
import { createAlerts } from './groups/alerts.js';
import { createApiKeys } from './groups/api-keys.js';
import { createColumns } from './groups/columns.js';
import { createDecisions } from './groups/decisions.js';
import { createDemo } from './groups/demo.js';
import { createImages } from './groups/images.js';
import { createIngest } from './groups/ingest.js';
import { createItems } from './groups/items.js';
import { createKnownGoods } from './groups/known-good.js';
import { createLookBack } from './groups/look-back.js';
import { createPeople } from './groups/people.js';
import { createPress } from './groups/press.js';
import { createProposals } from './groups/proposals.js';
import { createQuarantine } from './groups/quarantine.js';
import { createRecord } from './groups/record.js';
import { createRetention } from './groups/retention.js';
import { createSearch } from './groups/search.js';
import { createSettings } from './groups/settings.js';
import { createSources } from './groups/sources.js';
import { createWatchlists } from './groups/watchlists.js';
import { migrations } from './migrations/index.js';
import type { Store, StoreLocation, StoreOptions } from './store.js';
import { checkStore } from './store-check.js';

/**
 * Opens the store, brings its tables up to date and gives its groups.
 * @throws StoreError `locked`, `newer-version`, `disk-full`, `unavailable`, `damaged`
 * @example const store = await openStore({ dataDir: './data' }, { version: '0.1.0', now: Date.now })
 */
export async function openStore(location: StoreLocation, options: StoreOptions): Promise<Store> {
  const { version, now, log = () => undefined, laterMigrations = {} } = options;
  const all = { ...migrations, ...laterMigrations };
  return storeOn(await openEngine(location, { version, now, log, migrations: all }), all, now);
}

function storeOn(engine: Engine, all: Readonly<Record<string, Migration>>, now: () => number): Store {
  const { db, kind } = engine;
  const context = createContext(db, now, kind === 'postgresql');
  let closing: Promise<void> | undefined;
  async function finish(): Promise<void> {
    // A transaction that waits for its turn is finished first.
    await context.write((tx) => sql`select 1`.execute(tx));
    await engine.close();
  }
  return {
    engine: kind,
    db,
    dialect: 'postgres',
    ingest: createIngest(context),
    items: createItems(context),
    search: createSearch(context),
    press: createPress(context),
    alerts: createAlerts(context),
    decisions: createDecisions(context),
    watchlists: createWatchlists(context),
    lookBack: createLookBack(context),
    knownGoods: createKnownGoods(context),
    proposals: createProposals(context),
    sources: createSources(context),
    quarantine: createQuarantine(context),
    columns: createColumns(context),
    images: createImages(context),
    people: createPeople(context),
    apiKeys: createApiKeys(context),
    settings: createSettings(context),
    record: createRecord(context),
    retention: createRetention(context),
    demo: createDemo(context),
    check: () => checkStore(engine, all),
    maintain: () => maintain(engine, now()),
    close() {
      closing ??= finish();
      return closing;
    },
  };
}
