import { z } from 'zod';
import { ruleSchema, watchlistFindingSchema } from '../watchlist.js';
import { defineRoute } from './define-route.js';
import { idParams } from './parts.js';

/** A watchlist as the server keeps it. `version` grows with each save; saving against an old one is a conflict. */
export const storedWatchlistSchema = z.object({
  id: z.string(),
  name: z.string(),
  rules: z.array(ruleSchema),
  version: z.number().int(),
  enabled: z.boolean(),
  demo: z.boolean(),
  changedAt: z.string(),
  changedBy: z.string(),
  findings: z.array(watchlistFindingSchema),
});
export type StoredWatchlist = z.infer<typeof storedWatchlistSchema>;

const watchlistText = z.object({
  text: z.string().max(20_000_000),
  format: z.enum(['yaml', 'json', 'csv']).default('yaml'),
});

export const watchlistRoutes = {
  listWatchlists: defineRoute({
    method: 'GET',
    path: '/watchlists',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'All watchlists with how often each caught something',
    response: z.object({
      rows: z.array(
        storedWatchlistSchema
          .omit({ rules: true, findings: true })
          .extend({ rules: z.number().int(), errors: z.number().int(), matches7d: z.number().int() }),
      ),
    }),
  }),
  getWatchlist: defineRoute({
    method: 'GET',
    path: '/watchlists/:id',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'One watchlist with its rules and findings',
    params: idParams,
    response: storedWatchlistSchema.extend({
      hits: z.array(z.object({ rule: z.string(), items7d: z.number().int(), falseAlarms: z.number().int() })),
    }),
  }),
  addWatchlist: defineRoute({
    method: 'POST',
    path: '/watchlists',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary: 'Make a watchlist',
    body: z.object({ name: z.string().min(1).max(200), rules: z.array(ruleSchema).max(100_000).default([]) }),
    response: storedWatchlistSchema,
  }),
  saveWatchlist: defineRoute({
    method: 'PUT',
    path: '/watchlists/:id',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary: 'Save rules; rules with mistakes are kept, reported and not run. 409 if somebody saved in between',
    params: idParams,
    body: z.object({
      name: z.string().min(1).max(200),
      rules: z.array(ruleSchema).max(100_000),
      enabled: z.boolean(),
      version: z.number().int(),
    }),
    response: storedWatchlistSchema,
  }),
  removeWatchlist: defineRoute({
    method: 'DELETE',
    path: '/watchlists/:id',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary: 'Remove a watchlist; its decisions stay',
    params: idParams,
  }),
  listWatchlistVersions: defineRoute({
    method: 'GET',
    path: '/watchlists/:id/versions',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'Earlier versions, newest first',
    params: idParams,
    response: z.object({ rows: z.array(storedWatchlistSchema.omit({ findings: true })) }),
  }),
  checkRules: defineRoute({
    method: 'POST',
    path: '/watchlists/check',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'Check rules and run their must and mustNot examples, without saving',
    body: z.object({ rules: z.array(ruleSchema).max(100_000) }),
    response: z.object({ findings: z.array(watchlistFindingSchema) }),
  }),
  readWatchlist: defineRoute({
    method: 'POST',
    path: '/watchlists/read',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'Read a watchlist file; every bad row is named, the others are given',
    body: watchlistText,
    response: z.object({ name: z.string(), rules: z.array(ruleSchema), findings: z.array(watchlistFindingSchema) }),
  }),
  testRule: defineRoute({
    method: 'POST',
    path: '/watchlists/test',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'Run one rule over stored Items: hits a day and a sample',
    body: z.object({ rule: ruleSchema, days: z.number().int().min(1).max(90).default(14) }),
    response: z.object({
      days: z.array(z.object({ at: z.string(), count: z.number().int() })),
      total: z.number().int(),
      scanned: z.number().int(),
      sample: z.array(z.object({ id: z.string(), title: z.string().optional(), text: z.string() })),
    }),
  }),
};
