import { z } from 'zod';

/** Roles from least to most. What each may do is `scopesOf`. */
export const roles = ['viewer', 'reviewer', 'moderator', 'administrator'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** What a session or an API key may do. Every route names the one scope that it needs. */
export const scopes = [
  'items:read',
  'items:write',
  'alerts:read',
  'alerts:decide',
  'images:flag',
  'images:restore',
  'watchlists:read',
  'watchlists:write',
  'sources:read',
  'sources:write',
  'record:read',
  'people:admin',
  'settings:admin',
] as const;
export const scopeSchema = z.enum(scopes);
export type Scope = z.infer<typeof scopeSchema>;

const viewerScopes: readonly Scope[] = ['items:read', 'alerts:read', 'watchlists:read', 'sources:read', 'images:flag'];
const reviewerScopes: readonly Scope[] = [...viewerScopes, 'alerts:decide'];
const moderatorScopes: readonly Scope[] = [
  ...reviewerScopes,
  'images:restore',
  'watchlists:write',
  'sources:write',
  'items:write',
  'record:read',
];

/**
 * The scopes of a role; each role has all of the ones before it.
 * @example scopesOf('reviewer').includes('alerts:decide') // true
 */
export function scopesOf(role: Role): readonly Scope[] {
  switch (role) {
    case 'viewer':
      return viewerScopes;
    case 'reviewer':
      return reviewerScopes;
    case 'moderator':
      return moderatorScopes;
    case 'administrator':
      return scopes;
  }
}

export const interfaceLanguages = ['en', 'fr', 'ar', 'es', 'nl'] as const;

/** Settings that belong to a person and follow the account. */
export const personalSettingsSchema = z.object({
  language: z.enum(interfaceLanguages).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  ticker: z.boolean().optional(),
  singleKeyShortcuts: z.boolean().optional(),
  shortcuts: z.record(z.string(), z.string()).optional().describe('action name to KeyboardEvent.code, where remapped'),
});
export type PersonalSettings = z.infer<typeof personalSettingsSchema>;

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  disabled: z.boolean(),
  createdAt: z.string(),
});
export type Person = z.infer<typeof personSchema>;

export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string().describe('the first characters of the key, to tell keys apart; the key itself is shown once'),
  scopes: z.array(scopeSchema),
  createdAt: z.string(),
  expiresAt: z.string().optional(),
  lastUsedAt: z.string().optional(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;
