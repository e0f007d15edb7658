import { z } from 'zod';
import { decodedSchema } from '../decoded.js';
import { itemKindSchema, itemSchema } from '../item.js';
import { columnSchema } from '../live.js';
import { itemDetailSchema, itemImageSchema, itemSummarySchema } from '../review.js';
import { parsedQuerySchema, queryProblemSchema } from '../watchlist.js';
import { defineRoute } from './define-route.js';
import { idParams, pageOf, pageQuery } from './parts.js';

const facet = z.array(z.object({ value: z.string(), label: z.string().optional(), count: z.number().int() }));

/** Filters that every list of Items takes beside the query. */
const itemFilters = z.object({
  q: z.string().max(4000).default('').describe('query language; empty for everything'),
  source: z.string().optional(),
  lang: z.string().optional(),
  kind: itemKindSchema.optional(),
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
});

const imageParams = z.object({ id: z.string().min(1), index: z.coerce.number().int().min(0) });

/** A column with its volume line. */
const columnWithVolume = columnSchema.extend({
  volume: z
    .array(z.object({ at: z.string(), count: z.number().int() }))
    .describe('Items per quarter of an hour, last 24 hours'),
  problems: z.array(queryProblemSchema),
});

export const itemRoutes = {
  search: defineRoute({
    method: 'GET',
    path: '/search',
    scope: 'items:read',
    tag: 'items',
    summary: 'Items that a query finds, newest first, with facets and a timeline',
    query: itemFilters.extend(pageQuery.shape).extend({ facets: z.stringbool().default(false) }),
    response: pageOf(itemSummarySchema).extend({
      problems: z.array(queryProblemSchema).describe('mistakes in the query; what could be read of it was used'),
      scanned: z
        .number()
        .int()
        .optional()
        .describe('how many of the newest Items were looked at, where a part of the query cannot use the index'),
      facets: z.object({ source: facet, lang: facet, kind: facet }).optional(),
      timeline: z
        .object({
          bucket: z.enum(['hour', 'day']),
          points: z.array(z.object({ at: z.string(), count: z.number().int() })),
        })
        .optional(),
    }),
  }),
  exportSearch: defineRoute({
    method: 'GET',
    path: '/search/export',
    scope: 'items:read',
    tag: 'items',
    summary: 'Every Item that a query finds, streamed; the first line holds the query, the time and the true total',
    query: itemFilters.extend({ format: z.enum(['ndjson', 'csv']).default('ndjson') }),
    stream: 'application/x-ndjson',
  }),
  parseQuery: defineRoute({
    method: 'POST',
    path: '/query/parse',
    scope: 'items:read',
    tag: 'items',
    summary: 'The parts of a query and its mistakes with repairs',
    body: z.object({ query: z.string().max(4000) }),
    response: parsedQuerySchema,
  }),
  getItem: defineRoute({
    method: 'GET',
    path: '/items/:id',
    scope: 'items:read',
    tag: 'items',
    summary: 'One Item with what it says, which rules caught it, and its copies',
    params: idParams,
    response: itemDetailSchema,
  }),
  addItems: defineRoute({
    method: 'POST',
    path: '/items',
    scope: 'items:write',
    tag: 'items',
    summary: 'Hand in Items; answered when they are stored. Idempotent by id',
    body: z.object({ items: z.array(itemSchema).min(1).max(1000) }),
    response: z.object({ stored: z.number().int(), known: z.number().int(), alerts: z.number().int() }),
  }),
  decodeText: defineRoute({
    method: 'POST',
    path: '/decode',
    scope: 'items:read',
    tag: 'items',
    summary: 'What a text says once disguise is removed; nothing is stored',
    body: z.object({ text: z.string().max(100_000) }),
    response: decodedSchema,
  }),
  getImage: defineRoute({
    method: 'GET',
    path: '/items/:id/images/:index',
    scope: 'items:read',
    tag: 'images',
    summary: 'An image of an Item, fetched by the server with limits; 410 while it is hidden',
    params: imageParams,
    stream: 'image/*',
  }),
  flagImage: defineRoute({
    method: 'POST',
    path: '/items/:id/images/:index/flag',
    scope: 'images:flag',
    tag: 'images',
    summary: 'Flag an image; hidden for all once enough different people did',
    params: imageParams,
    response: itemImageSchema,
  }),
  unflagImage: defineRoute({
    method: 'DELETE',
    path: '/items/:id/images/:index/flag',
    scope: 'images:flag',
    tag: 'images',
    summary: 'Take back the own flag',
    params: imageParams,
    response: itemImageSchema,
  }),
  restoreImage: defineRoute({
    method: 'POST',
    path: '/items/:id/images/:index/restore',
    scope: 'images:restore',
    tag: 'images',
    summary: 'Show a hidden image again and clear its flags',
    params: imageParams,
    response: itemImageSchema,
  }),
  press: defineRoute({
    method: 'GET',
    path: '/press',
    scope: 'items:read',
    tag: 'press',
    summary: 'The front page: ticker, lead stories, then the stream of articles',
    query: pageQuery.extend({ lang: z.string().optional(), source: z.string().optional() }),
    response: z.object({
      ticker: z.array(itemSummarySchema),
      stories: z.array(
        z.object({
          id: z.string(),
          lead: itemSummarySchema,
          others: z.array(itemSummarySchema),
          articles: z.number().int(),
          outlets: z.number().int(),
          firstAt: z.string(),
          firstOutlet: z.string(),
        }),
      ),
      stream: pageOf(itemSummarySchema),
      languages: facet,
      outlets: facet,
    }),
  }),
  listColumns: defineRoute({
    method: 'GET',
    path: '/columns',
    scope: 'items:read',
    tag: 'live',
    summary: 'Own columns of the Live screen, in order',
    response: z.object({ rows: z.array(columnWithVolume) }),
  }),
  addColumn: defineRoute({
    method: 'POST',
    path: '/columns',
    scope: 'items:read',
    tag: 'live',
    summary: 'Add a column',
    body: z.object({
      title: z.string().min(1).max(120),
      query: z.string().max(4000),
      density: z.enum(['compact', 'text', 'card']).default('text'),
    }),
    response: columnWithVolume,
  }),
  changeColumn: defineRoute({
    method: 'PATCH',
    path: '/columns/:id',
    scope: 'items:read',
    tag: 'live',
    summary: 'Change or move a column',
    params: idParams,
    body: z.object({
      title: z.string().min(1).max(120).optional(),
      query: z.string().max(4000).optional(),
      position: z.number().int().min(0).optional(),
      density: z.enum(['compact', 'text', 'card']).optional(),
    }),
    response: columnWithVolume,
  }),
  removeColumn: defineRoute({
    method: 'DELETE',
    path: '/columns/:id',
    scope: 'items:read',
    tag: 'live',
    summary: 'Remove a column',
    params: idParams,
  }),
  live: defineRoute({
    method: 'GET',
    path: '/live',
    scope: 'items:read',
    tag: 'live',
    summary: 'The live channel: server-sent events of LiveEvent, resumed by Last-Event-ID',
    stream: 'text/event-stream',
  }),
};
