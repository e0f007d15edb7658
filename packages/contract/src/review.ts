import { z } from 'zod';
import { itemKindSchema, itemSchema, itemSourceSchema, mediaSchema } from './item.js';
import { decodedSchema } from './decoded.js';
import { matchSchema, severitySchema, spanSchema } from './match.js';

/** An Item as lists show it. `text` may be cut; `textLength` says how long the whole is, in UTF-16 units. */
export const itemSummarySchema = z.object({
  id: z.string(),
  source: itemSourceSchema,
  kind: itemKindSchema,
  url: z.string().optional(),
  author: itemSchema.shape.author,
  publishedAt: z.string().optional(),
  receivedAt: z.string(),
  title: z.string().optional(),
  text: z.string(),
  textLength: z.number().int(),
  lang: z.string().optional(),
  mediaCount: z.number().int(),
  disguised: z.boolean(),
  demo: z.boolean(),
  spans: z.array(spanSchema).optional().describe('places to mark, where a query or rule made the list'),
});
export type ItemSummary = z.infer<typeof itemSummarySchema>;

export const verdicts = [
  'terrorist-content',
  'other-policy',
  'protected',
  'not-relevant',
  'false-alarm',
  'escalated',
] as const;
/**
 * What a person decided. `protected`: journalism, education, art, research or counter-speech; `not-relevant`: the rule
 * was right but nothing needs doing; `false-alarm`: the rule was wrong; `escalated`: a moderator must look.
 */
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

export const alertStates = ['open', 'decided', 'escalated'] as const;
export const alertStateSchema = z.enum(alertStates);
export type AlertState = z.infer<typeof alertStateSchema>;

export const decisionSchema = z.object({
  id: z.string(),
  alert: z.string(),
  verdict: verdictSchema,
  reason: z.string().optional(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
  undoUntil: z.string(),
  undoneAt: z.string().optional(),
  copies: z.number().int().describe('how many Items this one decision settled when it was taken'),
});
export type Decision = z.infer<typeof decisionSchema>;

/** Priority with its arithmetic: `score` is the sum of the parts. */
export const prioritySchema = z.object({
  score: z.number(),
  parts: z.array(z.object({ name: z.enum(['severity', 'copies', 'sources', 'disguise']), points: z.number() })),
});
export type Priority = z.infer<typeof prioritySchema>;

/** One row of the queue: all copies of one text under the rules that caught it, decided once. */
export const alertSchema = z.object({
  id: z.string(),
  state: alertStateSchema,
  severity: severitySchema,
  priority: prioritySchema,
  rules: z.array(z.object({ watchlist: z.string(), rule: z.string(), note: z.string().optional() })),
  lead: itemSummarySchema.describe('the first Item of the copies'),
  copies: z.number().int(),
  sources: z.number().int().describe('how many different sources carry a copy'),
  firstAt: z.string(),
  lastAt: z.string(),
  viewers: z.array(z.object({ id: z.string(), name: z.string() })).describe('who else has it open now'),
  decision: decisionSchema.optional(),
});
export type Alert = z.infer<typeof alertSchema>;

/** A Match with the watchlist it came from. */
export const storedMatchSchema = matchSchema.extend({
  watchlist: z.string(),
  watchlistName: z.string(),
  note: z.string().optional(),
  query: z.string().optional(),
});
export type StoredMatch = z.infer<typeof storedMatchSchema>;

export const itemImageSchema = z.object({
  index: z.number().int(),
  alt: z.string().optional(),
  flags: z.number().int(),
  flaggedByMe: z.boolean(),
  hidden: z.boolean(),
});
export type ItemImage = z.infer<typeof itemImageSchema>;

export const itemDetailSchema = z.object({
  item: itemSchema,
  receivedAt: z.string(),
  demo: z.boolean(),
  decoded: z.object({ title: decodedSchema.optional(), text: decodedSchema }),
  matches: z.array(storedMatchSchema),
  alert: alertSchema.optional(),
  copies: z.array(itemSummarySchema),
  images: z.array(itemImageSchema),
  otherMedia: z.array(mediaSchema),
});
export type ItemDetail = z.infer<typeof itemDetailSchema>;
