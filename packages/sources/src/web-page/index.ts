import type { SourceDefinition } from '../definition.js';
import { watchPage } from './live.js';
import { detectPage, readPageFile } from './read-file.js';
import { webPageConfigSchema, webPageCursorSchema, type WebPageConfig, type WebPageCursor } from './schema.js';

/** The article of one web page, saved or watched. */
export const webPageSource: SourceDefinition<WebPageConfig, WebPageCursor> = {
  kind: 'web-page',
  title: 'Web page (one article)',
  capabilities: { live: true, file: true, backfill: false, edits: true, deletions: false, media: true },
  configSchema: webPageConfigSchema,
  cursorSchema: webPageCursorSchema,
  hosts: (config) => [new URL(config.url).hostname],
  detect: detectPage,
  read: readPageFile,
  open: watchPage,
};
