import type { DisguiseName } from './decoded.js';

/**
 * Finds stretches that may be a text in another writing and says what they would say; whether that is worth reading is
 * judged by `unwrap`, the same way for all. Pure, total, linear.
 */
export interface PayloadReader {
  readonly name: DisguiseName;
  /** Cheap, and never refuses a text in which `find` finds something. */
  readonly gate: Pick<RegExp, 'test'>;
  readonly find: (text: string) => Iterable<FoundPayload>;
}

/** A stretch and what it may say. */
export interface FoundPayload {
  /** Units of the text it was found in. */
  readonly start: number;
  readonly end: number;
  /** What it may say (UTF-8 or UTF-16, bytes of 8 or 7 bits), likeliest first. */
  readonly said: readonly string[];
  /** How many bits the stretch holds if it is no text: what it says must be simpler than that. */
  readonly bits: number;
  /** How many bits simpler, at least: how often such stretches stand in ordinary text. */
  readonly doubt: number;
  /** What it says needs no more proof than that it can be printed: nothing ordinary has its form. */
  readonly sure?: boolean;
  /**
   * Where its single signs stand and what they say, if they can be read alone: the way back is then exact. They are
   * changed alone only if `said` is written as it stands.
   */
  readonly parts?: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** A stretch longer than this is no text that somebody hid in a post: a picture, a key, an archive. In UTF-16 units. */
export const longestPayload = 40_000;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What bytes may say: UTF-8, and UTF-16 in either order where every other byte hardly varies. */
export function textsOf(bytes: Uint8Array): readonly string[] {
  const text = utf8Text(bytes);
  const texts = text === undefined ? [] : [text.replace(/^\ufeff/u, '')];
  if (bytes.length < 4 || bytes.length % 2 !== 0) return texts;
  if (hardlyVaries(bytes, 1)) texts.push(utf16(bytes));
  if (hardlyVaries(bytes, 0)) texts.push(utf16(bytes.map((_, at) => bytes[at ^ 1] ?? 0)));
  return texts;
}

function utf16(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le').decode(bytes);
}

/** Whether nearly all bytes at even or odd places are 0 or one other: the high halves of one script and of blanks. */
function hardlyVaries(bytes: Uint8Array, from: 0 | 1): boolean {
  const counts = new Uint32Array(256);
  let most = 0;
  for (let at = from; at < bytes.length; at += 2) {
    const byte = bytes[at] ?? 0;
    const count = (counts[byte] ?? 0) + 1;
    counts[byte] = count;
    if (byte !== 0) most = Math.max(most, count);
  }
  // High halves that are letters of ASCII would be rare ideographs.
  const common = counts.indexOf(most, 1);
  const high = most > 0 && common < 0x20 ? most : 0;
  return ((counts[0] ?? 0) + high) * 2 >= bytes.length * 0.8;
}

/** Bytes as UTF-8; `undefined` where they are not. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  // Most rows of digits are no text, and an exception costs more than all else: what cannot be UTF-8 goes first.
  if (!mayBeUtf8(bytes)) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    // Not UTF-8, so not text: the decoder has no way to say so but to throw.
    return undefined;
  }
}

/** Whether each leading byte has its continuation bytes; the decoder looks closer. */
function mayBeUtf8(bytes: Uint8Array): boolean {
  let wanted = 0;
  for (const byte of bytes) {
    const continues = (byte & 0xc0) === 0x80;
    if (continues !== wanted > 0) return false;
    if (continues) wanted -= 1;
    else if (byte >= 0xf8) return false;
    else wanted = byte < 0xc0 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
  }
  return wanted === 0;
}
