import { Buffer } from 'node:buffer';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { SourceError } from '../errors.js';

/** Reads a body, decompressed, and stops at the limit: what a compressed bomb would grow to is never made. */
export async function readBody(body: Readable, encoding: string | undefined, maxBytes: number, url: string): Promise<Uint8Array> {
  const raw = body;
  let stream: Readable = raw;
  for (const name of (encoding ?? '').toLowerCase().split(',').toReversed()) {
    const decoder = decoderOf(name.trim(), url);
    // an error of either end destroys both; it surfaces in the loop below
    if (decoder !== undefined) stream = pipeline(stream, decoder, () => undefined);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) {
        throw new SourceError('incompatible', `${url} sends more than ${maxBytes} bytes; the limit protects this machine`);
      }
      chunks.push(chunk);
    }
  } finally {
    stream.destroy();
    raw.destroy();
  }
  return Buffer.concat(chunks, length);
}

function decoderOf(name: string, url: string): Transform | undefined {
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
      return createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
    case 'deflate-raw':
      return createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
    default:
      throw new SourceError('incompatible', `${url} sends the unknown content encoding ${name.slice(0, 40)}`);
  }
}
