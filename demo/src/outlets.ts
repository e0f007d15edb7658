import type { DemoLanguage } from './languages/language-pack.js';

/** A newspaper or news site of the demo world; `.example` addresses belong to nobody (RFC 2606). */
export interface Outlet {
  readonly id: string;
  readonly title: string;
  readonly lang: DemoLanguage;
  readonly format: 'rss' | 'rdf' | 'atom' | 'json';
  readonly home: string;
  readonly feedUrl: string;
  readonly file: string;
  readonly byline: readonly string[];
}

function outlet(
  id: string,
  title: string,
  lang: DemoLanguage,
  format: Outlet['format'],
  byline: readonly string[],
): Outlet {
  const home = `https://${id}.example/`;
  const name = format === 'json' ? 'feed.json' : 'feed.xml';
  const extension = format === 'json' ? 'json' : 'xml';
  return { id, title, lang, format, home, feedUrl: `${home}${name}`, file: `press/${id}.${extension}`, byline };
}

export const outlets: readonly Outlet[] = [
  outlet('halvern-courier', 'The Halvern Courier', 'en', 'rss', ['Ada Winslade', 'Owen Carrick']),
  outlet('lindmar-mercury', 'Lindmar Mercury', 'en', 'atom', ['Edith Larkhill', 'staff']),
  outlet('coast-and-valley', 'Coast & Valley', 'en', 'json', ['Peter Quillmere']),
  outlet('echo-de-marest', 'L’Écho de Marest', 'fr', 'rss', ['Solène Arquin', 'Bastien Corlay']),
  outlet('la-vigie-de-rovenne', 'La Vigie de Rovenne', 'fr', 'atom', ['la rédaction']),
  outlet('le-quai', 'Le Quai', 'fr', 'rss', ['Maud Terrasine']),
  outlet('sada-as-sahil', 'صدى الساحل', 'ar', 'rss', ['هيئة التحرير', 'رنا الميسوري']),
  outlet('al-manara', 'منارة تولميرا', 'ar', 'rss', ['سامي القردوح']),
  outlet('el-faro-de-belsano', 'El Faro de Belsano', 'es', 'rss', ['Irene Maldoral', 'Redacción']),
  outlet('la-gaceta-de-tolmera', 'La Gaceta de Tolmera', 'es', 'rdf', ['Redacción']),
  outlet('sorbelse-courant', 'Sorbelse Courant', 'nl', 'atom', ['Hanneke Duinweg']),
  outlet('corvaner-anzeiger', 'Corvaner Anzeiger', 'de', 'json', ['Redaktion', 'Lotte Birkenau']),
];
