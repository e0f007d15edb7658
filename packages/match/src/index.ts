export type {
  AnyPlaceNode,
  Comparison,
  FieldNode,
  HashtagNode,
  MetadataField,
  NearNode,
  PlaceNode,
  QueryNode,
  RegexNode,
  TermNode,
  ViaNode,
  WordPattern,
} from './query.js';
export { metadataFields } from './query.js';
export type * from './shapes.js';
export { words } from './words.js';
export { capitalCuts, findHashtags, type Hashtag } from './hashtags.js';
export { addressesOf, hostOf } from './addresses.js';
export { parseQuery } from './parse-query.js';
export { printQuery } from './print-query.js';
export { attachRules, compileRules } from './compile-rules.js';
export type { SharedRules } from './rule-matcher.js';
export { LineScanner } from './lines/line-scanner.js';
export { UnitString } from './lines/json-string.js';
export { checkRules, type CheckOptions } from './check-rules.js';
export { formatFinding } from './findings.js';
export { importFormatOf, importFormats, importWatchlist, type ImportFormat } from './import-watchlist.js';
export { decodeFile } from './file-text.js';
export { readWatchlist, type ReadWatchlistOptions } from './read-watchlist.js';
export { writeWatchlist } from './write-watchlist.js';
