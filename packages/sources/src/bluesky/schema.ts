import { z } from 'zod';
import { optional } from '../permissive.js';

/** The public servers of the network; any other Jetstream may be named. */
export const defaultAddress = 'wss://jetstream2.us-east.bsky.network/xrpc/network.bsky.jetstream.subscribeEvents';

export const blueskyConfigSchema = z.object({
  url: z
    .url({ protocol: /^wss?$/ })
    .default(defaultAddress)
    .describe('address of a Jetstream server: …/subscribe (v1) or …/xrpc/network.bsky.jetstream.subscribeEvents (v2)'),
  dids: z.array(z.string().startsWith('did:')).max(10_000).default([]).describe('accounts (DID); everybody if empty'),
  compress: z.boolean().default(false).describe('ask for Zstandard frames (v2 only): less traffic, more work'),
});
export type BlueskyConfig = z.infer<typeof blueskyConfigSchema>;

/** Below it a cursor is a sequence number, from it on microseconds since 1970 (Jetstream, both versions). */
export const leastTimeCursor = 1e15;

export const blueskyCursorSchema = z.object({
  version: z.literal(1),
  /** the furthest event: its sequence number where the server gives one, else its time in microseconds */
  at: z.number().int().nonnegative(),
  /** how far back of a time is asked again, microseconds */
  overlapUs: z.number().int().nonnegative().optional(),
});
export type BlueskyCursor = z.infer<typeof blueskyCursorSchema>;

const featureSchema = z.object({ uri: optional(z.string()) });
const blobSchema = z.object({ ref: z.object({ $link: z.string() }), mimeType: optional(z.string()) });
const strongRefSchema = z.object({ uri: z.string() });

const mediaShape = {
  images: optional(z.array(z.object({ alt: optional(z.string()), image: optional(blobSchema) }).catch({}))),
  external: optional(z.object({ uri: z.string(), title: optional(z.string()) })),
  video: optional(blobSchema),
  alt: optional(z.string()),
};

/** The fields of `app.bsky.feed.post` that are used. */
export const postSchema = z.object({
  text: z.string().catch(''),
  createdAt: optional(z.string()),
  langs: optional(z.array(z.string())),
  facets: optional(z.array(z.object({ features: z.array(featureSchema.catch({})) }).catch({ features: [] }))),
  reply: optional(z.object({ root: optional(strongRefSchema), parent: optional(strongRefSchema) })),
  embed: optional(
    z.object({
      ...mediaShape,
      record: optional(z.object({ uri: optional(z.string()), record: optional(strongRefSchema) })),
      media: optional(z.object(mediaShape)),
    }),
  ),
});
export type BlueskyPost = z.infer<typeof postSchema>;
