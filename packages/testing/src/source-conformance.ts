import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict';
import { itemSchema, type Item } from '@vedette/contract';
import {
  SourceError,
  type Batch,
  type FileInput,
  type HttpRequest,
  type HttpResponse,
  type ReadResult,
  type SourceContext,
  type SourceDefinition,
} from '@vedette/sources';
import * as fc from 'fast-check';

/** A file as somebody has it, and how many Items it gives at least. */
export interface ConformanceFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly items: number;
}

/** A source that is asked over HTTP: its settings, and what the server answers from one poll to the next. */
export interface ConformanceLive<Config> {
  readonly config: Config;
  /** the states of the server in time; a poll sees the next one, the last stays */
  readonly states: readonly ((request: HttpRequest) => HttpResponse)[];
}

export interface SourceConformance<Config, Cursor> {
  readonly definition: SourceDefinition<Config, Cursor>;
  readonly files?: readonly ConformanceFile[];
  readonly live?: ConformanceLive<Config>;
  /** kinds that Items may have besides that of the definition: what passes Items through */
  readonly passesItemsThrough?: boolean;
}

/** One check of the suite; `run` throws an `AssertionError` where the source does not conform. */
export interface ConformanceCheck {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/**
 * What every source must do, whoever wrote it: the same Items however the bytes arrive and wherever the file lies, no
 * absolute paths, nothing thrown but {@link SourceError} on any input, resuming from every cursor without loss, stopping
 * at once, and asking only the hosts that it declares. Independent of the test runner.
 *
 * @example
 * it.each(sourceConformance({ definition: csvSource, files }))('$name', ({ run }) => expect(run()).resolves.toBeUndefined());
 */
export function sourceConformance<Config, Cursor>(
  setup: SourceConformance<Config, Cursor>,
): readonly ConformanceCheck[] {
  const { definition, files = [], live } = setup;
  return [
    { name: 'declares itself completely', run: () => declares(setup) },
    ...files.flatMap((file) => fileChecks(setup, file)),
    ...(files.length > 0 ? [{ name: 'throws nothing but SourceError on damaged input', run: () => fuzz(setup) }] : []),
    ...(live === undefined ? [] : liveChecks(definition, live)),
  ];
}

async function declares<Config, Cursor>({ definition, files, live }: SourceConformance<Config, Cursor>): Promise<void> {
  ok(definition.title.length > 0, 'a title for people');
  strictEqual(
    definition.capabilities.file,
    definition.read !== undefined,
    'capabilities.file says whether it reads files',
  );
  strictEqual(definition.capabilities.live, definition.open !== undefined, 'capabilities.live says whether it opens');
  strictEqual(definition.read === undefined, definition.detect === undefined, 'what reads files also detects them');
  if (definition.read !== undefined) ok((files ?? []).length > 0, 'an example file to check');
  if (definition.open !== undefined) ok(live !== undefined, 'an example of what the server answers');
  await Promise.resolve();
}

function fileChecks<Config, Cursor>(
  setup: SourceConformance<Config, Cursor>,
  file: ConformanceFile,
): readonly ConformanceCheck[] {
  const { definition } = setup;
  const named = (what: string) => `${file.name}: ${what}`;
  return [
    {
      name: named('is recognised by its content'),
      run: async () => {
        const score = definition.detect?.(inputOf(file.name, file.content)) ?? 0;
        ok(score > 0 && score <= 1, `detect gives ${String(score)}`);
        const nothing = definition.detect?.(inputOf('unnamed', Buffer.from('just some words')));
        strictEqual(nothing, 0, 'prose is nobody’s');
        await Promise.resolve();
      },
    },
    {
      name: named('gives valid Items, enough of them, in one place'),
      run: async () => {
        const { items } = await readAll(definition, inputOf(file.name, file.content));
        ok(items.length >= file.items, `${String(items.length)} Items where ${String(file.items)} are expected`);
        for (const item of items) checkItem(item, setup);
      },
    },
    {
      name: named('gives the same Items however the bytes arrive, and closes what it opened'),
      run: async () => {
        const whole = await readAll(definition, inputOf(file.name, file.content));
        const opened = { closed: false };
        const pieces = await readAll(definition, inputOf(file.name, file.content, 7, opened));
        deepStrictEqual(pieces, whole);
        ok(opened.closed, 'the content was read to its end or closed');
      },
    },
    {
      name: named('gives the same ids wherever the file lies'),
      run: async () => {
        const here = await readAll(definition, inputOf(file.name, file.content));
        const there = await readAll(definition, inputOf(`other/place/${file.name}`, file.content));
        deepStrictEqual(there.items.map(identity), here.items.map(identity));
      },
    },
    {
      name: named('keeps the foreign record only when asked'),
      run: async () => {
        const { items } = await readAll(definition, inputOf(file.name, file.content));
        ok(
          setup.passesItemsThrough === true || items.every((item) => item.raw === undefined),
          'raw is there without being asked for',
        );
      },
    },
  ];
}

function checkItem<Config, Cursor>(item: Item, setup: SourceConformance<Config, Cursor>): void {
  const parsed = itemSchema.safeParse(item);
  ok(parsed.success, `not a valid Item: ${parsed.error?.message ?? ''}`);
  if (setup.passesItemsThrough !== true) strictEqual(item.source.kind, setup.definition.kind);
  for (const path of [item.source.file, ...(item.media ?? []).map((media) => media.file)]) {
    ok(path === undefined || !isAbsolutePath(path), `an absolute path: ${path ?? ''}`);
  }
  for (const address of [item.url, ...(item.links ?? [])]) {
    ok(address === undefined || URL.canParse(address), `not an absolute address: ${address ?? ''}`);
  }
}

function isAbsolutePath(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:[\\/]/iu.test(path);
}

async function fuzz<Config, Cursor>(setup: SourceConformance<Config, Cursor>): Promise<void> {
  const { definition, files = [] } = setup;
  const damaged = fc
    .record({
      file: fc.constantFrom(...files),
      at: fc.nat(),
      cut: fc.nat(40),
      insert: fc.uint8Array({ maxLength: 20 }),
    })
    .map(({ file, at, cut, insert }) => {
      const place = at % (file.content.length + 1);
      const { content } = file;
      return Buffer.concat([
        content.subarray(0, place),
        insert,
        content.subarray(Math.min(place + cut, content.length)),
      ]);
    });
  const anything = fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(anything, async (content) => {
      const score = definition.detect?.(inputOf('fuzzed', content)) ?? 0;
      ok(score >= 0 && score <= 1);
      try {
        const { items, rejected } = await readAll(definition, inputOf('fuzzed', content, 13));
        for (const item of items) checkItem(item, setup);
        for (const { where, reason, sample } of rejected) {
          ok(where.startsWith('fuzzed'), `a rejection names its file: ${where}`);
          ok(reason !== '' && sample.length <= 500);
        }
      } catch (error) {
        ok(error instanceof SourceError, `threw ${String(error)}`);
      }
    }),
    { numRuns: 150 },
  );
}

