import { z } from 'zod';
import { defineRoute } from './define-route.js';

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
};
