import { ServiceError } from '../errors.js';

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** Whether an address to listen on is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return loopbackNames.has(host) || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

/**
 * Which `Host` headers a server takes. One that listens on loopback, or that has a public address, takes only those
 * names: a page elsewhere whose name was pointed at this machine (DNS rebinding) gets nothing. One that listens on other
 * addresses without a configured name cannot know its names and takes any.
 */
export function allowedHosts(host: string, publicUrl: URL | undefined): ReadonlySet<string> | undefined {
  if (!isLoopback(host) && publicUrl === undefined) return undefined;
  const names = new Set([...loopbackNames, host.toLowerCase()]);
  if (publicUrl !== undefined) names.add(publicUrl.hostname);
  return names;
}

/** @throws ServiceError `forbidden` for a name that is not ours */
export function checkHost(header: string | undefined, allowed: ReadonlySet<string> | undefined): void {
  if (allowed === undefined) return;
  const name = /^(\[[0-9a-f:.]+\]|[^:[\]@/\\?#\s]+)(:\d{1,5})?$/i.exec(header ?? '')?.[1]?.toLowerCase();
  if (name !== undefined && allowed.has(name)) return;
  throw new ServiceError(
    'forbidden',
    'this server is not known by that name; use its address, or set its public address',
  );
}

const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface RequestOrigin {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly contentType: string | undefined;
  readonly marker: string | undefined;
}

/**
 * Refuses what another site made a browser send (CSRF). A browser says where a request comes from; what names another
 * origin is refused whatever else it carries. Where nothing is said (programs), the request needs what a foreign page
 * cannot send without asking first: a JSON body, or the header `x-vedette`.
 * @throws ServiceError `forbidden`
 */
export function checkOrigin(request: RequestOrigin, publicUrl: URL | undefined): void {
  if (harmless.has(request.method)) return;
  const { origin, fetchSite } = request;
  if (fetchSite !== undefined && fetchSite !== 'same-origin') refuse();
  if (origin !== undefined) {
    if (!isOwn(origin, request.host, publicUrl)) refuse();
    return;
  }
  if (fetchSite === 'same-origin' || request.marker !== undefined) return;
  if (/^application\/json\b/i.test(request.contentType ?? '')) return;
  refuse();
}

function isOwn(origin: string, host: string | undefined, publicUrl: URL | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (publicUrl !== undefined && from.origin === publicUrl.origin) return true;
  return (from.protocol === 'http:' || from.protocol === 'https:') && from.host === host?.toLowerCase();
}

function refuse(): never {
  throw new ServiceError(
    'forbidden',
    'this request did not come from the console; send the header x-vedette: 1 from programs',
  );
}
