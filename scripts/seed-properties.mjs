// The examples that properties are tried on are the same in each run, so that a run can be repeated and a change is
// judged by what it changed. `PROPERTY_SEED=random npm test` tries others; a seed that failed is printed, and can be given.
import { configureGlobal } from 'fast-check';

const given = process.env['PROPERTY_SEED'] ?? '20171020';
const seed = given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given);
if (!Number.isSafeInteger(seed)) throw new Error(`PROPERTY_SEED is a whole number or "random", not "${given}"`);
configureGlobal({ seed });
