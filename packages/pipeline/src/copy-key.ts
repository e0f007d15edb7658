import { createHash } from 'node:crypto';
import { similarityKey } from '@vedette/similar';

/**
 * One name for all copies of a text: equal where the similarity keys are. Copies are decided once, so nobody may be able to
 * make a text that passes for one already decided: SHA-256, cut to 128 bits. Thirty-two hexadecimal digits; a text that says
 * nothing gives the empty string, because such texts are not copies of each other.
 * @example copyKey('Hello, world') === copyKey('HELLO world!') // true
 */
export function copyKey(plain: string): string {
  const key = similarityKey(plain);
  return key === '' ? '' : createHash('sha256').update(key).digest('hex').slice(0, 32);
}
