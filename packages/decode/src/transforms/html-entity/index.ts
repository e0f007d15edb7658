import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { payloadsBy } from '../../unwrap.js';
import { htmlEntityReader as reader } from './reader.js';

/** See `reader.ts`. */
export const htmlEntity: Transform = {
  name: 'html-entity',
  flags: foldFlag.escape,
  gate: reader.gate,
  payloads: payloadsBy(reader),
};
