import { z } from 'zod';
import { sourceKindSchema } from './item.js';

/** Whether a source does its work. `quiet` is healthy but silent for longer than its rhythm; `failing` is broken. */
export const sourceHealthSchema = z.enum(['new', 'ok', 'quiet', 'failing', 'paused', 'gone']);
export type SourceHealth = z.infer<typeof sourceHealthSchema>;

/** One source that the server watches. */
export const watchedSourceSchema = z.object({
  id: z.string(),
  kind: sourceKindSchema,
  title: z.string(),
  url: z.string().optional(),
  config: z.record(z.string(), z.unknown()),
  basis: z.string().describe('why this may be collected'),
  retentionDays: z.number().int().positive().optional().describe('missing: the default of the settings'),
  paused: z.boolean(),
  demo: z.boolean(),
  health: sourceHealthSchema,
  items: z.number().int(),
  quarantined: z.number().int(),
  lastAttemptAt: z.string().optional(),
  lastSuccessAt: z.string().optional(),
  lastItemAt: z.string().optional(),
  nextAttemptAt: z.string().optional(),
  expectedEverySeconds: z.number().optional().describe('learned rhythm: usual time between new Items'),
  error: z.object({ code: z.string(), message: z.string(), at: z.string() }).optional(),
});
export type WatchedSource = z.infer<typeof watchedSourceSchema>;

/** What a pasted address turned out to be. */
export const sourceCandidateSchema = z.object({
  kind: sourceKindSchema,
  title: z.string(),
  url: z.string(),
  config: z.record(z.string(), z.unknown()),
  sample: z.array(z.object({ title: z.string().optional(), text: z.string(), publishedAt: z.string().optional() })),
});
export type SourceCandidate = z.infer<typeof sourceCandidateSchema>;

/** A pasted address that turned out to be a list of feeds. */
export const opmlCandidateSchema = z.object({
  url: z.string(),
  title: z.string().optional(),
  feeds: z.number().int().describe('how many subscriptions it holds'),
});
export type OpmlCandidate = z.infer<typeof opmlCandidateSchema>;

/** One input that could not be read, kept with its reason. */
export const quarantinedSchema = z.object({
  id: z.string(),
  source: z.string(),
  sourceTitle: z.string(),
  at: z.string(),
  where: z.string().describe('entry, line or file'),
  reason: z.string(),
  sample: z.string().describe('the beginning of what was received'),
});
export type Quarantined = z.infer<typeof quarantinedSchema>;
