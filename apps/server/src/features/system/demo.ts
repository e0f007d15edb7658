import {
  demoColumns,
  demoFiles,
  demoLiveItems,
  demoSources,
  demoWatchlist,
  generateDemo,
  type DemoFile,
  type DemoWorld,
} from '@vedette/demo';
import type { Pipeline } from '@vedette/pipeline';
import { readEntry, type ReadResult } from '@vedette/sources';
import type { Actor, Store } from '@vedette/store';
import { ServiceError } from '../../errors.js';
import type { Log } from '../../log.js';

/** The fictional world: loaded through the ordinary importers, replayed for a while, and removed in one step. */
export interface DemoService {
  /** @throws ServiceError `conflict` where something was read already */
  load(by: Actor): Promise<{ readonly items: number; readonly alerts: number }>;
  /**
   * Somebody looks at the world that was just loaded: gives them its columns, and lets what happens "now" in it happen at
   * its own pace. Does nothing when the world was not just loaded.
   */
  begin(personId: string): Promise<void>;
  remove(by: Actor): Promise<{ readonly items: number }>;
  stop(): void;
}

export interface DemoServiceOptions {
  readonly store: Pick<Store, 'demo' | 'sources' | 'watchlists' | 'columns'>;
  readonly pipeline: Pick<Pipeline, 'importResults' | 'reload' | 'refreshSource'>;
  readonly log: Log;
  readonly now: () => number;
}

const seed = 'vedette';

export function createDemoService({ store, pipeline, log, now }: DemoServiceOptions): DemoService {
  let world: DemoWorld | undefined;
  let sourceOfFile = new Map<string, { readonly sourceId: string; readonly sourceTitle: string }>();
  let timers: NodeJS.Timeout[] = [];

  function stop(): void {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    world = undefined;
  }

  async function importFile(file: DemoFile): Promise<{ readonly stored: number; readonly alerts: number }> {
    const source = sourceOfFile.get(file.name);
    if (source === undefined) throw new Error(`the demo world has no source for ${file.name}`);
    return pipeline.importResults(readFile(file), source);
  }

  return {
    async load(by) {
      if (!(await store.demo.empty())) {
        throw new ServiceError('conflict', 'the demo world loads into an empty instance only; this one has data');
      }
      stop();
      await store.watchlists.add({ ...demoWatchlist, findings: [], demo: true }, by);
      await pipeline.reload();
      sourceOfFile = new Map();
      for (const { file, kind, title, url, basis } of demoSources) {
        const input = { kind, title, url, basis, config: { url }, demo: true, once: true };
        sourceOfFile.set(file, { sourceId: (await store.sources.add(input, by)).id, sourceTitle: title });
      }
      const loaded = generateDemo({ seed, now: now() });
      let items = 0;
      let alerts = 0;
      for (const file of demoFiles(loaded)) {
        const outcome = await importFile(file);
        items += outcome.stored;
        alerts += outcome.alerts;
      }
      world = loaded;
      return { items, alerts };
    },
    async begin(personId) {
      if (world === undefined) return;
      const coming = demoLiveItems(world, now());
      world = undefined;
      timers = coming.map(({ afterMs, file }) =>
        setTimeout(() => {
          importFile(file).catch((error: unknown) => {
            log('warn', 'the demo replay stopped', { reason: error instanceof Error ? error.message : String(error) });
            stop();
          });
        }, afterMs),
      );
      if ((await store.columns.list(personId)).length === 0) {
        for (const column of demoColumns) await store.columns.add(personId, column);
        await pipeline.reload();
      }
    },
    async remove(by) {
      stop();
      const demo = (await store.sources.list()).filter((source) => source.demo);
      const removed = await store.demo.remove(by);
      for (const source of demo) await pipeline.refreshSource(source.id);
      await pipeline.reload();
      return removed;
    },
    stop,
  };
}

function readFile({ name, kind, bytes }: DemoFile): AsyncIterable<ReadResult> {
  const file = { name, head: bytes.subarray(0, 65_536), size: bytes.length, open: () => once(bytes) };
  return readEntry({ file, origin: 'file', sideFile: false }, { as: kind });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
