import type { Recognised, SourceDefinition } from '../definition.js';
import { watchXStream } from './live.js';
import { detectXStream, readXStreamFile } from './read-file.js';
import { xStreamConfigSchema, xStreamCursorSchema, type XStreamConfig, type XStreamCursor } from './schema.js';

/** Posts of X through its API v2: the filtered stream, and saved answers. */
export const xStreamSource: SourceDefinition<XStreamConfig, XStreamCursor> = {
  kind: 'x-stream',
  title: 'X (filtered stream)',
  capabilities: { live: true, file: true, backfill: true, edits: true, deletions: true, media: true },
  configSchema: xStreamConfigSchema,
  cursorSchema: xStreamCursorSchema,
  hosts: (config) => [new URL(config.url).hostname],
  recognise,
  detect: detectXStream,
  read: readXStreamFile,
  open: watchXStream,
};

function recognise(pasted: string): Recognised<XStreamConfig> | undefined {
  if (!URL.canParse(pasted)) return undefined;
  const url = new URL(pasted);
  if (!/^https?:$/u.test(url.protocol) || url.pathname !== '/2/tweets/search/stream') return undefined;
  const minutes = Number(url.searchParams.get('backfill_minutes') ?? 0);
  const backfillMinutes = Number.isInteger(minutes) && minutes >= 0 && minutes <= 5 ? minutes : 0;
  return { title: 'X: filtered stream', config: xStreamConfigSchema.parse({ url: url.origin, backfillMinutes }) };
}
