import { turnedPayload } from '../../turned-payload.js';

/** Payloads that were shifted by thirteen letters after they were packed. */
export const rotPayloads = turnedPayload('rot');
