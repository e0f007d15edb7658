import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { payloadsBy } from '../../unwrap.js';
import { hexReader as reader } from './reader.js';

/** See `reader.ts`. */
export const hex: Transform = {
  name: 'hex',
  flags: foldFlag.digits | foldFlag.token | foldFlag.escape,
  gate: reader.gate,
  payloads: payloadsBy(reader),
};
