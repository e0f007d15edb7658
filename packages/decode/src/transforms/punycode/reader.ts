import type { FoundPayload, PayloadReader } from '../../payload-reader.js';
import { decodePunycode } from './punycode.js';

/** A label of a domain name, RFC 5890. */
const label = /(?<![\p{L}\p{N}-])xn--([a-z0-9-]{1,59})(?![\p{L}\p{N}-])/giu;

/** Labels of domain names in their technical form. */
export const punycodeReader: PayloadReader = {
  name: 'punycode',
  gate: /xn--/iu,
  find: (text) => rows(text),
};

function* rows(text: string): Generator<FoundPayload> {
  for (const match of text.matchAll(label)) {
    const said = decodePunycode((match[1] ?? '').toLowerCase());
    // Nobody needs the form for a label of ASCII.
    if (said === undefined || !/[^\0-\x7f]/u.test(said)) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      said: [said],
      bits: match[0].length * 12,
      doubt: 0,
      sure: true,
    };
  }
}
