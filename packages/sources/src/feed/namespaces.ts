/** Namespaces whose elements count as the feed's own, without prefix. */
const plain = [
  'http://backend.userland.com/rss', 'http://blogs.law.harvard.edu/tech/rss', 'http://cyber.law.harvard.edu/rss',
  'http://purl.org/rss/1.0/', 'http://purl.org/net/rss1.1#', 'http://my.netscape.com/rdf/simple/0.9/',
  'http://my.netscape.com/publish/formats/rss-0.91.dtd', 'http://channel.netscape.com/rdf/simple/0.9/',
  'http://backend.userland.com/rss2', 'http://backend.userland.com/rss091', 'http://backend.userland.com/rss092',
  'http://www.rssboard.org/rss-specification', 'http://purl.org/rss/1.0/modules/rss091#',
  'http://example.com/newformat#', 'http://example.com/necho', 'http://purl.org/echo/', 'uri/of/echo/namespace#',
  'http://purl.org/pie/', 'http://purl.org/atom/ns#', 'http://www.w3.org/2005/atom', 'https://www.w3.org/2005/atom',
  'http://purl.org/atom-blog/ns#', 'http://my.netscape.com/rdf/simple/0.9', 'http://purl.org/rss/1.0', 'http://purl.org/atom/ns',
]; // prettier-ignore

/** The usual prefix of a namespace; lower case, with the spellings that real feeds use. */
const prefixed: readonly (readonly [string, string])[] = [
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/elements/1.0/', 'dc'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/rss/1.0/modules/dc/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://www.itunes.com/dtds/podcast-1.0.dtd/', 'itunes'],
  ['http://example.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['http://search.yahoo.com/mrss/', 'media'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://tools.search.yahoo.com/mrss/', 'media'],
  ['http://video.search.yahoo.com/mrss', 'media'],
  ['http://video.search.yahoo.com/mrss/', 'media'],
  ['http://www.rssboard.org/media-rss', 'media'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://www.w3.org/1998/math/mathml', 'mathml'],
  ['http://www.w3.org/2000/svg', 'svg'],
  ['http://www.w3.org/xml/1998/namespace', 'xml'],
  ['http://purl.org/rss/1.0/modules/syndication/', 'sy'],
  ['http://purl.org/syndication/thread/1.0', 'thr'],
  ['http://purl.org/rss/1.0/modules/slash/', 'slash'],
  ['http://wellformedweb.org/commentapi/', 'wfw'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['http://podcastindex.org/namespace/1.0', 'podcast'],
  ['https://podcastindex.org/namespace/1.0', 'podcast'],
  ['http://www.google.com/schemas/play-podcasts/1.0', 'googleplay'],
  ['http://www.georss.org/georss', 'georss'],
  ['http://purl.org/rss/1.0/modules/annotate/', 'annotate'],
  ['http://webns.net/mvcb/', 'admin'],
  ['http://purl.org/rss/1.0/modules/email/', 'email'],
  ['http://xmlns.com/foaf/0.1/', 'foaf'],
  ['http://freshmeat.net/rss/fm/', 'fm'],
  ['http://purl.org/rss/1.0/modules/link/', 'l'],
  ['http://prismstandard.org/namespaces/1.2/basic/', 'prism'],
];

const known: ReadonlyMap<string, string> = new Map([...plain.map((uri) => [uri, ''] as const), ...prefixed]);

/**
 * The name prefix that this program uses for a namespace, whatever prefix the feed gave it; undefined for a namespace that
 * it does not know.
 * @example canonicalPrefix('http://purl.org/dc/elements/1.1/') // 'dc'
 */
export function canonicalPrefix(uri: string): string | undefined {
  return known.get(uri.trim().toLowerCase());
}
