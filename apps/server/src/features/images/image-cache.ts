import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Pictures that were fetched, kept in a folder up to a size; the ones unused for longest go first. */
export interface ImageCache {
  get(address: string): Promise<Uint8Array | undefined>;
  put(address: string, bytes: Uint8Array): Promise<void>;
}

/**
 * A cache in `folder` of at most `maxBytes`. File names are hashes of addresses, so nothing of an address reaches the
 * file system.
 */
export function createImageCache(folder: string, maxBytes: number): ImageCache {
  const pathOf = (address: string): string => join(folder, createHash('sha256').update(address).digest('hex'));
  let trimming: Promise<void> = Promise.resolve();

  async function trim(): Promise<void> {
    const names = await readdir(folder);
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(folder, name);
        const { size, mtimeMs } = await stat(path);
        return { path, size, mtimeMs };
      }),
    );
    files.sort((a, b) => a.mtimeMs - b.mtimeMs);
    let total = files.reduce((sum, file) => sum + file.size, 0);
    for (const file of files) {
      if (total <= maxBytes) break;
      await rm(file.path, { force: true });
      total -= file.size;
    }
  }

  return {
    async get(address) {
      const path = pathOf(address);
      try {
        const bytes = await readFile(path);
        const now = new Date();
        await utimes(path, now, now);
        return bytes;
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async put(address, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = pathOf(address);
      const partial = `${path}.${randomUUID()}`;
      await writeFile(partial, bytes, { mode: 0o600 });
      await rename(partial, path);
      trimming = trimming.then(trim, trim);
      await trimming;
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