async function readAll<Config, Cursor>(
  definition: SourceDefinition<Config, Cursor>,
  file: FileInput,
): Promise<{
  readonly items: readonly Item[];
  readonly rejected: readonly Extract<ReadResult, { rejected: unknown }>['rejected'][];
}> {
  const items: Item[] = [];
  const rejected: Extract<ReadResult, { rejected: unknown }>['rejected'][] = [];
  for await (const result of definition.read?.(file, {}) ?? []) {
    if ('item' in result) items.push(result.item);
    else rejected.push(result.rejected);
  }
  return { items, rejected };
}

/** A file in memory that arrives in pieces of `step` bytes. */
export function inputOf(
  name: string,
  content: Uint8Array,
  step = Math.max(1, content.length),
  opened?: { closed: boolean },
): FileInput {
  async function* open(): AsyncGenerator<Uint8Array> {
    try {
      for (let from = 0; from < content.length; from += step) yield content.subarray(from, from + step);
    } finally {
      if (opened !== undefined) opened.closed = true;
    }
  }
  return { name, head: content.subarray(0, 64 * 1024), size: content.length, open };
}

function liveChecks<Config, Cursor>(
  definition: SourceDefinition<Config, Cursor>,
  live: ConformanceLive<Config>,
): readonly ConformanceCheck[] {
  return [
    {
      name: 'goes on from every cursor without losing an Item',
      run: async () => {
        const straight = await poll(definition, live, 0, undefined, live.states.length);
        ok(straight.ids.size > 0, 'the example gives Items');
        for (let stop = 1; stop < live.states.length; stop += 1) {
          const before = await poll(definition, live, 0, undefined, stop);
          const cursor = definition.cursorSchema.parse(JSON.parse(JSON.stringify(before.cursor)));
          const after = await poll(definition, live, stop, cursor, live.states.length - stop);
          deepStrictEqual(new Set([...before.ids, ...after.ids]), straight.ids, `after ${String(stop)} polls`);
        }
      },
    },
    {
      name: 'repeats ids, not Items, when the same answer comes again',
      run: async () => {
        const once = await poll(definition, live, 0, undefined, 1);
        const again = await poll(definition, live, 0, undefined, 1);
        deepStrictEqual(again.ids, once.ids);
      },
    },
    {
      name: 'asks only the hosts that it declares',
      run: async () => {
        const { asked } = await poll(definition, live, 0, undefined, live.states.length);
        const declared = new Set(definition.hosts(live.config));
        for (const url of asked) ok(declared.has(new URL(url).hostname), `${url} is not declared`);
      },
    },
    { name: 'stops at once', run: () => stopsAtOnce(definition, live) },
    { name: 'fails only in the closed set of ways', run: () => failsInSet(definition, live) },
  ];
}

