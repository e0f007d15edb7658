import { z } from 'zod';
import { apiKeySchema, personSchema, personalSettingsSchema, roleSchema, scopeSchema } from '../people.js';
import { defineRoute } from './define-route.js';
import { idParams } from './parts.js';

const credentials = z.object({ email: z.email().max(254), password: z.string().min(1).max(256) });
const newPassword = z.string().min(12, 'at least 12 characters').max(256);

/** Sign-in and everything about people. Cookies are set by `/setup`, `/enter` and `/sign-in`. */
export const sessionRoutes = {
  getSetup: defineRoute({
    method: 'GET',
    path: '/setup',
    scope: 'public',
    tag: 'session',
    summary: 'Whether an administrator exists yet, and whether this is the demo',
    response: z.object({ needsSetup: z.boolean(), demo: z.boolean(), version: z.string() }),
  }),
  setup: defineRoute({
    method: 'POST',
    path: '/setup',
    scope: 'public',
    tag: 'session',
    summary: 'Make the first administrator with the one-time link, and sign in',
    body: z.object({
      token: z.string().min(1),
      name: z.string().min(1).max(120),
      email: z.email().max(254),
      password: newPassword,
    }),
    response: personSchema,
  }),
  enter: defineRoute({
    method: 'POST',
    path: '/enter',
    scope: 'public',
    tag: 'session',
    summary: 'Sign in with the link that a demo prints at its start; no account needed',
    body: z.object({ token: z.string().min(1) }),
    response: personSchema,
  }),
  signIn: defineRoute({
    method: 'POST',
    path: '/sign-in',
    scope: 'public',
    tag: 'session',
    summary: 'Sign in with e-mail and password; rate limited',
    body: credentials,
    response: personSchema,
  }),
  signOut: defineRoute({
    method: 'POST',
    path: '/sign-out',
    scope: 'signed-in',
    tag: 'session',
    summary: 'End this session',
  }),
  me: defineRoute({
    method: 'GET',
    path: '/me',
    scope: 'signed-in',
    tag: 'session',
    summary: 'Who is signed in, and what they may do',
    response: z.object({
      person: personSchema,
      scopes: z.array(scopeSchema),
      settings: personalSettingsSchema,
      demo: z.boolean(),
    }),
  }),
  saveMySettings: defineRoute({
    method: 'PATCH',
    path: '/me/settings',
    scope: 'signed-in',
    tag: 'session',
    summary: 'Change own settings; fields left out stay',
    body: personalSettingsSchema,
    response: personalSettingsSchema,
  }),
  changeMyPassword: defineRoute({
    method: 'POST',
    path: '/me/password',
    scope: 'signed-in',
    tag: 'session',
    summary: 'Change own password; ends all other sessions',
    body: z.object({ current: z.string().min(1).max(256), next: newPassword }),
  }),
  listPeople: defineRoute({
    method: 'GET',
    path: '/people',
    scope: 'people:admin',
    tag: 'people',
    summary: 'All accounts',
    response: z.object({ rows: z.array(personSchema) }),
  }),
  addPerson: defineRoute({
    method: 'POST',
    path: '/people',
    scope: 'people:admin',
    tag: 'people',
    summary: 'Make an account with a first password',
    body: z.object({
      name: z.string().min(1).max(120),
      email: z.email().max(254),
      password: newPassword,
      role: roleSchema,
    }),
    response: personSchema,
  }),
  changePerson: defineRoute({
    method: 'PATCH',
    path: '/people/:id',
    scope: 'people:admin',
    tag: 'people',
    summary: 'Change a role, disable or enable; the last administrator stays',
    params: idParams,
    body: z.object({ role: roleSchema.optional(), disabled: z.boolean().optional() }),
    response: personSchema,
  }),
  listApiKeys: defineRoute({
    method: 'GET',
    path: '/api-keys',
    scope: 'people:admin',
    tag: 'people',
    summary: 'API keys, without the keys themselves',
    response: z.object({ rows: z.array(apiKeySchema) }),
  }),
  addApiKey: defineRoute({
    method: 'POST',
    path: '/api-keys',
    scope: 'people:admin',
    tag: 'people',
    summary: 'Make an API key; the key is in this answer and never again. Send it as `Authorization: Bearer`',
    body: z.object({
      name: z.string().min(1).max(120),
      scopes: z.array(scopeSchema).min(1),
      expiresAt: z.iso.datetime().optional(),
    }),
    response: z.object({ key: z.string(), apiKey: apiKeySchema }),
  }),
  removeApiKey: defineRoute({
    method: 'DELETE',
    path: '/api-keys/:id',
    scope: 'people:admin',
    tag: 'people',
    summary: 'Revoke an API key',
    params: idParams,
  }),
};
