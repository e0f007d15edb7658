import { UsageError } from './errors.js';
import type { Session } from './terminal/session.js';

/** The arguments, or stdin where there are none and something is piped in. */
export function inputsOrStdin(inputs: readonly string[], session: Session): readonly string[] {
  if (inputs.length > 0) return inputs;
  if (session.stdin.isTTY === true) {
    throw new UsageError('nothing to read: name an INPUT, or pipe Items or lines into it');
  }
  return ['-'];
}
