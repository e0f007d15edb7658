import { z } from 'zod';
import { severitySchema } from './match.js';

export const ruleActionSchema = z.enum(['alert', 'digest', 'count']);
export type RuleAction = z.infer<typeof ruleActionSchema>;

export const ruleSchema = z.object({
  id: z.string().min(1),
  query: z.string(),
  lang: z.array(z.string()).optional(),
  severity: severitySchema.optional().describe('medium where none is given'),
  action: ruleActionSchema.optional().describe('alert where none is given'),
  note: z.string().optional(),
  basis: z.string().optional(),
  until: z.iso.date().optional(),
  must: z.array(z.string()).optional(),
  mustNot: z.array(z.string()).optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

export const watchlistSchema = z.object({ name: z.string().min(1), rules: z.array(ruleSchema) });
export type Watchlist = z.infer<typeof watchlistSchema>;

/** A mistake in a query: where (UTF-16 units of the query), what is wrong, and a whole query that loads. */
export const queryProblemSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  message: z.string(),
  repair: z.string().optional().describe('a whole query that loads; missing when nothing is left to look for'),
});
export type QueryProblem = z.infer<typeof queryProblemSchema>;

/** One finding of a watchlist check, with its place in the file (1-based). */
export const watchlistFindingSchema = z.object({
  level: z.enum(['error', 'warning']),
  rule: z.string().optional(),
  line: z.number().int().positive(),
  column: z.number().int().positive(),
  message: z.string().describe('an English sentence'),
  repair: z.string().optional(),
  code: z.string().optional().describe('names the kind of finding, for pages in other languages'),
  params: z.record(z.string(), z.string()).optional().describe('what the sentence names, by name'),
});
export type WatchlistFinding = z.infer<typeof watchlistFindingSchema>;

/** One part of a parsed query as the query bar shows it. */
export interface QueryChip {
  readonly kind: 'term' | 'phrase' | 'near' | 'regex' | 'field' | 'group' | 'any' | 'not';
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly children?: readonly QueryChip[] | undefined;
}
export const queryChipSchema: z.ZodType<QueryChip> = z
  .lazy(() =>
    z.object({
      kind: z.enum(['term', 'phrase', 'near', 'regex', 'field', 'group', 'any', 'not']),
      text: z.string(),
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
      children: z.array(queryChipSchema).optional(),
    }),
  )
  .meta({ id: 'QueryChip' });

export const parsedQuerySchema = z.object({ chips: z.array(queryChipSchema), problems: z.array(queryProblemSchema) });
export type ParsedQuery = z.infer<typeof parsedQuerySchema>;
