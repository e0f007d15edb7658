import { onlyGet } from '@vedette/testing';
import type { Item, WatchedSource } from '@vedette/contract';
import type { Batch, SourceContext, SourceDefinition } from '@vedette/sources';
import { z } from 'zod';

export function watched(id: string, change: Partial<WatchedSource> = {}): WatchedSource {
  return {
    id,
    kind: 'feed',
    title: `Source ${id}`,
    config: {},
    basis: 'public press',
    paused: false,
    demo: false,
    health: 'new',
    items: 0,
    quarantined: 0,
    ...change,
  };
}

export function item(id: string, text = `text of ${id}`): Item {
  return { id, nativeId: id, kind: 'post', text, source: { kind: 'feed', id: 'https://example.org/feed.xml' } };
}

export function batch(change: Partial<Batch<number>> = {}): Batch<number> {
  return { items: [], rejected: [], cursor: 0, ...change };
}

/** A source whose cursor is a number; `open` is the test's own. */
export function definition(
  open: (cursor: number | undefined, context: SourceContext) => AsyncIterable<Batch<number>>,
): SourceDefinition {
  return {
    kind: 'feed',
    title: 'Test source',
    capabilities: { live: true, file: false, backfill: false, edits: false, deletions: false, media: false },
    configSchema: z.object({}),
    cursorSchema: z.number(),
    hosts: () => [],
    open: (_config, cursor, context) => open(typeof cursor === 'number' ? cursor : undefined, context),
  };
}

export const noContext: Pick<SourceContext, 'http' | 'secret'> = {
  http: onlyGet(() => Promise.reject(new Error('this test opens no connection'))),
  secret: () => undefined,
};
