import type { Readable } from 'node:stream';
import type { SourceKind, WatchedSource } from '@vedette/contract';
import type { Pipeline } from '@vedette/pipeline';
import {
  readInputs,
  readOpml,
  SourceError,
  writeOpml,
  type ReadResult,
  type Rejected,
  type SourceDefinition,
  withoutCredentials,
} from '@vedette/sources';
import type { Actor, SourceChange, SourceInput, Store } from '@vedette/store';
import { ServiceError } from '../../errors.js';
import type { Discovered, Discovery } from './discovery.js';
import type { Uploads } from './upload.js';

interface ImportOutcome {
  readonly source: WatchedSource;
  readonly stored: number;
  readonly known: number;
  readonly rejected: number;
  readonly alerts: number;
}

interface OpmlOutcome {
  readonly added: number;
  readonly known: number;
  readonly rejected: readonly { readonly where: string; readonly reason: string }[];
}

interface UploadRequest {
  readonly name: string;
  readonly basis: string;
  readonly kind?: SourceKind | undefined;
}

export interface SourcesService {
  discover(address: string, signal: AbortSignal): Promise<Discovered>;
  /** @throws ServiceError `invalid-request` (configuration), `conflict` (watched already) */
  add(input: SourceInput, by: Actor): Promise<WatchedSource>;
  change(id: string, change: SourceChange, by: Actor): Promise<WatchedSource>;
  poll(id: string): Promise<WatchedSource>;
  remove(id: string, options: { readonly items: boolean }, by: Actor): Promise<void>;
  upload(request: UploadRequest, body: Readable, by: Actor): Promise<ImportOutcome>;
  exportOpml(): Promise<string>;
  importOpml(bytes: Uint8Array, basis: string, by: Actor): Promise<OpmlOutcome>;
  /** The same with a list that lies at an address. */
  importOpmlAddress(address: string, basis: string, by: Actor, signal: AbortSignal): Promise<OpmlOutcome>;
}

export interface SourcesServiceOptions {
  readonly store: Pick<Store, 'sources'>;
  readonly pipeline: Pick<Pipeline, 'refreshSource' | 'pollNow' | 'importResults'>;
  readonly definitions: readonly SourceDefinition[];
  readonly discovery: Discovery;
  readonly uploads: Uploads;
}

/** What is watched, and what was handed over. */
export function createSourcesService(options: SourcesServiceOptions): SourcesService {
  const { store, pipeline, definitions, discovery, uploads } = options;

  /** The configuration as the source understands it, with its address. */
  function configured(input: SourceInput): SourceInput {
    const definition = definitions.find((each) => each.kind === input.kind);
    if (definition === undefined) throw new ServiceError('unsupported', `this build does not read ${input.kind}`);
    if (definition.open === undefined) {
      throw new ServiceError('unsupported', `${definition.title} cannot be watched; upload the file instead`);
    }
    const config = definition.configSchema.safeParse(input.config);
    if (!config.success) {
      const problems = config.error.issues.map((issue) => ({
        path: ['body', 'config', ...issue.path].map(String).join('.'),
        message: issue.message,
      }));
      throw new ServiceError('invalid-request', `the configuration is not what ${definition.title} takes`, {
        problems,
      });
    }
    return { ...input, url: addressOf(input.config) };
  }

  async function add(input: SourceInput, by: Actor): Promise<WatchedSource> {
    const ready = configured(input);
    const known = ready.url === undefined ? undefined : await store.sources.findByUrl(ready.kind, ready.url);
    if (known !== undefined) {
      throw new ServiceError('conflict', `this address is watched already, as "${known.title}"`);
    }
    const source = await store.sources.add(ready, by);
    await pipeline.refreshSource(source.id);
    return source;
  }

  async function importOpml(bytes: Uint8Array, basis: string, by: Actor): Promise<OpmlOutcome> {
    const { feeds, rejected } = readSubscriptions(bytes);
    let added = 0;
    let known = 0;
    const refused = rejected.map(({ where, reason }) => ({ where, reason }));
    for (const feed of feeds) {
      try {
        await add({ kind: 'feed', title: feed.title.slice(0, 200), config: { url: feed.url }, basis }, by);
        added += 1;
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        if (error.code === 'conflict') known += 1;
        else refused.push({ where: feed.url, reason: error.message });
      }
    }
    return { added, known, rejected: refused };
  }

  return {
    discover: (address, signal) => discovery.discover(address, signal),
    add,
    async change(id, change, by) {
      const source = await store.sources.change(id, change, by);
      await pipeline.refreshSource(id);
      return source;
    },
    async poll(id) {
      const source = await store.sources.get(id);
      if (source === undefined)
        throw new ServiceError('not-found', 'there is no such source; it may have been removed');
      if (source.paused) throw new ServiceError('conflict', 'this source is paused; resume it first');
      return pipeline.pollNow(id);
    },
    async remove(id, what, by) {
      await store.sources.remove(id, what, by);
      await pipeline.refreshSource(id);
    },
    upload: (request, body, by) =>
      uploads.withFile(request.name, body, async (path) => {
        const options = request.kind === undefined ? {} : { as: request.kind };
        const { kind, results } = await recognised(readInputs([path], options));
        const title = request.name.slice(0, 200);
        const input = { kind, title, config: { file: request.name }, basis: request.basis, once: true };
        const source = await store.sources.add(input, by);
        const outcome = await pipeline.importResults(results, { sourceId: source.id, sourceTitle: title });
        return { source: (await store.sources.get(source.id)) ?? source, ...outcome };
      }),
    async exportOpml() {
      const sources = await store.sources.list();
      return writeOpml(
        sources.flatMap(({ kind, title, url }) => (kind === 'feed' && url !== undefined ? [{ title, url }] : [])),
      );
    },
    importOpml,
    importOpmlAddress: async (address, basis, by, signal) =>
      importOpml(await discovery.fetchOpml(address, signal), basis, by),
  };
}

function readSubscriptions(bytes: Uint8Array): ReturnType<typeof readOpml> {
  try {
    return readOpml(bytes);
  } catch (error) {
    if (error instanceof SourceError) throw new ServiceError('invalid-request', error.message, { cause: error });
    throw error;
  }
}

function addressOf(config: Readonly<Record<string, unknown>>): string | undefined {
  const url = config['url'];
  return typeof url === 'string' ? withoutCredentials(url) : undefined;
}

/** Rejections before the first Item beyond which a file is not what it was taken for. */
const mostBefore = 1_000;

/**
 * Reads on to the first Item, which says what the file is.
 * @throws ServiceError `unsupported` with what was wrong where nothing can be read
 */
async function recognised(
  results: AsyncGenerator<ReadResult>,
): Promise<{ readonly kind: SourceKind; readonly results: AsyncIterable<ReadResult> }> {
  const before: Rejected[] = [];
  for (let next = await results.next(); next.done !== true; next = await results.next()) {
    const { value } = next;
    if ('item' in value) {
      return {
        kind: value.item.source.kind,
        results: chained([...before.map((rejected) => ({ rejected })), value], results),
      };
    }
    before.push(value.rejected);
    if (before.length >= mostBefore) break;
  }
  await results.return(undefined);
  const [first] = before;
  throw new ServiceError(
    'unsupported',
    first === undefined
      ? 'there is nothing to read in this file'
      : `nothing in this file could be read: ${first.reason}`,
    { problems: before.slice(0, 20).map(({ where, reason }) => ({ path: where, message: reason })) },
  );
}

async function* chained<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}
