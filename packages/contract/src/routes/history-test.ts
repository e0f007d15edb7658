import { z } from 'zod';
import { spanSchema } from '../match.js';

/** A stored Item as a test shows it: a stretch of its text around the first place that matched. */
export const testedItemSchema = z.object({
  id: z.string(),
  title: z.string().optional(),
  text: z.string(),
  spans: z.array(spanSchema),
});
export type TestedItem = z.infer<typeof testedItemSchema>;

const sampled = z.object({ count: z.number().int(), sample: z.array(testedItemSchema) });

/**
 * How a rule would have to be loosened for an Item to match:
 * - `required`: without one part that must be there; `excluded`: without one part that must not be there;
 * - `place`: the words of a phrase, or both sides of NEAR, anywhere instead of together;
 * - `disguise`: whatever step of decoding was needed; `language`: in any language.
 */
export const looseningSchema = z.object({
  kind: z.enum(['required', 'excluded', 'place', 'disguise', 'language']),
  part: z.string().describe('the part of the query, as it is written; the languages of the rule'),
});
export type Loosening = z.infer<typeof looseningSchema>;

/**
 * What one rule makes of stored Items. Texts are copies counted once. Samples are drawn at random, each text as likely as any
 * other; a text that several loosenings let in counts for each.
 */
export const historyTestSchema = z.object({
  days: z.array(
    z.object({
      at: z.string(),
      count: z.number().int().describe('Items that match'),
      items: z.number().int().describe('all Items of the day that were looked at'),
      alerts: z.number().int().describe('alerts that all rules together raised on that day'),
    }),
  ),
  total: z.number().int(),
  texts: z.number().int(),
  scanned: z.number().int(),
  complete: z.boolean().describe('false where there are more Items in these days than a test looks at; the newest are'),
  sample: z.array(testedItemSchema),
  nearMisses: z.array(looseningSchema.extend({ count: z.number().int(), sample: z.array(testedItemSchema) })),
  moreLoosenings: z.number().int().describe('ways to loosen it that were not tried, because there are too many'),
  against: z
    .object({ version: z.number().int(), gained: sampled, lost: sampled })
    .optional()
    .describe('missing where the rule is not saved yet'),
  estimate: z.object({
    alerts: z.number().int().describe('texts, where the rule raises alerts; 0 where it does not'),
    days: z.number().describe('the stretch that the Items looked at cover, at least one day'),
    people: z.number().int(),
    peopleAre: z
      .enum(['deciding', 'allowed'])
      .describe('who decided an alert in the last 30 days; where nobody did, accounts that may'),
    perPersonPerDay: z.number(),
  }),
});
export type HistoryTest = z.infer<typeof historyTestSchema>;
