import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { payloadsBy } from '../../unwrap.js';
import { codeNumberReader as reader } from './reader.js';

/** See `reader.ts`. */
export const codeNumbers: Transform = {
  name: 'unicode-escape',
  flags: foldFlag.digits,
  gate: reader.gate,
  payloads: payloadsBy(reader),
};
