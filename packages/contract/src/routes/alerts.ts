import { z } from 'zod';
import { severitySchema } from '../match.js';
import { alertSchema, alertStateSchema, decisionSchema, verdictSchema } from '../review.js';
import { defineRoute } from './define-route.js';
import { idParams, pageOf, pageQuery } from './parts.js';

const decisionBody = z.object({ verdict: verdictSchema, reason: z.string().max(4000).optional() });
const alertIds = z.array(z.string()).min(1).max(500);

export const alertRoutes = {
  listAlerts: defineRoute({
    method: 'GET',
    path: '/alerts',
    scope: 'alerts:read',
    tag: 'alerts',
    summary: 'The queue, highest priority first (or newest first); copies of one text are one row',
    query: pageQuery.extend({
      state: alertStateSchema.default('open'),
      severity: severitySchema.optional(),
      watchlist: z.string().optional(),
      rule: z.string().optional(),
      source: z.string().optional(),
      lang: z.string().optional(),
      order: z.enum(['priority', 'newest']).default('priority'),
    }),
    response: pageOf(alertSchema),
  }),
  getAlert: defineRoute({
    method: 'GET',
    path: '/alerts/:id',
    scope: 'alerts:read',
    tag: 'alerts',
    summary: 'One alert',
    params: idParams,
    response: alertSchema,
  }),
  viewAlert: defineRoute({
    method: 'POST',
    path: '/alerts/:id/viewing',
    scope: 'alerts:read',
    tag: 'alerts',
    summary: 'Say that the caller has this alert open, every 20 seconds; others see it',
    params: idParams,
    response: z.object({ viewers: alertSchema.shape.viewers }),
  }),
  decide: defineRoute({
    method: 'POST',
    path: '/alerts/:id/decisions',
    scope: 'alerts:decide',
    tag: 'alerts',
    summary: 'Decide an alert with all its copies; 409 if a colleague was first',
    params: idParams,
    body: decisionBody,
    response: decisionSchema,
  }),
  previewBulk: defineRoute({
    method: 'POST',
    path: '/alerts/bulk/preview',
    scope: 'alerts:decide',
    tag: 'alerts',
    summary: 'What a bulk decision would settle',
    body: z.object({ alerts: alertIds }),
    response: z.object({
      alerts: z.number().int(),
      items: z.number().int(),
      alreadyDecided: z.number().int(),
      severities: z.record(z.string(), z.number().int()),
    }),
  }),
  decideBulk: defineRoute({
    method: 'POST',
    path: '/alerts/bulk',
    scope: 'alerts:decide',
    tag: 'alerts',
    summary: 'Decide several alerts at once',
    body: decisionBody.extend({ alerts: alertIds }),
    response: z.object({ decisions: z.array(decisionSchema), alreadyDecided: z.array(z.string()) }),
  }),
  undoDecision: defineRoute({
    method: 'POST',
    path: '/decisions/:id/undo',
    scope: 'alerts:decide',
    tag: 'alerts',
    summary: 'Take back an own decision within ten seconds; the alert is open again and both stay on record',
    params: idParams,
    response: decisionSchema,
  }),
  listDecisions: defineRoute({
    method: 'GET',
    path: '/decisions',
    scope: 'alerts:read',
    tag: 'alerts',
    summary: 'Decisions, newest first',
    query: pageQuery,
    response: pageOf(decisionSchema),
  }),
};
