import { z } from 'zod';
import { disguiseNameSchema } from './decoded.js';

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

/** One place of one term, in UTF-16 units of the original field: `item[field].slice(start, end)` is what was typed. */
export const spanSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  field: z.enum(['title', 'text']),
  term: z.string(),
  via: z.array(disguiseNameSchema),
});
export type Span = z.infer<typeof spanSchema>;

/** One rule that caught one Item. */
export const matchSchema = z.object({
  item: z.string(),
  rule: z.string(),
  severity: severitySchema,
  spans: z.array(spanSchema),
});
export type Match = z.infer<typeof matchSchema>;
