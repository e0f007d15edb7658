import { decode, type Decoded } from '@vedette/decode';
import type { BareText } from '../text-inputs.js';

/**
 * One Decoded as a line of JSON, the same as `JSON.stringify` of it with its id first. Most texts are not disguised: what
 * is the same then is written once and copied.
 */
export function decodedLine(id: string | undefined, decoded: Decoded): string {
  const { text, plain, fold, readings, disguises } = decoded;
  const quoted = JSON.stringify(text);
  const before = id === undefined ? '{' : `{"id":${JSON.stringify(id)},`;
  const same = plain === text ? quoted : JSON.stringify(plain);
  const key = fold === text ? quoted : JSON.stringify(fold);
  const offered = readings.length === 0 ? '[]' : JSON.stringify(readings);
  const places = disguises.length === 0 ? '[]' : JSON.stringify(disguises);
  return `${before}"text":${quoted},"plain":${same},"fold":${key},"readings":${offered},"disguises":${places}}`;
}

/** Texts decoded, a line of JSON each. */
export function decodedLines(texts: readonly BareText[]): string {
  return texts.map(({ id, text }) => decodedLine(id, decode(text))).join('\n');
}
