import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline as pump } from 'node:stream/promises';
import { ServiceError, systemCodeOf } from '../../errors.js';

const longestName = 150;

/**
 * A name that a person gave, made safe for the file system: its last part, letters, digits, dot, dash and underscore.
 * @example safeFileName('../../my export (1).zip') // 'my_export_1_.zip'
 */
export function safeFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '_')
    .replace(/^\.+/, '');
  // A cut through a pair would leave half a character at the front.
  return clean.slice(-longestName).replace(/^[\uDC00-\uDFFF]/, '') || 'upload';
}

/** Where uploads wait while they are read. What an earlier start left behind is removed. */
export interface Uploads {
  /**
   * Writes a stream to a file of its own, lets `use` read it, and removes it whatever happens.
   * @throws ServiceError `too-large`, `unavailable` (disk full)
   */
  withFile<Result>(name: string, body: Readable, use: (path: string) => Promise<Result>): Promise<Result>;
}

export async function createUploads(folder: string, maxBytes: number): Promise<Uploads> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    async withFile(name, body, use) {
      const own = join(folder, randomUUID());
      await mkdir(own, { mode: 0o700 });
      const path = join(own, safeFileName(name));
      try {
        await pump(body, limited(maxBytes), createWriteStream(path, { mode: 0o600, flags: 'wx' })).catch(
          (error: unknown) => {
            if (systemCodeOf(error) !== 'ENOSPC') throw error;
            throw new ServiceError('unavailable', 'the disk of the server is full; make room and try again', {
              cause: error,
            });
          },
        );
        return await use(path);
      } finally {
        await rm(own, { recursive: true, force: true });
      }
    },
  };
}

function limited(maxBytes: number): (chunks: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
  return async function* limit(chunks) {
    let total = 0;
    for await (const chunk of chunks) {
      total += chunk.length;
      if (total > maxBytes) {
        throw new ServiceError('too-large', `an upload may have ${Math.round(maxBytes / 1e9)} GB; split the export`);
      }
      yield chunk;
    }
  };
}
