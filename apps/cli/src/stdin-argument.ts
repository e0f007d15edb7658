import { UsageError } from './errors.js';
import type { Session } from './terminal/session.js';

/**
 * The arguments, or stdin where there are none and something is piped in. Files have an end: a run over them that is
 * stopped before is told as such; a pipe or an address is read until somebody stops it.
 */
export function inputsOrStdin(inputs: readonly string[], session: Session): readonly string[] {
  if (inputs.length > 0) {
    if (inputs.every((input) => input !== '-' && !/^[a-z][a-z\d+.-]+:\/\//iu.test(input))) session.expectEnd();
    return inputs;
  }
  if (session.stdin.isTTY === true) {
    throw new UsageError('nothing to read: name an INPUT, or pipe Items or lines into it');
  }
  return ['-'];
}
