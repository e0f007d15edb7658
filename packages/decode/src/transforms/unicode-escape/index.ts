import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { payloadsBy } from '../../unwrap.js';
import { unicodeEscapeReader as reader } from './reader.js';

/** See `reader.ts`. */
export const unicodeEscape: Transform = {
  name: 'unicode-escape',
  flags: foldFlag.escape,
  gate: reader.gate,
  payloads: payloadsBy(reader),
};
