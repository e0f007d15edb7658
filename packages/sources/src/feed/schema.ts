import { z } from 'zod';

/** What a person sets: the address of the feed; the rest has good defaults. */
export const feedConfigSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).describe('address of the feed'),
  minMinutes: z.number().min(1).max(1440).default(5).describe('ask at most this often'),
  maxMinutes: z.number().min(5).max(10_080).default(360).describe('ask at least this often'),
});
export type FeedConfig = z.infer<typeof feedConfigSchema>;

/** What a live feed remembers between two runs. */
export const feedCursorSchema = z.object({
  version: z.literal(1),
  /** where a permanent redirect led */
  movedTo: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** hash of the last body, so that a server without conditional answers costs no work */
  bodyHash: z.string().optional(),
  /** minutes between two questions, as computed from the last whole answer */
  intervalMinutes: z.number(),
  /** native id → hash of what was last seen of the entry, oldest first, bounded */
  seen: z.array(z.tuple([z.string(), z.string()])),
  /** when entries newly appeared, epoch milliseconds, newest last, bounded: the observed rhythm */
  arrivals: z.array(z.number()),
});
export type FeedCursor = z.infer<typeof feedCursorSchema>;
