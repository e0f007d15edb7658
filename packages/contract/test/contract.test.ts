import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemSchema, matchSchema, roles, routes, scopes, scopesOf, type Route } from '../src/index.js';

const all: [string, Route][] = Object.entries(routes);

describe('routes', () => {
  it('have one name for each method and path', () => {
    const addresses = all.map(([, route]) => `${route.method} ${route.path.replace(/:\w+/g, ':')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(all)('%s declares the parameters of its path, and no others', (_, route) => {
    const inPath = Array.from(route.path.matchAll(/:(\w+)/g), ([, name]) => name);
    const declared = route.params instanceof z.ZodObject ? Object.keys(route.params.shape) : [];
    expect(declared.toSorted()).toEqual(inPath.toSorted());
  });

  it.each(all)('%s can be written as JSON Schema, for OpenAPI', (_, route) => {
    const written = [route.params, route.query, route.body, route.response].map((schema) =>
      schema === undefined ? {} : z.toJSONSchema(schema, { io: 'input' }),
    );
    expect(written).toHaveLength(4);
  });

  it.each(all.filter(([, { method }]) => method === 'GET'))('%s takes no body, and says what it gives', (_, route) => {
    expect(route.body).toBeUndefined();
    expect(route.response !== undefined || route.stream !== undefined).toBe(true);
  });
});

describe('roles', () => {
  it.each(roles.slice(1).map((role, index) => [role, roles[index] ?? role] as const))(
    '%s may do what %s may',
    (role, before) => {
      expect(scopesOf(role)).toEqual(expect.arrayContaining([...scopesOf(before)]));
    },
  );

  it('let a viewer read and an administrator do everything', () => {
    expect(scopesOf('viewer').filter((scope) => scope.endsWith(':write'))).toEqual([]);
    expect(scopesOf('viewer')).not.toContain('alerts:decide');
    expect([...scopesOf('administrator')].toSorted()).toEqual([...scopes].toSorted());
  });
});

describe('itemSchema', () => {
  const item = {
    id: 'feed:1',
    source: { kind: 'feed', id: 'https://press.example/feed' },
    nativeId: '1',
    kind: 'article',
    text: 'The bridge reopens on Monday.',
  };

  it('takes an Item with the required fields alone', () => {
    expect(itemSchema.parse(item)).toEqual(item);
  });

  it('refuses local time: instants are UTC', () => {
    expect(itemSchema.safeParse({ ...item, publishedAt: '2017-10-04T09:30:00Z' }).success).toBe(true);
    expect(itemSchema.safeParse({ ...item, publishedAt: '2017-10-04T09:30:00+02:00' }).success).toBe(false);
    expect(itemSchema.safeParse({ ...item, publishedAt: '2017-10-04' }).success).toBe(false);
  });

  it('refuses a kind of source that nobody reads', () => {
    expect(itemSchema.safeParse({ ...item, source: { kind: 'private-chat', id: 'x' } }).success).toBe(false);
  });
});

describe('matchSchema', () => {
  it('keeps the disguises that a hit needed', () => {
    const match = {
      item: 'feed:1',
      rule: 'r1',
      severity: 'high',
      spans: [{ start: 0, end: 4, field: 'text', term: 'gate', via: ['leet'] }],
    };
    expect(matchSchema.parse(match)).toEqual(match);
    expect(matchSchema.safeParse({ ...match, severity: 'urgent' }).success).toBe(false);
  });
});
