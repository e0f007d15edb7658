import type { Quarantined, WatchedSource } from '@vedette/contract';
import { given, missing, pageOf, Refusal, takeOut, type Handlers } from './answers.js';
import { worldNow, type World } from './world.js';

/** Sources and what could not be read. */
export function sourceHandlers(world: World, quarantine: Quarantined[]): Handlers {
  const findSource = (id: string): WatchedSource => {
    const source = world.sources.find((each) => each.id === id);
    if (source === undefined) throw missing(`source ${id}`);
    return source;
  };
  return {
    listSources: () => ({ rows: world.sources }),
    listKinds: () => ({
      rows: [
        { kind: 'feed', title: 'Feed', live: true, file: true, configSchema: {} },
        { kind: 'telegram-export', title: 'Telegram export', live: false, file: true, configSchema: {} },
      ],
    }),
    discover: ({ body }) => {
      const { url } = body;
      if (url.includes('nothing')) throw new Refusal(502, 'upstream-failed', 'nothing.example does not answer.');
      if (url.includes('opml')) return { candidates: [], opml: { url, title: 'Press of the Marrow coast', feeds: 12 } };
      return {
        candidates: [
          {
            kind: 'feed',
            title: 'The Marrow Courier',
            url: 'https://courier.example/feed',
            config: { url: 'https://courier.example/feed' },
            sample: world.items
              .slice(0, 3)
              .map((item) => ({ title: item.title, text: item.text, publishedAt: item.publishedAt })),
          },
        ],
      };
    },
    addSource: ({ body }) => {
      const added = body;
      const source = {
        ...added,
        id: `source-${world.sources.length}`,
        paused: false,
        demo: false,
        health: 'new' as const,
        items: 0,
        quarantined: 0,
      };
      world.sources.push(source);
      return source;
    },
    changeSource: ({ params, body }) => {
      const { retentionDays, ...change } = body;
      const old = findSource(params.id);
      const paused = change.paused ?? old.paused;
      const source: WatchedSource = {
        ...old,
        ...given(change),
        ...(typeof retentionDays === 'number' ? { retentionDays } : {}),
        paused,
        health: paused ? 'paused' : 'ok',
      };
      world.sources[world.sources.indexOf(old)] = source;
      return source;
    },
    pollSource: ({ params }) => findSource(params.id),
    removeSource: ({ params }) => takeOut(world.sources, params.id),
    exportOpml: () => ['text/x-opml', '<opml version="2.0"><body/></opml>'],
    importOpml: () => ({ added: 2, known: 1, rejected: [{ where: 'outline 4', reason: 'It has no address.' }] }),
    importOpmlAddress: () => ({ added: 11, known: 1, rejected: [] }),
    listQuarantine: ({ query }) => pageOf(quarantine, query),
    dismissQuarantined: ({ params }) => takeOut(quarantine, params.id),
    uploadExport: () => {
      const source = world.sources[0];
      if (source === undefined) throw new Refusal(409, 'conflict', 'The invented world holds no source.');
      return { source, stored: 412, known: 3, rejected: 1, alerts: 2 };
    },
  };
}

/** What could not be read of the sources that say so. */
export function quarantineOf(world: World): Quarantined[] {
  return world.sources
    .filter((source) => source.quarantined > 0)
    .flatMap((source) =>
      Array.from({ length: source.quarantined }, (_, index) => ({
        id: `quarantined-${index}`,
        source: source.id,
        sourceTitle: source.title,
        at: new Date(worldNow - index * 3_600_000).toISOString(),
        where: `entry ${index + 4}`,
        reason: 'The entry has neither a title nor a text.',
        sample: '<entry><id>tag:faro-tamar.example,2026:41</id>\u202E</entry>',
      })),
    );
}
