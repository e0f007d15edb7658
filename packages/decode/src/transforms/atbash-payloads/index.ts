import { turnedPayload } from '../../turned-payload.js';

/** Payloads that were mirrored in the alphabet after they were packed. */
export const atbashPayloads = turnedPayload('atbash');
