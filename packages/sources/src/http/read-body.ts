import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { SourceError } from '../errors.js';

/** Reads a body, decompressed, and stops at the limit: what a compressed bomb would grow to is never made. */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  maxBytes: number,
  url: string,
): Promise<Uint8Array> {
  const raw = body;
  let stream: Readable = raw;
  for (const name of (encoding ?? '').toLowerCase().split(',').toReversed()) {
    const decoder = await decoderOf(name.trim(), stream, url);
    // an error of either end destroys both; it surfaces in the loop below
    if (decoder !== undefined) stream = pipeline(stream, decoder, () => undefined);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) {
        throw new SourceError(
          'incompatible',
          `${url} sends more than ${maxBytes} bytes; the limit protects this machine`,
        );
      }
      chunks.push(chunk);
    }
  } finally {
    stream.destroy();
    raw.destroy();
  }
  return Buffer.concat(chunks, length);
}

async function decoderOf(name: string, stream: Readable, url: string): Promise<Transform | undefined> {
  switch (name) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      // a body that breaks off gives what there was, as browsers do
      return createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      // the name means zlib's format, but some servers send the bare one
      return (await startsLikeZlib(stream))
        ? createInflate({ finishFlush: constants.Z_SYNC_FLUSH })
        : createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
    default:
      throw new SourceError('incompatible', `${url} sends the unknown content encoding ${name.slice(0, 40)}`);
  }
}

async function startsLikeZlib(stream: Readable): Promise<boolean> {
  await once(stream, 'readable');
  const first: unknown = stream.read();
  if (!Buffer.isBuffer(first)) return true;
  stream.unshift(first);
  return ((first[0] ?? 0) & 0x0f) === 8;
}
