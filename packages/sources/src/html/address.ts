/** Schemes of links that a reader may follow; everything else (javascript, vbscript, data, file, blob …) is dropped. */
const linkSchemes: ReadonlySet<string> = new Set([
  'http', 'https', 'ftp', 'ftps', 'sftp', 'mailto', 'tel', 'sms', 'news', 'nntp', 'xmpp', 'irc', 'ircs', 'sip', 'sips',
  'magnet', 'feed', 'git', 'gopher', 'geo', 'urn', 'callto', 'webcal', 'rtsp', 'rtmp', 'mms', 'at', 'tg', 'ssh', 'svn',
]); // prettier-ignore

const mediaSchemes: ReadonlySet<string> = new Set(['http', 'https', 'ftp', 'rtsp', 'rtmp', 'mms']);

/** Characters that browsers skip in front of and inside a scheme; a scheme is judged without them. */
// eslint-disable-next-line no-control-regex -- the control characters are what is looked for
const ignoredInScheme = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u206F\uFEFF]/g;

/** The scheme of an address in lower case, as a browser would see it; undefined for a relative address. */
export function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(address.slice(0, 256).replaceAll(ignoredInScheme, ''))?.[1]?.toLowerCase();
}

/**
 * Makes an address absolute, or gives undefined where it is unsafe or cannot be made absolute. An address that is already
 * absolute stays as published, but for blanks at its ends.
 * @param use `media` is stricter: an image or enclosure comes from the network or not at all
 * @example resolveAddress('../a b', 'http://example.org/x/y') // 'http://example.org/a%20b'
 */
export function resolveAddress(
  address: string,
  base: string | undefined,
  use: 'link' | 'media' = 'link',
): string | undefined {
  // eslint-disable-next-line no-control-regex -- line breaks inside an address are dropped, as the URL standard says
  const clean = address.trim().replaceAll(/[\u0000-\u001F]/g, '');
  const scheme = schemeOf(clean);
  const allowed = use === 'media' ? mediaSchemes : linkSchemes;
  if (scheme !== undefined) {
    if (!allowed.has(scheme)) return undefined;
    if (clean.slice(0, scheme.length + 1).toLowerCase() !== `${scheme}:`) return undefined;
    const whole = parsed(clean);
    if (whole === undefined) return undefined;
    return /\s|[<>"`\\]/.test(clean) ? whole.href : clean;
  }
  if (base === undefined)
    return clean.startsWith('//') && clean.length > 2 ? parsed(`https:${clean}`)?.href : undefined;
  const resolved = parsed(clean, base);
  return resolved !== undefined && allowed.has(resolved.protocol.slice(0, -1)) ? resolved.href : undefined;
}

function parsed(address: string, base?: string): URL | undefined {
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
