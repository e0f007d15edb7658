import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A temporary copy on disk. */
export interface Spool {
  readonly path: string;
  remove(): Promise<void>;
}

/** Writes a stream to a temporary file: the directory of a zip stands at its end, so a zip cannot be read as it comes. */
export async function spooled(chunks: AsyncIterable<Uint8Array>): Promise<Spool> {
  const folder = await mkdtemp(join(tmpdir(), 'vedette-'));
  const path = join(folder, 'archive');
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(chunks, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}
