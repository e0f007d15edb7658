import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { payloadsBy } from '../../unwrap.js';
import { punycodeReader as reader } from './reader.js';

/** See `reader.ts`. */
export const punycode: Transform = {
  name: 'punycode',
  flags: foldFlag.hyphens,
  gate: reader.gate,
  payloads: payloadsBy(reader),
};
