/** A place where people of the demo world post, and the form in which it is handed over. */
export interface Channel {
  readonly id: string;
  readonly title: string;
  readonly kind: 'telegram-export' | 'csv' | 'ndjson';
  readonly file: string;
  readonly languages: readonly string[];
  /** everyday posts in two weeks */
  readonly everyday: number;
  /** the chat id of a Telegram channel */
  readonly chat?: number;
  /** where the movement posts openly */
  readonly movement?: boolean;
  /** the header of a table, as its people write it, and what separates the cells */
  readonly table?: {
    readonly header: readonly [string, string, string, string, string];
    readonly delimiter: ',' | ';';
  };
}

export const channels: readonly Channel[] = [
  {
    id: 'lamplighters',
    title: 'Lamplighters',
    kind: 'telegram-export',
    file: 'telegram/lamplighters/result.json',
    languages: ['en', 'fr', 'ar'],
    everyday: 60,
    chat: 1700000101,
    movement: true,
  },
  {
    id: 'halvern-neighbours',
    title: 'Halvern Neighbours',
    kind: 'telegram-export',
    file: 'telegram/halvern-neighbours/result.json',
    languages: ['en', 'fr', 'de', 'ary-Latn'],
    everyday: 280,
    chat: 1700000102,
  },
  {
    id: 'coast-weather',
    title: 'Coast weather / طقس الساحل',
    kind: 'telegram-export',
    file: 'telegram/coast-weather/result.json',
    languages: ['en', 'ar', 'es'],
    everyday: 160,
    chat: 1700000103,
  },
  {
    id: 'valley-forum',
    title: 'Valley Forum',
    kind: 'csv',
    file: 'posts/valley-forum.csv',
    languages: ['en', 'nl', 'de'],
    table: { header: ['id', 'datetime', 'author', 'text', 'url'], delimiter: ',' },
    everyday: 420,
  },
  {
    id: 'plaza',
    title: 'Plaza',
    kind: 'csv',
    file: 'posts/plaza.csv',
    languages: ['es', 'fr'],
    table: { header: ['id', 'fecha y hora', 'autor', 'texto', 'url'], delimiter: ';' },
    everyday: 340,
  },
  {
    id: 'the-square',
    title: 'The Square',
    kind: 'ndjson',
    file: 'posts/the-square.ndjson',
    languages: ['en', 'fr', 'ar', 'es', 'nl', 'de'],
    everyday: 640,
  },
  {
    id: 'rahba',
    title: 'الرحبة',
    kind: 'ndjson',
    file: 'posts/rahba.ndjson',
    languages: ['ar', 'ary-Latn', 'zgh', 'fr'],
    everyday: 280,
  },
];
