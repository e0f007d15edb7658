import { z } from 'zod';
import { ruleSchema, watchlistFindingSchema } from '../watchlist.js';
import { defineRoute } from './define-route.js';
import { historyTestSchema } from './history-test.js';
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

/**
 * A change of a watchlist that waits for a second person; until then the saved one runs. `version` is the one it was made
 * against.
 */
export const watchlistProposalSchema = z.object({
  id: z.string(),
  watchlist: z.string(),
  version: z.number().int(),
  name: z.string(),
  enabled: z.boolean(),
  rules: z.array(ruleSchema),
  findings: z.array(watchlistFindingSchema),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
});
export type WatchlistProposal = z.infer<typeof watchlistProposalSchema>;

/** The watchlist as it runs, and a change of it that waits. */
const withProposal = storedWatchlistSchema.extend({ proposal: watchlistProposalSchema.optional() });

/**
 * A search of what was stored before a watchlist was saved. `looked` of `total` Items were looked at; `matches` and `alerts` are
 * new ones. The server knows the last one of each watchlist, until it restarts.
 */
export const lookBackSchema = z.object({
  watchlist: z.string(),
  version: z.number().int(),
  days: z.number().int(),
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  total: z.number().int(),
  looked: z.number().int(),
  matches: z.number().int(),
  alerts: z.number().int(),
  startedBy: z.string(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  problem: z
    .enum(['watchlist-changed', 'server'])
    .optional()
    .describe('why it failed: the watchlist was changed meanwhile, or something that the log of the server names'),
});
export type LookBack = z.infer<typeof lookBackSchema>;

/** What a rule caught lately, and what became of its alerts: `falseAlarms` and `notRelevant` of `decided`. */
export const ruleHitsSchema = z.object({
  rule: z.string(),
  items7d: z.number().int(),
  decided: z.number().int().describe('alerts of this rule that are decided, of all time'),
  falseAlarms: z.number().int(),
  notRelevant: z.number().int(),
});
export type RuleHits = z.infer<typeof ruleHitsSchema>;

export const watchlistFormats = ['yaml', 'json', 'csv'] as const;
/** What a watchlist can be made of: its own formats, sheets, terms, MISP events and warning lists, the list of the UN. */
export const importFormats = [...watchlistFormats, 'xlsx', 'txt', 'misp', 'un'] as const;
export type ImportFormat = (typeof importFormats)[number];

const watchlistFile = z
  .object({
    text: z.string().max(20_000_000).optional(),
    base64: z.base64().max(28_000_000).optional().describe('the bytes of a file, for sheets and other encodings'),
    format: z.enum(importFormats).default('yaml'),
    file: z.string().max(300).optional().describe('names the list where the file itself does not'),
  })
  .refine(({ text, base64 }) => (text === undefined) !== (base64 === undefined), 'give either text or base64');

export const watchlistRoutes = {
  listWatchlists: defineRoute({
    method: 'GET',
    path: '/watchlists',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'All watchlists with how often each caught something',
    response: z.object({
      rows: z.array(
        storedWatchlistSchema.omit({ rules: true, findings: true }).extend({
          rules: z.number().int(),
          errors: z.number().int(),
          matches7d: z.number().int(),
          waiting: z.boolean().describe('whether a change waits for a second person'),
        }),
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
    response: withProposal.extend({
      hits: z.array(ruleHitsSchema),
      items7d: z.number().int().describe('Items that arrived in the last seven days, whatever they were'),
    }),
  }),
  addWatchlist: defineRoute({
    method: 'POST',
    path: '/watchlists',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary: 'Make a watchlist; severe rules wait for a second person where the team wants one',
    body: z.object({ name: z.string().min(1).max(200), rules: z.array(ruleSchema).max(100_000).default([]) }),
    response: withProposal,
  }),
  saveWatchlist: defineRoute({
    method: 'PUT',
    path: '/watchlists/:id',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary:
      'Save rules; rules with mistakes are kept, reported and not run. 409 if somebody saved in between. Severe rules wait for a second person where the team wants one: the answer is then the watchlist as it was, with the proposal',
    params: idParams,
    body: z.object({
      name: z.string().min(1).max(200),
      rules: z.array(ruleSchema).max(100_000),
      enabled: z.boolean(),
      version: z.number().int(),
    }),
    response: withProposal,
  }),
  confirmProposal: defineRoute({
    method: 'POST',
    path: '/watchlists/:id/proposal/confirm',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary: 'Save a change that waits, as its second person; 403 for who proposed it and for API keys',
    params: idParams,
    body: z.object({ proposal: z.string() }),
    response: storedWatchlistSchema,
  }),
  refuseProposal: defineRoute({
    method: 'POST',
    path: '/watchlists/:id/proposal/refuse',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary: 'Drop a change that waits',
    params: idParams,
    body: z.object({ proposal: z.string(), reason: z.string().max(1000).optional() }),
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
  getLookBack: defineRoute({
    method: 'GET',
    path: '/watchlists/:id/look-back',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'The last search of stored Items by this watchlist, and how far it is',
    params: idParams,
    response: z.object({ lookBack: lookBackSchema.optional() }),
  }),
  startLookBack: defineRoute({
    method: 'POST',
    path: '/watchlists/:id/look-back',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary:
      'Run the saved rules over the stored Items of the last days. Repeating it adds nothing; decided texts stay decided',
    params: idParams,
    body: z.object({ days: z.number().int().min(1).max(3650) }),
    response: lookBackSchema,
  }),
  cancelLookBack: defineRoute({
    method: 'DELETE',
    path: '/watchlists/:id/look-back',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary: 'End the search; what it found until then stays',
    params: idParams,
    response: lookBackSchema,
  }),
  checkRules: defineRoute({
    method: 'POST',
    path: '/watchlists/check',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'Check rules and run their must and mustNot examples and known-good texts, without saving',
    body: z.object({
      rules: z.array(ruleSchema).max(100_000),
      watchlist: z.string().optional().describe('run them on the known-good texts of this watchlist as well'),
    }),
    response: z.object({ findings: z.array(watchlistFindingSchema) }),
  }),
  exportWatchlist: defineRoute({
    method: 'GET',
    path: '/watchlists/:id/export',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'The saved watchlist as a file in YAML, JSON or CSV',
    params: idParams,
    query: z.object({ format: z.enum(watchlistFormats).default('yaml') }),
    stream: 'application/yaml',
  }),
  readWatchlist: defineRoute({
    method: 'POST',
    path: '/watchlists/read',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'Read a watchlist, or make one of another list; every bad row is named, the others are given',
    body: watchlistFile,
    response: z.object({ name: z.string(), rules: z.array(ruleSchema), findings: z.array(watchlistFindingSchema) }),
  }),
  testRule: defineRoute({
    method: 'POST',
    path: '/watchlists/test',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'Run one rule over stored Items: what it would have caught, missed narrowly, and cost in alerts',
    body: z.object({
      rule: ruleSchema.describe('run whatever its `until` says'),
      days: z.number().int().min(1).max(90).default(14),
      watchlist: z.string().optional().describe('compare with the rule as it is saved in this watchlist'),
      savedAs: z.string().optional().describe('the id of the saved rule, where the draft has another'),
    }),
    response: historyTestSchema,
  }),
};
