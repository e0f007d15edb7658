export * from './definition.js';
export * from './errors.js';
export { sources } from './registry.js';
export { recogniseSource, type RecognisedSource } from './recognise.js';
export { blueskySource } from './bluesky/index.js';
export { csvSource } from './csv/index.js';
export { facebookExportSource } from './facebook-export/index.js';
export { feedSource } from './feed/index.js';
export { googleTakeoutSource } from './google-takeout/index.js';
export { instagramExportSource } from './instagram-export/index.js';
export { mastodonSource } from './mastodon/index.js';
export { ndjsonSource } from './ndjson/index.js';
export { telegramExportSource } from './telegram-export/index.js';
export { telegramWebSource } from './telegram-web/index.js';
export { webPageSource } from './web-page/index.js';
export { xArchiveSource } from './x-archive/index.js';
export { xStreamSource } from './x-stream/index.js';
export { youtubeSource } from './youtube/index.js';
export { openInputs, type OpenInputsOptions } from './input/open-inputs.js';
export { readEntry, readInputs, placed, type ReadInputsOptions } from './input/read-inputs.js';
export { chooseSource, type Choice, type ChooseOptions } from './input/choose-source.js';
export { failed as failedInput } from './input/plain-reason.js';
export { detectSource } from './input/detect-source.js';
export { type InputEntry, type InputOrigin } from './input/input-entry.js';
export { defaultInputLimits, InputLimitError, type InputLimits } from './input/limits.js';
export { isTimeZone } from './input/local-time.js';
export { ColumnSpecError, parseColumnSpec } from './csv/columns.js';
export { LineNormalizer, readNdjsonLines, readNdjsonTexts, type NdjsonLine, type NdjsonText } from './ndjson/lines.js';
export type { LineReading } from './ndjson/normalize.js';
export { safeItem } from './ndjson/safe-item.js';
export {
  createHttpClient,
  createPoliteness,
  defaultUserAgent,
  type ClosableHttpClient,
  type HttpClientOptions,
} from './http/index.js';
export { completeAddress, discoverFeeds, type FeedCandidate } from './feed/discover.js';
export { opmlTitle, readOpml, writeOpml, type OpmlFeed } from './feed/opml.js';
export { withoutCredentials } from './html/address.js';
