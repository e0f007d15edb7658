import { turnedPayload } from '../../turned-payload.js';

/** Payloads that were written backwards after they were packed. */
export const reversedPayloads = turnedPayload('reversed');
