import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import { payloadsBy } from '../../unwrap.js';
import { morseReader as reader } from './reader.js';

/** See `reader.ts`. */
export const morse: Transform = {
  name: 'morse',
  flags: foldFlag.morse,
  gate: reader.gate,
  payloads: payloadsBy(reader),
};
