import type { SourceDefinition } from '../definition.js';
import { isJetstreamAddress } from './address.js';
import { watchJetstream } from './live.js';
import { detectJetstream, readJetstreamFile } from './read-file.js';
import {
  blueskyConfigSchema,
  defaultAddress,
  blueskyCursorSchema,
  type BlueskyConfig,
  type BlueskyCursor,
} from './schema.js';

/** Posts of Bluesky through a Jetstream, live and from recorded messages. */
export const blueskySource: SourceDefinition<BlueskyConfig, BlueskyCursor> = {
  kind: 'bluesky',
  title: 'Bluesky (Jetstream)',
  capabilities: { live: true, file: true, backfill: true, edits: true, deletions: true, media: true },
  configSchema: blueskyConfigSchema,
  cursorSchema: blueskyCursorSchema,
  hosts: (config) => [new URL(config.url).hostname],
  recognise,
  detect: detectJetstream,
  read: readJetstreamFile,
  open: watchJetstream,
};

function recognise(pasted: string): { readonly title: string; readonly config: BlueskyConfig } | undefined {
  if (!URL.canParse(pasted)) return undefined;
  const url = new URL(pasted);
  if (isJetstreamAddress(url))
    return { title: `Bluesky through ${url.host}`, config: blueskyConfigSchema.parse({ url: pasted }) };
  const did = /^\/profile\/(did:[\w:.%-]+)/u.exec(url.pathname)?.[1];
  if (url.hostname === 'bsky.app' && did !== undefined)
    return {
      title: `Bluesky: ${did}`,
      config: blueskyConfigSchema.parse({ url: `${defaultAddress}?dids=${encodeURIComponent(did)}` }),
    };
  return undefined;
}
