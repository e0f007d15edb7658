import { digitRows, unpackDigits } from '../../digit-rows.js';
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A change between small letters and capitals or digits in the middle of a row: names have theirs at the ends. */
const change = /[A-Za-z0-9+/_-]{3}(?:[a-z][A-Z0-9]|[A-Z0-9][a-z])[A-Za-z0-9+/_-]{2}/;

/** Base64 and its URL form, RFC 4648. */
export const base64: Transform = {
  name: 'base64',
  flags: foldFlag.token,
  gate: change,
  payloads: digitRows(
    'base64',
    /(?<![A-Za-z0-9+/=_-])(?:[A-Za-z0-9+/]{8,}|[A-Za-z0-9_-]{8,})={0,2}(?![A-Za-z0-9+/=_-])/g,
    (found) => {
      const digits = found.replace(/=+$/u, '').replaceAll('-', '+').replaceAll('_', '/');
      // Words are made of Base64 digits too: a payload mixes cases or has digits, and its length fits.
      if (digits.length % 4 === 1 || !change.test(digits)) return undefined;
      return unpackDigits(digits, alphabet, 6);
    },
  ),
};
