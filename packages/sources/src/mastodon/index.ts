import type { SourceDefinition } from '../definition.js';
import { recogniseMastodon } from './address.js';
import { watchMastodon } from './live.js';
import { detectMastodon, readMastodonFile } from './read-file.js';
import { mastodonConfigSchema, mastodonCursorSchema, type MastodonConfig, type MastodonCursor } from './schema.js';

/** Public posts of a Mastodon server, or of another that speaks its interface. */
export const mastodonSource: SourceDefinition<MastodonConfig, MastodonCursor> = {
  kind: 'mastodon',
  title: 'Mastodon',
  capabilities: { live: true, file: true, backfill: true, edits: true, deletions: true, media: true },
  configSchema: mastodonConfigSchema,
  cursorSchema: mastodonCursorSchema,
  hosts: (config) => [...new Set([new URL(config.url).hostname, new URL(config.streaming ?? config.url).hostname])],
  recognise: recogniseMastodon,
  detect: detectMastodon,
  read: readMastodonFile,
  open: watchMastodon,
};
