import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { liveEventSchema, scopesOf, type ItemSummary, type LiveEvent } from '@vedette/contract';
import { createHub, type Hub, type Listener } from '../src/features/live/hub.js';

function itemEvent(id: string, columns: string[] = []): LiveEvent {
  const item: ItemSummary = {
    id,
    source: { kind: 'feed', id: 's' },
    kind: 'article',
    receivedAt: '2026-01-01T00:00:00Z',
    text: 'text',
    textLength: 4,
    mediaCount: 0,
    disguised: false,
    demo: false,
  };
  return { type: 'item', item, columns };
}

function viewer(change: Partial<Listener> = {}): Listener {
  return {
    id: 'ann',
    scopes: scopesOf('viewer'),
    columns: () => new Set(['mine']),
    after: undefined,
    stillAllowed: () => Promise.resolve(true),
    ...change,
  };
}

/** Everything that can be read now. */
function readNow(stream: Readable): string {
  let text = '';
  for (;;) {
    const chunk: unknown = stream.read();
    if (!Buffer.isBuffer(chunk)) return text;
    text += chunk.toString('utf8');
  }
}

function eventsOf(text: string): { readonly id: string; readonly event: LiveEvent }[] {
  return [...text.matchAll(/id: (.+)\ndata: (.+)\n\n/g)].map(([, id = '', data = '']) => ({
    id,
    event: liveEventSchema.parse(JSON.parse(data)),
  }));
}

describe('the live channel', () => {
  let hub: Hub;
  beforeEach(() => {
    vi.useFakeTimers();
    hub = createHub({ epoch: 'e1', kept: 10, slowBytes: 2000 });
  });
  afterEach(() => {
    hub.close();
    vi.useRealTimers();
  });

  it('sends events with increasing ids, and with the columns of the listener only', () => {
    const stream = hub.listen(viewer());
    hub.publish(itemEvent('a', ['mine', 'theirs']));
    hub.publish(itemEvent('b', ['theirs']));
    vi.advanceTimersByTime(50);
    const events = eventsOf(readNow(stream));
    expect(events.map(({ id }) => id)).toEqual(['e1-1', 'e1-2']);
    expect(events.map(({ event }) => event.type === 'item' && event.columns)).toEqual([['mine'], []]);
  });

  it('gives a client that comes back exactly what it missed', () => {
    for (const id of ['a', 'b', 'c']) hub.publish(itemEvent(id));
    const stream = hub.listen(viewer({ after: 'e1-1' }));
    vi.advanceTimersByTime(50);
    expect(eventsOf(readNow(stream)).map(({ id }) => id)).toEqual(['e1-2', 'e1-3']);
  });

  it.each([
    ['of an earlier start', 'e0-5'],
    ['that is gone from the ring', 'e1-1'],
    ['from the future', 'e1-99'],
    ['that is no id', 'nonsense'],
  ])('an id %s gets one reset', (_name, after) => {
    for (let count = 0; count < 30; count += 1) hub.publish(itemEvent(String(count)));
    const stream = hub.listen(viewer({ after }));
    vi.advanceTimersByTime(50);
    expect(eventsOf(readNow(stream)).map(({ event }) => event.type)).toEqual(['reset']);
  });

  it('a reader that falls behind is told to load afresh, and then goes on', () => {
    const stream = hub.listen(viewer());
    for (let count = 0; count < 100; count += 1) {
      hub.publish(itemEvent(String(count)));
      vi.advanceTimersByTime(50);
    }
    const before = eventsOf(readNow(stream));
    expect(before.length).toBeLessThan(20);
    vi.advanceTimersByTime(50);
    hub.publish(itemEvent('after'));
    vi.advanceTimersByTime(50);
    const after = eventsOf(readNow(stream));
    expect(after.map(({ event }) => event.type)).toEqual(['reset', 'item']);
  });

  it('tells nobody what their rights do not cover', () => {
    const stream = hub.listen(viewer({ scopes: ['items:read'] }));
    hub.publish({ type: 'viewing', alert: 'x', viewers: [] });
    hub.publish(itemEvent('a'));
    vi.advanceTimersByTime(50);
    expect(eventsOf(readNow(stream)).map(({ event }) => event.type)).toEqual(['item']);
  });

  it('beats, and ends when the session behind it is over', async () => {
    let allowed = true;
    const stream = hub.listen(viewer({ stillAllowed: () => Promise.resolve(allowed) }));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(readNow(stream)).toContain(': beat\n\n');
    allowed = false;
    await vi.advanceTimersByTimeAsync(15_000);
    readNow(stream);
    expect([stream.readableEnded || stream.readableLength === 0, hub.listeners]).toEqual([true, 0]);
  });

  it('ends the streams of one person at once', () => {
    hub.listen(viewer());
    hub.listen(viewer({ id: 'ben' }));
    hub.end('ann');
    expect(hub.listeners).toBe(1);
  });

  it('carries 500 Items a second to several listeners within a blink', () => {
    vi.useRealTimers();
    const busy = createHub({ epoch: 'e2' });
    const streams = Array.from({ length: 10 }, () => busy.listen(viewer()));
    for (let count = 0; count < 500; count += 1) busy.publish(itemEvent(String(count)));
    busy.close();
    for (const stream of streams) expect(eventsOf(readNow(stream)).length).toBe(500);
  });
});
