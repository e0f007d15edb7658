import { stat } from 'node:fs/promises';
import type { SourceKind } from '@vedette/contract';
import type { SourceDefinition } from '../definition.js';
import { sources as registered } from '../registry.js';
import { withoutCredentials } from '../html/address.js';
import { followAddress, withoutTokens } from './follow-address.js';
import { type GivenFolders, readFolder, readGivenFile } from './folder.js';
import { rejection, type ContentAddress, type InputEntry, type WalkContext } from './input-entry.js';
import { UnpackBudget, defaultInputLimits, type InputLimits } from './limits.js';
import { failed } from './plain-reason.js';
import { unpack } from './unpack.js';
import { openUrl } from './url.js';
import { webSocketLines } from './web-socket.js';

/** Where inputs come from, and how much of them is read at most. */
export interface OpenInputsOptions {
  readonly signal?: AbortSignal;
  /** what `-` stands for */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly limits?: Partial<InputLimits>;
  readonly sources?: readonly SourceDefinition[];
  /** reads everything as this kind instead of looking at its content */
  readonly as?: SourceKind;
  /** with a path of the text, what arrives is read as raw lines, whatever it is */
  readonly textPath?: string;
  /** tokens of sources by their name; the environment's (`VEDETTE_NAME`) where missing */
  readonly secret?: (name: string) => string | undefined;
  /** hears what a live source tells */
  readonly log?: (message: string) => void;
}

/**
 * Turns arguments into files, in order: a file, a folder (every file below it), a zip, tar or gzip (every member), `-`
 * for standard input, an http or https address, a `ws:` or `wss:` address (each message a line). Each file must be read
 * before the next is asked for. Nothing here reads a file whole.
 *
 * Names are what `Item.source.file` says: the path inside a folder, a file's own name, `archive.zip/member`.
 * What cannot be opened is yielded as a rejection under the same name or address.
 *
 * @example for await (const entry of openInputs(['export.zip', 'https://example.org/feed.xml'])) …
 */
export async function* openInputs(
  inputs: readonly string[],
  options: OpenInputsOptions = {},
): AsyncGenerator<InputEntry> {
  const folders: GivenFolders = new Map();
  for (const input of inputs) {
    options.signal?.throwIfAborted();
    yield* openInput(input, options, folders);
  }
}

async function* openInput(
  input: string,
  options: OpenInputsOptions,
  folders: GivenFolders,
): AsyncGenerator<InputEntry> {
  const context = () => walkContext(options);
  if (input === '-') {
    const { stdin } = options;
    if (stdin === undefined) yield rejection('-', 'standard input is not available here');
    else yield* openStream('-', 'stdin', stdin, context());
    return;
  }
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//iu.exec(input)?.[1]?.toLowerCase();
  if (scheme === undefined) yield* openLocal(input, context, folders, options.signal);
  else yield* followed(input, options) ?? openAddress(input, scheme, context());
}

/** The address as a source that follows it by its own protocol sees it; undefined where none does. */
function followed(input: string, options: OpenInputsOptions): readonly InputEntry[] | undefined {
  const live = options.textPath === undefined ? followAddress(input, options) : undefined;
  if (live === undefined) return undefined;
  const file = { name: withoutTokens(withoutCredentials(input)), head: new Uint8Array(), open: async function* () {} };
  return [{ file, origin: 'url', sideFile: false, live }];
}

async function* openLocal(
  input: string,
  context: () => WalkContext,
  folders: GivenFolders,
  signal: AbortSignal | undefined,
): AsyncGenerator<InputEntry> {
  try {
    const info = await stat(input);
    if (info.isDirectory()) yield* readFolder(input, context, signal);
    else yield* readGivenFile(input, context(), folders);
  } catch (error) {
    if (signal?.aborted === true) throw error;
    yield failed(error, input);
  }
}

async function* openAddress(input: string, scheme: string, context: WalkContext): AsyncGenerator<InputEntry> {
  const { signal } = context;
  const name = withoutCredentials(input);
  if (!URL.canParse(input)) {
    yield rejection(name, 'is not a valid address');
  } else if (scheme === 'http' || scheme === 'https') {
    try {
      const opened = await openUrl(input, signal);
      const { url, contentType } = opened;
      const address = contentType === undefined ? { baseUrl: url } : { baseUrl: url, contentType };
      yield* openStream(name, 'url', opened.chunks, context, address);
    } catch (error) {
      if (signal?.aborted === true) throw error;
      yield failed(error, name);
    }
  } else if (scheme === 'ws' || scheme === 'wss') {
    yield* openStream(name, 'url', webSocketLines(input, signal), context);
  } else {
    yield rejection(name, `addresses with ${scheme}: are not read; http, https, ws and wss are`);
  }
}

async function* openStream(
  name: string,
  origin: 'stdin' | 'url',
  chunks: AsyncIterable<Uint8Array>,
  context: WalkContext,
  address?: ContentAddress,
): AsyncGenerator<InputEntry> {
  yield* unpack(
    {
      name,
      origin,
      reopens: false,
      sideFile: false,
      chunks: () => chunks,
      ...(address === undefined ? {} : { address }),
    },
    context,
  );
}

function walkContext(options: OpenInputsOptions): WalkContext {
  const limits = { ...defaultInputLimits, ...options.limits };
  const sources = options.sources ?? registered;
  return {
    budget: new UnpackBudget(limits),
    limits,
    depth: 0,
    signal: options.signal,
    isSideFile: (name, names) => sources.some((source) => source.isSideFile?.(name, names) === true),
    isCompanion: (name) => sources.some((source) => source.isCompanion?.(name) === true),
  };
}
