import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { payloadsBy } from '../../unwrap.js';
import { base64Reader as reader } from './reader.js';

/** See `reader.ts`. */
export const base64: Transform = {
  name: 'base64',
  flags: foldFlag.token,
  gate: reader.gate,
  payloads: payloadsBy(reader),
};
