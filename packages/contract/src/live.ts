import { z } from 'zod';
import { alertSchema, decisionSchema, itemSummarySchema } from './review.js';
import { watchedSourceSchema } from './source.js';

/**
 * The events of the one live channel, `GET /api/v1/live` (server-sent events). Each has an increasing id; a client that
 * comes back with `Last-Event-ID` gets what it missed, or one `reset` if that is no longer kept: then it loads afresh.
 */
export const liveEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('item'), item: itemSummarySchema, columns: z.array(z.string()) }),
  z.object({ type: z.literal('alert'), alert: alertSchema }),
  z.object({ type: z.literal('decision'), decision: decisionSchema }),
  z.object({ type: z.literal('source'), source: watchedSourceSchema }),
  z.object({ type: z.literal('viewing'), alert: z.string(), viewers: alertSchema.shape.viewers }),
  z.object({ type: z.literal('reset') }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;

/** A column of the Live screen: a saved query. */
export const columnSchema = z.object({
  id: z.string(),
  title: z.string(),
  query: z.string(),
  position: z.number().int(),
  density: z.enum(['compact', 'text', 'card']),
});
export type Column = z.infer<typeof columnSchema>;
