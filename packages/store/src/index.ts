export { type Actor, systemActor } from './actor.js';
export { backup } from './backup/backup.js';
export type { BackupPart } from './backup/backup-format.js';
export { restore, verifyBackup } from './backup/restore.js';
export type { Database } from './database.js';
export { StoreError, type StoreErrorCode } from './errors.js';
export type { AlertRequest, Alerts } from './groups/alerts.js';
export type { ApiKeyInput, ApiKeys } from './groups/api-keys.js';
export type { ColumnInput, ColumnWithVolume, Columns } from './groups/columns.js';
export type { BulkPreview, BulkResult, DecisionInput, Decisions } from './groups/decisions.js';
export type { Demo } from './groups/demo.js';
export type { ImageRef, Images } from './groups/images.js';
export type {
  Ingest,
  IngestBatch,
  IngestEntry,
  IngestMatch,
  IngestRejected,
  IngestResult,
  StoredItem,
} from './groups/ingest.js';
export type { ItemWithDecoded, Items, ScanRequest } from './groups/items.js';
export type { KnownGoodInput, KnownGoods } from './groups/known-good.js';
export type { LookBack, LookBackBatch, LookBackResult } from './groups/look-back.js';
export type { People } from './groups/people.js';
export type { FrontPage, Press, PressRequest, Story } from './groups/press.js';
export type { Proposals } from './groups/proposals.js';
export type { Quarantine } from './groups/quarantine.js';
export type { Erasure, RecordInput, RecordLog, SealedRecord } from './groups/record.js';
export type { Retention, RetentionResult } from './groups/retention.js';
export type { Facet, ItemFilters, Search, SearchExport, SearchRequest, SearchResult } from './groups/search.js';
export type { Settings } from './groups/settings.js';
export type { AttemptReport, RunnableSource, SourceChange, SourceInput, Sources } from './groups/sources.js';
export type { TeamLoad } from './groups/team-load.js';
export type {
  WatchlistChange,
  WatchlistInput,
  WatchlistRow,
  WatchlistWithHits,
  Watchlists,
} from './groups/watchlists.js';
export type { Page, PageRequest } from './page.js';
export type { Store, StoreCheck, StoreLocation, StoreOptions } from './store.js';
export type { Upkeep } from './engine/upkeep.js';
export { makeFolders } from './engine/make-folders.js';
export { openStore } from './open-store.js';
export { searchVector } from './search/search-vector.js';