interface Polled<Cursor> {
  readonly ids: ReadonlySet<string>;
  readonly asked: readonly string[];
  readonly cursor: Cursor | undefined;
}

async function poll<Config, Cursor>(
  definition: SourceDefinition<Config, Cursor>,
  live: ConformanceLive<Config>,
  from: number,
  cursor: Cursor | undefined,
  polls: number,
): Promise<Polled<Cursor>> {
  const asked: string[] = [];
  const ids = new Set<string>();
  let state = from;
  let latest = cursor;
  let done = 0;
  const context = contextOf((request) => {
    asked.push(request.url);
    return Promise.resolve(answerOf(live, state)(request));
  });
  for await (const batch of opened(definition, live.config, cursor, context)) {
    for (const item of batch.items) {
      ok(itemSchema.safeParse(item).success, 'a valid Item');
      ids.add(identity(item));
    }
    latest = batch.cursor;
    state += 1;
    done += 1;
    if (done === polls) break;
  }
  return { ids, asked, cursor: latest };
}

const askedTooLate = 'asked after the stop';

async function stopsAtOnce<Config, Cursor>(
  definition: SourceDefinition<Config, Cursor>,
  live: ConformanceLive<Config>,
): Promise<void> {
  const abort = new AbortController();
  const context = contextOf(
    (_request, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new SourceError('temporary', 'aborted')), { once: true });
        abort.abort();
      }),
    abort.signal,
  );
  // whether it ends or throws, it must not go on asking
  await firstBatch(definition, live.config, context).catch(() => undefined);
  const already = contextOf(() => {
    throw new Error(askedTooLate);
  }, AbortSignal.abort());
  const batch = await firstBatch(definition, live.config, already).catch((error: unknown) => {
    ok(!(error instanceof Error && error.message === askedTooLate), askedTooLate);
    return undefined;
  });
  strictEqual(batch, undefined, 'nothing is given after the stop');
}

async function failsInSet<Config, Cursor>(
  definition: SourceDefinition<Config, Cursor>,
  live: ConformanceLive<Config>,
): Promise<void> {
  const codes = ['temporary', 'rate-limited', 'unauthorised', 'gone', 'incompatible'] as const;
  for (const code of codes) {
    const context = contextOf(() => Promise.reject(new SourceError(code, 'made to fail')));
    await rejects(firstBatch(definition, live.config, context), SourceError);
  }
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (body) => {
      const context = contextOf((request) => Promise.resolve({ status: 200, url: request.url, headers: {}, body }));
      try {
        await firstBatch(definition, live.config, context);
      } catch (error) {
        ok(error instanceof SourceError, `threw ${String(error)}`);
      }
    }),
    { numRuns: 50 },
  );
}

async function firstBatch<Config, Cursor>(
  definition: SourceDefinition<Config, Cursor>,
  config: Config,
  context: SourceContext,
): Promise<Batch<Cursor> | undefined> {
  for await (const batch of opened(definition, config, undefined, context)) return batch;
  return undefined;
}

function opened<Config, Cursor>(
  definition: SourceDefinition<Config, Cursor>,
  config: Config,
  cursor: Cursor | undefined,
  context: SourceContext,
): AsyncIterable<Batch<Cursor>> {
  if (definition.open === undefined) throw new Error(`${definition.kind} does not open`);
  return definition.open(config, cursor, context);
}

function answerOf<Config>(live: ConformanceLive<Config>, state: number): (request: HttpRequest) => HttpResponse {
  const answer = live.states[Math.min(state, live.states.length - 1)];
  if (answer === undefined) throw new Error('the example has no answers');
  return answer;
}

/** A context with a clock that stands still and nothing but the given HTTP. */
function contextOf(
  get: (request: HttpRequest, signal: AbortSignal) => Promise<HttpResponse>,
  signal: AbortSignal = new AbortController().signal,
): SourceContext {
  return {
    http: { get },
    now: () => Date.UTC(2026, 0, 15, 12),
    signal,
    log: () => undefined,
    secret: () => undefined,
  };
}

/** What makes an Item the same one: its id and which state of it. */
function identity(item: Item): string {
  return [item.id, item.text, item.title ?? ''].join('\u0000');
}
