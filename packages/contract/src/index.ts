export * from './decoded.js';
export * from './errors.js';
export * from './item.js';
export * from './live.js';
export * from './match.js';
export * from './people.js';
export * from './review.js';
export * from './source.js';
export * from './watchlist.js';
export * from './routes/define-route.js';
export * from './routes/index.js';
export type { Total } from './routes/parts.js';
export {
  historyTestSchema,
  looseningSchema,
  testedItemSchema,
  type HistoryTest,
  type Loosening,
  type TestedItem,
} from './routes/history-test.js';
export { knownGoodSchema, knownGoodVersionSchema, type KnownGood, type KnownGoodVersion } from './routes/known-good.js';
export {
  importFormats,
  lookBackSchema,
  ruleHitsSchema,
  storedWatchlistSchema,
  type ImportFormat,
  type LookBack,
  type RuleHits,
  type StoredWatchlist,
  watchlistFormats,
  watchlistProposalSchema,
  type WatchlistProposal,
} from './routes/watchlists.js';
export {
  recordEntrySchema,
  recordProofSchema,
  recordSubjectSchema,
  type RecordEntry,
  type RecordProof,
  type RecordSubject,
} from './routes/record.js';
export { teamSettingsSchema, type TeamSettings } from './routes/system.js';
