import type { LookBack, StoredWatchlist } from '@vedette/contract';
import type { LookBackProgress, LookBackRequest } from '@vedette/pipeline';
import { StoreError } from '@vedette/store';
import { describe, expect, it } from 'vitest';
import { createLookBacks } from '../src/features/watchlists/look-backs.js';
import { silentLog } from '../src/log.js';

const ada = { id: 'ada', name: 'Ada' };

function watchlist(id: string): StoredWatchlist {
  return {
    id,
    name: id,
    rules: [],
    findings: [],
    version: 3,
    enabled: true,
    demo: false,
    changedAt: '2026-01-01T00:00:00Z',
    changedBy: 'Ada',
  };
}

/** Searches that end when the test says so, or when they are told to. */
function bench(fails?: Error) {
  const running: { readonly request: LookBackRequest; readonly end: () => void }[] = [];
  const record: string[] = [];
  const lookBacks = createLookBacks({
    store: {
      watchlists: { get: async (id: string) => ({ ...watchlist(id), hits: [], items7d: 0 }) },
      lookBack: {
        count: async () => 10,
        note: async (action: string, id: string) => void record.push(`${action} ${id}`),
      },
    },
    pipeline: {
      lookBack: (request: LookBackRequest) =>
        new Promise<LookBackProgress>((resolve, reject) => {
          const end = () => (fails === undefined ? resolve({ looked: 0, matches: 0, alerts: 0 }) : reject(fails));
          request.signal.addEventListener('abort', end);
          running.push({ request, end });
        }),
    },
    now: () => Date.UTC(2026, 0, 31),
    log: silentLog,
  });
  return { lookBacks, running, record };
}

/** Lets everything that can go on go on. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('searches of what is stored', () => {
  it('run one after another, and tell how far they are', async () => {
    const { lookBacks, running } = bench();
    await lookBacks.start('a', 7, ada);
    await lookBacks.start('b', 7, ada);
    await turn();
    expect(running.map(({ request }) => [request.watchlist, request.version])).toEqual([['a', 3]]);
    expect(running[0]?.request.since).toBe(Date.UTC(2026, 0, 24));
    running[0]?.request.onProgress?.({ looked: 4, matches: 1, alerts: 1 });
    expect(lookBacks.get('a')).toMatchObject({ state: 'running', total: 10, looked: 4, alerts: 1 });
    expect(lookBacks.get('b')).toMatchObject({ state: 'waiting' });
    running[0]?.end();
    await turn();
    expect(lookBacks.get('a')).toMatchObject({ state: 'done', endedAt: '2026-01-31T00:00:00.000Z' });
    expect(lookBacks.get('b')).toMatchObject({ state: 'running' });
    await lookBacks.close();
  });

  it('end when they are told to, also while they wait, and when the server stops', async () => {
    const { lookBacks, running, record } = bench();
    for (const id of ['a', 'b', 'c']) await lookBacks.start(id, 7, ada);
    await turn();
    expect(lookBacks.cancel('b')).toMatchObject({ state: 'cancelled' });
    await lookBacks.close();
    const states = ['a', 'b', 'c'].map((id): LookBack['state'] | undefined => lookBacks.get(id)?.state);
    expect(states).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect([running.length, record]).toEqual([1, ['started a', 'ended a']]);
  });

  it('say why they failed, and the next one runs', async () => {
    const { lookBacks, running } = bench(new StoreError('conflict', 'the watchlist was changed'));
    await lookBacks.start('a', 7, ada);
    await lookBacks.start('b', 7, ada);
    await turn();
    running[0]?.end();
    await turn();
    expect(lookBacks.get('a')).toMatchObject({ state: 'failed', problem: 'watchlist-changed' });
    expect(lookBacks.get('b')).toMatchObject({ state: 'running' });
    await lookBacks.close();
  });
});
