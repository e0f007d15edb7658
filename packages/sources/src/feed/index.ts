import type { SourceDefinition } from '../definition.js';
import { detectFeed } from './detect.js';
import { watchFeed } from './live.js';
import { readFeedFile } from './read-file.js';
import { feedConfigSchema, feedCursorSchema, type FeedConfig, type FeedCursor } from './schema.js';

/** RSS 0.9–2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed 1.0 and 1.1, from files and live. */
export const feedSource: SourceDefinition<FeedConfig, FeedCursor> = {
  kind: 'feed',
  title: 'News feed (RSS, Atom, JSON Feed)',
  capabilities: { live: true, file: true, backfill: false, edits: true, deletions: false, media: true },
  configSchema: feedConfigSchema,
  cursorSchema: feedCursorSchema,
  hosts: (config) => [new URL(config.url).hostname],
  detect: detectFeed,
  read: readFeedFile,
  open: watchFeed,
};
