import { digitRows } from '../../digit-rows.js';
import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';

/** Bytes as eight zeros and ones. */
export const binary: Transform = {
  name: 'binary',
  flags: foldFlag.digits,
  gate: /[01]{8}/,
  payloads: digitRows('binary', /(?<![0-9A-Za-z])(?:[01]{8}[ ,]?){3,}(?![0-9A-Za-z])/g, (found) =>
    Uint8Array.from(found.replace(/[^01]/gu, '').match(/.{8}/gu) ?? [], (bits) => Number.parseInt(bits, 2)),
  ),
};
