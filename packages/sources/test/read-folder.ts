import { fileURLToPath } from 'node:url';
import type { Item } from '@vedette/contract';
import type { Rejected } from '../src/definition.js';
import { readInputs } from '../src/input/read-inputs.js';

/** Everything that is read from a folder, a file or an archive, as `vedette read` does. */
export async function readPath(
  path: string,
): Promise<{ readonly items: readonly Item[]; readonly rejected: readonly Rejected[] }> {
  const items: Item[] = [];
  const rejected: Rejected[] = [];
  for await (const result of readInputs([path])) {
    if ('item' in result) items.push(result.item);
    else rejected.push(result.rejected);
  }
  return { items, rejected };
}

/** Where a fixture lies. */
export function fixturePath(path: string): string {
  return fileURLToPath(new URL(`../src/${path}`, import.meta.url));
}
