import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A host turned out to be inside: loopback, private, link-local, a metadata service or another address that is not public. */
export class PrivateAddressError extends Error {
  readonly code = 'EPRIVATEADDRESS';
}

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public internet. Everything else is refused: loopback, private, link-local (cloud
 * metadata), unique-local, carrier NAT, multicast, documentation and reserved ranges, and IPv6 forms that hide such an IPv4.
 * @example isPublicAddress('::ffff:127.0.0.1') // false
 */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%') || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6) {
    if (parsed.isIPv4MappedAddress()) return isPublicAddress(parsed.toIPv4Address().toString());
    // NAT64 (RFC 6052) carries an IPv4 address in its last 32 bits
    if (parsed.range() === 'rfc6052')
      return isPublicAddress(new ipaddr.IPv4(parsed.toByteArray().slice(12)).toString());
    // only 2000::/3 is public (IANA); the rest, such as the old `::127.0.0.1`, may lead inside on some systems
    if (!parsed.match(globalUnicast)) return false;
  }
  return parsed.range() === 'unicast';
}

/** Whether an IP address may be asked; {@link isPublicAddress} unless somebody says otherwise. */
export type MayAsk = (address: string) => boolean;

/** The address inside a URL's host, where the host is an address and no name. */
export function literalAddress(hostname: string): string | undefined {
  const bare = hostname.startsWith('[') && hostname.endsWith(']') ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) ? bare : undefined;
}

/** Asks for all addresses of a name. */
export type ResolveAll = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

function resolveWithSystem(
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
): void {
  systemLookup(hostname, { all: true, verbatim: true }, done);
}

/**
 * A `lookup` for sockets that gives public addresses only. The socket connects to exactly what was checked, so a name that
 * answers differently the second time (DNS rebinding) gains nothing.
 */
export function guardedLookup(
  resolve: ResolveAll = resolveWithSystem,
  mayAsk: MayAsk = isPublicAddress,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      if (error !== null) {
        callback(error, '', 0);
        return;
      }
      const family =
        options.family === 4 || options.family === 'IPv4'
          ? 4
          : options.family === 6 || options.family === 'IPv6'
            ? 6
            : 0;
      const allowed = addresses.filter((one) => mayAsk(one.address) && (family === 0 || one.family === family));
      const [first] = allowed;
      if (first === undefined) {
        callback(new PrivateAddressError(`${hostname} has no public address`), '', 0);
      } else if (options.all === true) callback(null, [...allowed]);
      else callback(null, first.address, first.family);
    });
  };
}
