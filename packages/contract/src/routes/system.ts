import { z } from 'zod';
import { defineRoute } from './define-route.js';
import { pageOf, pageQuery } from './parts.js';

export const teamSettingsSchema = z.object({
  imageFlagThreshold: z.number().int().min(1).max(100).describe('how many different people hide an image'),
  retentionDays: z
    .number()
    .int()
    .min(1)
    .max(36_500)
    .describe('how long Items without a decision are kept, unless their source says otherwise'),
  secondPersonForSevere: z
    .boolean()
    .describe('whether rules of severity high or critical wait for a second person before they run'),
});
export type TeamSettings = z.infer<typeof teamSettingsSchema>;

/** One entry of the record. `leafHash` is the RFC 6962 leaf hash in hex. */
export const recordEntrySchema = z.object({
  index: z.number().int(),
  at: z.string(),
  actor: z.string(),
  action: z.string().describe('for example alert.decided, source.added'),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  leafHash: z.string(),
});
export type RecordEntry = z.infer<typeof recordEntrySchema>;

/** What the subject of an entry is, and what it is called; no part of the entry itself, and none of what is hashed. */
export const recordSubjectSchema = z.object({
  kind: z.enum(['watchlist', 'source', 'alert', 'item', 'person', 'api-key']),
  title: z.string().optional(),
});
export type RecordSubject = z.infer<typeof recordSubjectSchema>;

export const systemRoutes = {
  status: defineRoute({
    method: 'GET',
    path: '/status',
    scope: 'signed-in',
    tag: 'system',
    summary: 'Counts and health for the frame of the page',
    response: z.object({
      version: z.string(),
      database: z.enum(['embedded', 'postgresql']),
      demo: z.boolean(),
      empty: z.boolean().describe('nothing was read yet: the first page offers demo, feed or export'),
      items: z.number().int(),
      openAlerts: z.number().int(),
      sources: z.object({ total: z.number().int(), failing: z.number().int(), quiet: z.number().int() }),
      quarantined: z.number().int(),
    }),
  }),
  getSettings: defineRoute({
    method: 'GET',
    path: '/settings',
    scope: 'signed-in',
    tag: 'system',
    summary: 'Settings of the team',
    response: teamSettingsSchema,
  }),
  saveSettings: defineRoute({
    method: 'PATCH',
    path: '/settings',
    scope: 'settings:admin',
    tag: 'system',
    summary: 'Change settings; fields left out stay',
    body: teamSettingsSchema.partial(),
    response: teamSettingsSchema,
  }),
  loadDemo: defineRoute({
    method: 'POST',
    path: '/demo',
    scope: 'settings:admin',
    tag: 'system',
    summary: 'Load the fictional demo world into an empty instance',
    response: z.object({ items: z.number().int(), alerts: z.number().int() }),
  }),
  removeDemo: defineRoute({
    method: 'DELETE',
    path: '/demo',
    scope: 'settings:admin',
    tag: 'system',
    summary: 'Remove all demo data',
    response: z.object({ items: z.number().int() }),
  }),
  listRecord: defineRoute({
    method: 'GET',
    path: '/record',
    scope: 'record:read',
    tag: 'system',
    summary: 'The record of what was done, newest first',
    query: pageQuery,
    response: pageOf(recordEntrySchema.extend({ about: recordSubjectSchema.optional() })),
  }),
};
