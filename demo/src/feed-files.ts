import type { Outlet } from './outlets.js';
import type { DemoArticle } from './press.js';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function htmlOf(article: DemoArticle): string {
  return article.paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n');
}

function cdata(html: string): string {
  return `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function leadOf(article: DemoArticle): string {
  return article.paragraphs[0] ?? '';
}

/** RSS 2.0 with the content module. */
function rss(outlet: Outlet, articles: readonly DemoArticle[]): string {
  const items = articles.map(
    (article) => `    <item>
      <title>${escaped(article.title)}</title>
      <link>${article.url}</link>
      <guid isPermaLink="false">${outlet.id}/${article.id}</guid>
      <pubDate>${new Date(article.publishedAt).toUTCString()}</pubDate>
      <dc:creator>${escaped(article.author)}</dc:creator>
      <category>${article.topic}</category>
      <description>${escaped(leadOf(article))}</description>
      <content:encoded>${cdata(htmlOf(article))}</content:encoded>
    </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escaped(outlet.title)}</title>
    <link>${outlet.home}</link>
    <atom:link href="${outlet.feedUrl}" rel="self" type="application/rss+xml"/>
    <description>${escaped(outlet.title)}</description>
    <language>${outlet.lang}</language>
${items.join('\n')}
  </channel>
</rss>
`;
}

/** RSS 1.0 (RDF), as older publishing systems still give it. */
function rdf(outlet: Outlet, articles: readonly DemoArticle[]): string {
  const list = articles.map((article) => `        <rdf:li rdf:resource="${article.url}"/>`);
  const items = articles.map(
    (article) => `  <item rdf:about="${article.url}">
    <title>${escaped(article.title)}</title>
    <link>${article.url}</link>
    <dc:date>${iso(article.publishedAt)}</dc:date>
    <dc:creator>${escaped(article.author)}</dc:creator>
    <description>${escaped(leadOf(article))}</description>
    <content:encoded>${cdata(htmlOf(article))}</content:encoded>
  </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel rdf:about="${outlet.feedUrl}">
    <title>${escaped(outlet.title)}</title>
    <link>${outlet.home}</link>
    <description>${escaped(outlet.title)}</description>
    <dc:language>${outlet.lang}</dc:language>
    <items>
      <rdf:Seq>
${list.join('\n')}
      </rdf:Seq>
    </items>
  </channel>
${items.join('\n')}
</rdf:RDF>
`;
}

/** Atom 1.0 (RFC 4287). */
function atom(outlet: Outlet, articles: readonly DemoArticle[], updated: number): string {
  const entries = articles.map(
    (article) => `  <entry>
    <id>tag:${outlet.id}.example,2026:${article.id}</id>
    <title>${escaped(article.title)}</title>
    <link rel="alternate" type="text/html" href="${article.url}"/>
    <published>${iso(article.publishedAt)}</published>
    <updated>${iso(article.publishedAt)}</updated>
    <author><name>${escaped(article.author)}</name></author>
    <category term="${article.topic}"/>
    <summary>${escaped(leadOf(article))}</summary>
    <content type="html">${escaped(htmlOf(article))}</content>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.lang}">
  <id>${outlet.feedUrl}</id>
  <title>${escaped(outlet.title)}</title>
  <link rel="self" href="${outlet.feedUrl}"/>
  <link rel="alternate" href="${outlet.home}"/>
  <updated>${iso(updated)}</updated>
${entries.join('\n')}
</feed>
`;
}

/** JSON Feed 1.1. */
function jsonFeed(outlet: Outlet, articles: readonly DemoArticle[]): string {
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: outlet.title,
      home_page_url: outlet.home,
      feed_url: outlet.feedUrl,
      language: outlet.lang,
      items: articles.map((article) => ({
        id: `${outlet.id}/${article.id}`,
        url: article.url,
        title: article.title,
        summary: leadOf(article),
        content_html: htmlOf(article),
        date_published: iso(article.publishedAt),
        authors: [{ name: article.author }],
        tags: [article.topic],
      })),
    },
    undefined,
    2,
  )}\n`;
}

/** The feed of an outlet with these articles, newest first, in the outlet's format. */
export function writeFeed(outlet: Outlet, articles: readonly DemoArticle[]): string {
  const newestFirst = [...articles].sort((a, b) => b.publishedAt - a.publishedAt);
  switch (outlet.format) {
    case 'rss':
      return rss(outlet, newestFirst);
    case 'rdf':
      return rdf(outlet, newestFirst);
    case 'atom':
      return atom(outlet, newestFirst, newestFirst[0]?.publishedAt ?? 0);
    case 'json':
      return jsonFeed(outlet, newestFirst);
  }
}
