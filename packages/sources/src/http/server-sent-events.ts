import { byteLines } from '../input/byte-lines.js';

/** One event of a stream of server-sent events. */
export interface ServerSentEvent {
  /** `message` where the server names none */
  readonly event: string;
  readonly data: string;
  /** last event id that the server gave, for resuming */
  readonly id: string | undefined;
}

/** Bytes of one event. */
const mostEventBytes = 8 * 2 ** 20;

/**
 * Reads server-sent events (HTML standard, 9.2.6): fields in lines, an empty line ends an event, a line that begins with
 * a colon is a heartbeat. An event that is cut off by the end, or longer than 8 MB, is not given.
 */
export async function* serverSentEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  let event = '';
  let data: string[] = [];
  let length = 0;
  let id: string | undefined;
  for await (const { bytes } of byteLines(chunks, mostEventBytes)) {
    const line = bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
    if (line === '') {
      if (data.length > 0 && length <= mostEventBytes)
        yield { event: event === '' ? 'message' : event, data: data.join('\n'), id };
      event = '';
      data = [];
      length = 0;
      continue;
    }
    if (line === undefined || line.startsWith(':')) {
      if (line === undefined) length = Number.POSITIVE_INFINITY;
      continue;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
    if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\u0000')) id = value;
    else if (field === 'data') {
      length += value.length;
      if (length <= mostEventBytes) data.push(value);
    }
  }
}
