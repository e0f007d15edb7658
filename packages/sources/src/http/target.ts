import { SourceError } from '../errors.js';
import { withoutCredentials } from '../html/address.js';
import { literalAddress, type MayAsk } from './address-guard.js';

/** Ports of services that speak no HTTP; the block list of the Fetch standard. */
const badPorts = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113,
  115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556,
  563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667,
  6668, 6669, 6679, 6697, 10080,
]); // prettier-ignore

/**
 * Checks an address before anything is sent: http or https, a sane port, no address literal that may not be asked.
 * Names are checked when they are resolved (see `guardedLookup`).
 */
export function checkedTarget(address: string, base: string | undefined, mayAsk: MayAsk): URL {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch (cause) {
    throw new SourceError('incompatible', `${withoutCredentials(address).slice(0, 200)} is no web address`, { cause });
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new SourceError(
      'incompatible',
      `${withoutCredentials(url.href).slice(0, 200)} is neither http nor https and is not followed`,
    );
  }
  if (url.port !== '' && badPorts.has(Number(url.port))) {
    throw new SourceError('incompatible', `${url.host}: port ${url.port} belongs to another service and is not asked`);
  }
  const literal = literalAddress(url.hostname);
  if (literal !== undefined && !mayAsk(literal)) throw privateAddress(url.host);
  return url;
}

/** The refusal of an address that is not on the public internet. */
export function privateAddress(host: string, cause?: unknown): SourceError {
  return new SourceError('incompatible', `${host} is a private or reserved address; only public addresses are asked`, {
    cause,
  });
}
