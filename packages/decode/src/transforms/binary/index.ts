import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { payloadsBy } from '../../unwrap.js';
import { binaryReader as reader } from './reader.js';

/** See `reader.ts`. */
export const binary: Transform = {
  name: 'binary',
  flags: foldFlag.digits | foldFlag.token,
  gate: reader.gate,
  payloads: payloadsBy(reader),
};
