import { z } from 'zod';
import { defineRoute } from './define-route.js';
import { idParams } from './parts.js';

/** A text that no rule should catch; `watchlist` is missing where it holds for every watchlist. */
export const knownGoodSchema = z.object({
  id: z.string(),
  watchlist: z.string().optional(),
  title: z.string().optional(),
  text: z.string(),
  lang: z.string().optional(),
  note: z.string().optional(),
  item: z.string().optional().describe('the Item that it was taken from'),
  addedAt: z.string(),
  addedBy: z.string(),
  version: z.number().int().describe('the version of its list that it came with'),
});
export type KnownGood = z.infer<typeof knownGoodSchema>;

/** One version of a list of known-good texts: what changed, by whom. */
export const knownGoodVersionSchema = z.object({
  watchlist: z.string().optional(),
  version: z.number().int(),
  at: z.string(),
  by: z.string(),
  change: z.enum(['added', 'removed']),
  text: z.string(),
});
export type KnownGoodVersion = z.infer<typeof knownGoodVersionSchema>;

export const knownGoodRoutes = {
  listKnownGood: defineRoute({
    method: 'GET',
    path: '/known-good',
    scope: 'watchlists:read',
    tag: 'watchlists',
    summary: 'Known-good texts of one watchlist and those for every watchlist, newest first, with the last 50 changes',
    query: z.object({ watchlist: z.string().optional() }),
    response: z.object({ rows: z.array(knownGoodSchema), versions: z.array(knownGoodVersionSchema) }),
  }),
  addKnownGood: defineRoute({
    method: 'POST',
    path: '/known-good',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary: 'Add a known-good text, typed or taken from a stored Item; 409 where the list has it or is full',
    body: z
      .object({
        watchlist: z.string().optional(),
        text: z.string().trim().min(1).max(20_000).optional(),
        item: z.string().optional(),
        note: z.string().max(1000).optional(),
      })
      .refine(({ text, item }) => (text === undefined) !== (item === undefined), 'give either a text or an item'),
    response: knownGoodSchema,
  }),
  removeKnownGood: defineRoute({
    method: 'DELETE',
    path: '/known-good/:id',
    scope: 'watchlists:write',
    tag: 'watchlists',
    summary: 'Take a known-good text out; earlier versions of the list keep it',
    params: idParams,
  }),
};
