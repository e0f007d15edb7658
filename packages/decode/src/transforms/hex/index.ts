import { digitRows } from '../../digit-rows.js';
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';

/** Hexadecimal bytes, together, with blanks, colons, `0x` or `\x`. */
export const hex: Transform = {
  name: 'hex',
  flags: foldFlag.digits,
  gate: /(?:(?:0x|\\x)?[0-9a-fA-F]{2}(?:[ :,-]|, )?){5}/,
  payloads: digitRows(
    'hex',
    /(?<![0-9A-Za-z])(?:(?:0x|\\x)?[0-9a-fA-F]{2}(?:[ :,-]|, )?){5,}(?![0-9A-Za-z])/g,
    (found) => {
      const digits = found.replace(/0x|\\x/gu, '').replace(/[^0-9a-fA-F]/gu, '');
      if (digits.length % 2 === 1 || (/^\d+$/u.test(digits) && digits.length < 16)) return undefined;
      return Uint8Array.from(digits.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
    },
  ),
};
