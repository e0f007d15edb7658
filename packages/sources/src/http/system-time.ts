import { setTimeout as delay } from 'node:timers/promises';
import type { Wait } from './politeness.js';

/** The clock of the machine, for whoever is given none. */
export const systemTime: { readonly now: () => number; readonly wait: Wait } = {
  now: () => Date.now(),
  wait: async (milliseconds, signal) => delay(milliseconds, undefined, { signal }),
};
