/** A page as a publisher would build it, with what a reader would call its article. */
export interface Page {
  readonly name: string;
  readonly html: string;
  /** the article's text blocks, in order */
  readonly body: readonly string[];
  /** words of the page that are none of the article's */
  readonly out: readonly string[];
}

export const p = (blocks: readonly string[], attributes = ''): string =>
  blocks.map((block) => `<p${attributes}>${block}</p>`).join('\n');

export const head = (title: string, more = ''): string =>
  `<head><meta charset="utf-8"><title>${title}</title>${more}<style>.a{color:red}</style></head>`;

export const menu =
  '<header class="site-header"><a class="logo" href="/">The Brenmoor Courier</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li><li><a href="/jobs">Jobs</a></li></ul></nav></header>';

export const foot =
  '<footer class="site-footer"><ul><li><a href="/about">About us</a></li><li><a href="/terms">Terms of service</a></li></ul><p>© 2026 Courier Media. All rights reserved. Registered in Brenmoor under number 4417.</p></footer>';

export const menuWords = ['Sport', 'Terms of service', 'Registered in Brenmoor'];
