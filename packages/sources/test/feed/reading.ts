import { readFile } from 'node:fs/promises';
import type { Item } from '@vedette/contract';
import type { FileInput, ReadOptions, Rejected, SourceDefinition } from '../../src/definition.js';

/** A file in memory, as the CLI hands it to a source. */
export function fileOf(name: string, content: string | Uint8Array): FileInput {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    head: bytes.subarray(0, 65_536),
    size: bytes.length,
    async *open() {
      yield bytes;
    },
  };
}

export interface ReadAll {
  readonly items: readonly Item[];
  readonly rejected: readonly Rejected[];
}

/** Reads a whole file with a source. */
export async function readAll(
  source: Pick<SourceDefinition, 'read'>,
  file: FileInput,
  options: ReadOptions = {},
): Promise<ReadAll> {
  const items: Item[] = [];
  const rejected: Rejected[] = [];
  if (source.read === undefined) throw new Error('this source reads no files');
  for await (const result of source.read(file, options)) {
    if ('item' in result) items.push(result.item);
    else rejected.push(result.rejected);
  }
  return { items, rejected };
}

export async function fixture(path: string): Promise<FileInput> {
  const bytes = await readFile(new URL(`./fixtures/${path}`, import.meta.url));
  return fileOf(path.slice(path.lastIndexOf('/') + 1), bytes);
}
