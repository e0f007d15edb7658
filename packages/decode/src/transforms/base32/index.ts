import { digitRows, unpackDigits } from '../../digit-rows.js';
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32, RFC 4648. */
export const base32: Transform = {
  name: 'base32',
  flags: foldFlag.token | foldFlag.long,
  gate: /[A-Z2-7]{16}/,
  payloads: digitRows('base32', /(?<![A-Za-z0-9=])[A-Z2-7]{16,}={0,6}(?![A-Za-z0-9=])/g, (found) =>
    unpackDigits(found.replace(/=+$/u, ''), alphabet, 5),
  ),
};
