import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { payloadsBy } from '../../unwrap.js';
import { quotedPrintableReader as reader } from './reader.js';

/** See `reader.ts`. */
export const quotedPrintable: Transform = {
  name: 'percent',
  flags: foldFlag.escape,
  gate: reader.gate,
  payloads: payloadsBy(reader),
};
