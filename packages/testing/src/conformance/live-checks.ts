import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert/strict';
import { itemSchema } from '@vedette/contract';
import {
  SourceError,
  type Batch,
  type HttpRequest,
  type HttpResponse,
  type SourceContext,
  type SourceDefinition,
} from '@vedette/sources';
import * as fc from 'fast-check';
import { onlyGet } from '../only-get.js';
import { identity, type ConformanceCheck, type ConformanceLive } from './setup.js';

/** Checks of what a source does over time. */
export function liveChecks<Config, Cursor>(
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
    http: onlyGet(get),
    now: () => Date.UTC(2026, 0, 15, 12),
    signal,
    log: () => undefined,
    secret: () => undefined,
  };
}
