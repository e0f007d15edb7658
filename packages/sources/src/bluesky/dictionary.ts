import { createDCtx, decompressUsingDict, init } from '@bokuweb/zstd-wasm';

/** Bytes that one frame may grow to: a small frame must not fill the memory. */
const mostFrameBytes = 8 * 2 ** 20;

/** Opens frames that were made with one dictionary. */
export interface FrameReader {
  /** the id by which the server knows the dictionary */
  readonly id: number;
  /** The text of one frame. @throws Error where the frame is damaged or too large */
  read(frame: Uint8Array): string;
}

/**
 * The dictionary of a server (RFC 8878, section 5), ready to read frames; undefined where the bytes are none.
 * @example (await frameReader(await get(dictionaryAddress(config))))?.id
 */
export async function frameReader(dictionary: Uint8Array): Promise<FrameReader | undefined> {
  const view = new DataView(dictionary.buffer, dictionary.byteOffset, dictionary.byteLength);
  if (dictionary.length < 8 || view.getUint32(0, true) !== 0xec30a437) return undefined;
  await init();
  const context = createDCtx();
  return {
    id: view.getUint32(4, true),
    read(frame) {
      const size = contentSize(frame);
      if (size === undefined || size > mostFrameBytes)
        throw new Error('the frame does not say its size, or is too large');
      return Buffer.from(decompressUsingDict(context, frame, dictionary)).toString('utf8');
    },
  };
}

/** Bytes of the content, as the header of a frame says (RFC 8878, 3.1.1.1); undefined where it does not. */
function contentSize(frame: Uint8Array): number | undefined {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  if (frame.length < 6 || view.getUint32(0, true) !== 0xfd2fb528) return undefined;
  const descriptor = view.getUint8(4);
  const single = (descriptor & 0x20) !== 0;
  const place = 5 + (single ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  const form = descriptor >> 6;
  const width = form === 0 ? (single ? 1 : 0) : ([0, 2, 4, 8][form] ?? 0);
  if (width === 0 || frame.length < place + width) return undefined;
  if (width === 1) return view.getUint8(place);
  if (width === 2) return view.getUint16(place, true) + 256;
  return width === 4 ? view.getUint32(place, true) : Number(view.getBigUint64(place, true));
}
