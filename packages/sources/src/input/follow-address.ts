import { createHash } from 'node:crypto';
import type { Item, SourceKind } from '@vedette/contract';
import type { Batch, ReadResult, SourceContext, SourceDefinition } from '../definition.js';
import { SourceError } from '../errors.js';
import { createHttpClient } from '../http/index.js';
import { systemTime } from '../http/system-time.js';
import { sources as registered } from '../registry.js';
import type { LiveInput } from './input-entry.js';

/** What following an address needs. */
export interface FollowOptions {
  readonly signal?: AbortSignal;
  readonly sources?: readonly SourceDefinition[];
  readonly as?: SourceKind;
  readonly secret?: (name: string) => string | undefined;
  readonly log?: (message: string) => void;
}

/** Pauses before a stream that broke is opened again, milliseconds; about two minutes in all without any progress. */
const pauses = [0, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000, 30_000, 30_000];
/** Between two questions to one host, milliseconds. */
const politeGapMs = 1_000;
/** States of Items that are remembered, so that what a resumed stream repeats is not given twice. */
const mostRemembered = 100_000;

/**
 * Follows an address that a person typed, by the protocol of the source that recognises it. A stream runs until the
 * signal aborts and is resumed where it broke, nothing lost and nothing twice; what is only asked ends when everything
 * was asked. The address may be loopback or private. Undefined where no live source recognises it.
 */
export function followAddress(address: string, options: FollowOptions): LiveInput | undefined {
  for (const source of options.sources ?? registered) {
    if (options.as !== undefined && options.as !== source.kind) continue;
    const recognised = source.open === undefined ? undefined : source.recognise?.(address);
    if (recognised !== undefined)
      return { source, results: follow(source, recognised.config, tokenIn(address), options) };
  }
  return undefined;
}

async function* follow(
  source: SourceDefinition,
  config: unknown,
  typed: string | undefined,
  options: FollowOptions,
): AsyncGenerator<ReadResult> {
  const hosts = source.hosts(config);
  const client = createHttpClient({ allowPrivate: true, hosts, gapMs: hosts.every(isOwn) ? 0 : politeGapMs });
  const signal = options.signal ?? new AbortController().signal;
  const context: SourceContext = {
    http: client,
    now: systemTime.now,
    signal,
    log: (level, message) => {
      if (level !== 'debug') options.log?.(message);
    },
    secret: (name) => typed ?? (options.secret ?? environment)(name),
  };
  const remembered = new Remembered();
  let cursor: unknown;
  let failures = 0;
  let worked = false;
  try {
    for (;;) {
      let progress = false;
      let until = 0;
      try {
        for await (const batch of source.open?.(config, cursor, context) ?? []) {
          progress ||= JSON.stringify(batch.cursor) !== JSON.stringify(cursor) || batch.items.length > 0;
          ({ cursor } = batch);
          yield* resultsOf(batch, remembered);
          if (batch.nextAt !== undefined && batch.nextAt > systemTime.now()) return;
        }
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof SourceError) || !error.retryable || !(worked || progress)) throw error;
        until = error.until ?? 0;
        options.log?.(`${error.message}; going on where it broke`);
      }
      signal.throwIfAborted();
      worked ||= progress;
      failures = progress ? 0 : failures + 1;
      const pause = pauses[failures];
      if (pause === undefined) throw new SourceError('temporary', 'the stream ended and cannot be opened again');
      await systemTime.wait(Math.max(pause, until - systemTime.now()), signal);
    }
  } finally {
    await client.close();
  }
}

/** Whether a host is this machine: nobody else is to be spared. */
function isOwn(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}

function environment(name: string): string | undefined {
  return process.env[`VEDETTE_${name.toUpperCase()}`];
}

const tokenNames = ['access_token', 'token', 'key', 'api_key'];

function tokenIn(address: string): string | undefined {
  const { searchParams } = new URL(address);
  return tokenNames.map((name) => searchParams.get(name)).find((token) => token !== null && token !== '') ?? undefined;
}

/** An address without the tokens that may stand in it: what is shown. */
export function withoutTokens(address: string): string {
  return address.replaceAll(/([?&](?:access_token|token|key|api_key)=)[^&#]*/giu, '$1…');
}

function* resultsOf(batch: Batch<unknown>, remembered: Remembered): Generator<ReadResult> {
  for (const rejected of batch.rejected) yield { rejected };
  for (const item of batch.items) if (remembered.isNew(item)) yield { item };
}

/** The states of Items that were given lately. */
class Remembered {
  private readonly states = new Set<string>();

  isNew(item: Item): boolean {
    const state = JSON.stringify([item.id, item.editedAt, item.deletedAt, item.title, item.text]);
    const key = createHash('sha1').update(state).digest('base64');
    if (this.states.has(key)) return false;
    this.states.add(key);
    if (this.states.size > mostRemembered) {
      for (const oldest of this.states) {
        this.states.delete(oldest);
        break;
      }
    }
    return true;
  }
}
