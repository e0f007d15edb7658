import { decoding } from './cases/decoding.mjs';
import { matching } from './cases/matching.mjs';
import { reading } from './cases/reading.mjs';
import { record } from './cases/record.mjs';
import { storing } from './cases/storing.mjs';
import { streaming } from './cases/streaming.mjs';

/** @type {Record<string, import('./run.mjs').Group>} */
export const groups = { reading, decoding, matching, streaming, storing, record };
