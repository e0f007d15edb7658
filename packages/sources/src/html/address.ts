/**
 * Schemes of links that a reader may follow. Everything else (javascript, data, file, and wrappers such as `feed:` and
 * `view-source:`, which may carry any of them) is dropped.
 */
export const linkSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);
export const mediaSchemes: ReadonlySet<string> = new Set(['http', 'https']);

/** Characters of an address. No browser or server is asked with more, and no publisher comes near it. */
export const longestAddress = 8192;

/** Characters that browsers skip in front of and inside a scheme; a scheme is judged without them. */
// eslint-disable-next-line no-control-regex -- the control characters are what is looked for
const ignoredInScheme = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF]/g;

/** The scheme of an address in lower case, as a browser would see it; undefined for a relative address. */
export function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(address.slice(0, 256).replaceAll(ignoredInScheme, ''))?.[1]?.toLowerCase();
}

/**
 * Makes an address absolute, or gives undefined where it is unsafe, longer than {@link longestAddress} or cannot be made
 * absolute. An address that is already absolute stays as published, but for blanks at its ends.
 * @param use `media` is stricter: an image or enclosure comes from the web or not at all
 * @example resolveAddress('../a b', 'http://example.org/x/y') // 'http://example.org/a%20b'
 */
export function resolveAddress(
  address: string,
  base: string | undefined,
  use: 'link' | 'media' = 'link',
): string | undefined {
  const clean = feedToWeb(cleaned(address));
  const scheme = schemeOf(clean);
  const allowed = use === 'media' ? mediaSchemes : linkSchemes;
  if (scheme !== undefined) {
    if (!allowed.has(scheme)) return undefined;
    if (clean.slice(0, scheme.length + 1).toLowerCase() !== `${scheme}:`) return undefined;
    const whole = parsed(clean);
    if (whole === undefined) return undefined;
    return short(/\s|[<>"`\\]/.test(clean) ? whole.href : clean);
  }
  if (base === undefined)
    return clean.startsWith('//') && clean.length > 2 ? short(parsed(`https:${clean}`)?.href) : undefined;
  const resolved = parsed(clean, base);
  return resolved !== undefined && allowed.has(resolved.protocol.slice(0, -1)) ? short(resolved.href) : undefined;
}

/** Without the blanks around it and the line breaks inside, as the URL standard says; one that is far too long stays. */
function cleaned(address: string): string {
  if (address.length > 2 * longestAddress) {
    const trimmed = address.trim();
    if (trimmed.length > longestAddress) return trimmed;
  }
  // eslint-disable-next-line no-control-regex -- line breaks inside an address are dropped
  return address.trim().replaceAll(/[\u0000-\u001F]/g, '');
}

/** `feed://host/x` and `feed:https://host/x` are how feeds were once linked: the web address inside is meant. */
function feedToWeb(address: string): string {
  if (!/^feed:/i.test(address)) return address;
  const inner = address.slice(5);
  if (inner.startsWith('//')) return `http:${inner}`;
  return /^https?:\/\//i.test(inner) ? inner : address;
}

function short(address: string | undefined): string | undefined {
  return address === undefined || address.length > longestAddress ? undefined : address;
}

function parsed(address: string, base?: string): URL | undefined {
  if (address.length > longestAddress) return undefined;
  try {
    return new URL(address, base);
  } catch {
    return undefined; // no address at all: the caller leaves it out
  }
}

/** The address if it is an absolute http or https one, else undefined. */
export function webAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const scheme = schemeOf(address);
  return (scheme === 'http' || scheme === 'https') && parsed(address.trim()) !== undefined ? address.trim() : undefined;
}

/**
 * The address without the user name and password that may stand in front of its host: what is shown, logged or written
 * into an Item. Any other address, and text that is none, stays as it is.
 * @example withoutCredentials('https://me:secret@example.org/feed') // 'https://example.org/feed'
 */
export function withoutCredentials(address: string): string {
  if (!address.includes('@')) return address;
  const url = parsed(address);
  // what cannot be parsed is shown in messages all the same
  if (url === undefined) return address.replace(/^([^/?#@]{0,40}\/\/)[^/?#\s]*@/, '$1');
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}
