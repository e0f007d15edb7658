import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { payloadsBy } from '../../unwrap.js';
import { base32Reader as reader } from './reader.js';

/** See `reader.ts`. */
export const base32: Transform = {
  name: 'base32',
  flags: foldFlag.token | foldFlag.long | foldFlag.escape,
  gate: reader.gate,
  payloads: payloadsBy(reader),
};
