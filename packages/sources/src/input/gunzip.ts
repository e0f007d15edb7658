import { createGunzip } from 'node:zlib';
import { pump } from './pump.js';

/**
 * Unpacks gzip as it comes, several members one after the other included.
 * Throws zlib's error (`Z_DATA_ERROR`, `Z_BUF_ERROR`) where the data is damaged or cut off; what came before is given first.
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip();
  // not awaited at the end: it may be waiting for a pipe that never says another word
  void pump(packed, unzip);
  try {
    for await (const chunk of unzip) if (chunk instanceof Uint8Array) yield chunk;
  } finally {
    unzip.destroy();
  }
}
