import { readFileSync } from 'node:fs';
import type { Item } from '@vedette/contract';
import type { FileInput, ReadOptions, Rejected, SourceDefinition } from '../src/definition.js';

/** A file in memory, from text or bytes. */
export function fileOf(name: string, content: string | Uint8Array): FileInput {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  async function* open(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return { name, head: bytes.subarray(0, 64 * 1024), size: bytes.length, open };
}

export function fixtureOf(path: string): FileInput {
  const content = readFileSync(new URL(`../src/${path}`, import.meta.url));
  return fileOf(path.split('/').at(-1) ?? path, content);
}

/** Everything that a source reads from a file. */
export async function read(
  source: SourceDefinition,
  file: FileInput,
  options: ReadOptions = {},
): Promise<{ readonly items: readonly Item[]; readonly rejected: readonly Rejected[] }> {
  const items: Item[] = [];
  const rejected: Rejected[] = [];
  for await (const result of source.read?.(file, options) ?? []) {
    if ('item' in result) items.push(result.item);
    else rejected.push(result.rejected);
  }
  return { items, rejected };
}
