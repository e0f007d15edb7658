import type { Item, SourceKind } from '@vedette/contract';
import type { ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { chooseSource } from './choose-source.js';
import { namesAttachment, withHashedMedia } from './hash-media.js';
import { rejection, type InputEntry, type InputOrigin } from './input-entry.js';
import { openInputs, type OpenInputsOptions } from './open-inputs.js';
import { failed } from './plain-reason.js';

/** How inputs are read into Items. */
export interface ReadInputsOptions extends OpenInputsOptions, ReadOptions {}

/**
 * Reads every supported source behind the arguments into Items, in order, with `source.file` set. One bad file, member,
 * row or line is a rejection (`where` begins with its path or address) and everything else is read.
 *
 * @example
 * for await (const result of readInputs(['result.json', 'press/'], { zone: 'Europe/Brussels' })) {
 *   if ('item' in result) console.log(result.item.text);
 * }
 */
export async function* readInputs(
  inputs: readonly string[],
  options: ReadInputsOptions = {},
): AsyncGenerator<ReadResult> {
  for await (const entry of openInputs(inputs, options)) {
    yield* 'rejected' in entry ? [entry] : readEntry(entry, options);
  }
}

/** Reads one opened file with the source that recognises it. */
export async function* readEntry(
  entry: Extract<InputEntry, { readonly file: unknown }>,
  options: ReadInputsOptions,
): AsyncGenerator<ReadResult> {
  const choice = chooseSource(entry, options);
  if ('passedOver' in choice) return;
  if ('reason' in choice) {
    yield rejection(entry.file.name, choice.reason, Buffer.from(entry.file.head.subarray(0, 500)).toString('utf8'));
    return;
  }
  yield* readWith(choice.source, entry, options);
}

async function* readWith(
  source: SourceDefinition,
  entry: Extract<InputEntry, { readonly file: unknown }>,
  options: ReadInputsOptions,
): AsyncGenerator<ReadResult> {
  const { file, origin, address } = entry;
  try {
    const results = entry.live?.results ?? source.read?.(file, { ...options, ...address }) ?? [];
    for await (const result of results) {
      options.signal?.throwIfAborted();
      if ('rejected' in result) {
        yield result;
        continue;
      }
      // a promise for every Item of millions would be felt
      const hashes = file.beside !== undefined && namesAttachment(result.item);
      const item = hashes ? await withHashedMedia(result.item, file.beside) : result.item;
      yield { item: placed(item, source.kind, file.name, origin) };
    }
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    yield failed(error, file.name);
  }
}

/** Says where an Item was read. An Item that came as an Item keeps where it was first read. */
export function placed(item: Item, kind: SourceKind, name: string, origin: InputOrigin): Item {
  if (kind === 'ndjson' && item.source.file !== undefined) return item;
  if (origin === 'file') return { ...item, source: { ...item.source, file: name } };
  if (item.source.file === undefined) return item;
  const { file: _replaced, ...source } = item.source;
  return { ...item, source };
}
