import { Parser } from 'htmlparser2';
import { resolveAddress } from '../html/address.js';

/** A feed that a web page names in its head, or a link that looks like one. */
export interface LinkedFeed {
  readonly url: string;
  readonly title: string | undefined;
}

const feedTypes =
  /^(?:application|text)\/(?:rss|atom|rdf|feed)\+?(?:xml|json)|^application\/(?:json|xml)$|^text\/xml$/i;

/** The feeds that a page names: `link rel="alternate"` first, then links whose address or text says so. */
export function linkedFeeds(html: string, pageUrl: string | undefined): readonly LinkedFeed[] {
  const named: LinkedFeed[] = [];
  const looking: LinkedFeed[] = [];
  let base = pageUrl;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const href = attributes['href'];
        if (href === undefined) return;
        if (name === 'base') base = resolveAddress(href, pageUrl) ?? base;
        const rel = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
        const url = base === undefined ? href : resolveAddress(href, base);
        if (url === undefined || url === '') return;
        if (name === 'link' && (rel.includes('alternate') || rel.includes('feed'))) {
          const type = attributes['type'] ?? '';
          const isFeed = rel.includes('feed') || feedTypes.test(type);
          // an XML or JSON alternate of something else (oEmbed, the WordPress API) is no feed
          if (isFeed && !/oembed|wp-json|opensearch/i.test(href + type))
            named.push({ url, title: attributes['title'] });
        } else if (
          name === 'a' &&
          /(?:\/feeds?\/?$|\/rss\/?$|\/atom\/?$|\.rss$|\.atom$|\.rdf$|(?:rss|feed|atom|index)\.xml$|feed\.json$|[?&]feed=)/i.test(
            href,
          )
        ) {
          looking.push({ url, title: attributes['title'] });
        }
      },
    },
    { decodeEntities: true },
  );
  parser.write(html.slice(0, 2_000_000));
  parser.end();
  const seen = new Set<string>();
  return [...named, ...looking].filter(({ url }) => !seen.has(url) && seen.add(url));
}
