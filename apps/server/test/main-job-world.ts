import { once } from 'node:events';
import { createServer } from 'node:http';
import { portOf } from './server-harness.js';

/** News is of today, whenever the test runs. */
export function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * 3_600_000);
}

/** A day as the English page writes it. */
export function dateInEnglish(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

/** What the loopback town publishes, and what somebody hands over from a chat. All of it is invented. */
export const texts = {
  outlet: 'The Marrow Courier',
  ferry: 'Harbour council votes for a second ferry',
  secondOutlet: 'Kestrel Gazette',
  secondFerry: 'Second ferry: harbour council votes yes',
  ferryAt: hoursAgo(2),
  ferryText: 'The council voted by nine to four on Monday. The second ferry is to run from spring.',
  museum: 'Le musée du port ouvre une aile de quatre salles de cartes',
  museumText: 'Les salles présentent des cartes de la côte',
  disguisedHeadline: 'Walkers called to the ｇｒｅｙ ｇａｔｅ at the mill',
  disguisedPlain: 'grey gate',
  message: 'Join the gr\u200Bey g\u200Bate tonight, bring a lantern and meet at the old mill',
  rule: '"grey gate" -museum',
} as const;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
}

export interface LoopbackPress {
  /** the front page of an outlet: no feed, but it names one */
  readonly frontPage: string;
  /** the feed of another outlet, with one article about the same event */
  readonly secondFeed: string;
  /** a page as press aggregators make them, without any feed */
  readonly aggregatorPage: string;
  /** From now on the feed has one entry more. */
  publish(entry: Entry): void;
  close(): Promise<void>;
}

const firstEntries: readonly Entry[] = [
  { id: '1', title: texts.ferry, text: texts.ferryText, at: texts.ferryAt },
  {
    id: '2',
    title: 'Lantern walk draws a record crowd',
    text: 'Two thousand people walked along the river with paper lanterns.',
    at: hoursAgo(5),
  },
  {
    id: '3',
    title: 'Mill grinds again after nine winters',
    text: 'Volunteers restored the wheel and the stones of the old mill.',
    at: hoursAgo(26),
  },
];

const secondEntries: readonly Entry[] = [
  { id: '7', title: texts.secondFerry, text: 'Nine of thirteen members voted for it.', at: hoursAgo(1) },
];

/** Serves two outlets and an aggregator on loopback, until it is closed. */
export async function servePress(): Promise<LoopbackPress> {
  const entries = [...firstEntries];
  const server = createServer((request, response) => {
    const answer = answerTo(request.url ?? '/', entries);
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': answer?.type ?? 'text/plain' });
    response.end(answer?.body ?? 'not here');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${portOf(server)}`;
  return {
    frontPage: `${origin}/`,
    secondFeed: `${origin}/gazette.xml`,
    aggregatorPage: `${origin}/kiosque/12`,
    publish: (entry) => void entries.unshift(entry),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answerTo(
  path: string,
  entries: readonly Entry[],
): { readonly type: string; readonly body: string } | undefined {
  switch (path) {
    case '/':
      return { type: 'text/html; charset=utf-8', body: frontPage };
    case '/news.xml':
      return { type: 'application/rss+xml; charset=utf-8', body: rss(texts.outlet, entries) };
    case '/gazette.xml':
      return { type: 'text/xml', body: rss(texts.secondOutlet, secondEntries) };
    case '/kiosque/12':
      return { type: 'text/html; charset=utf-8', body: aggregatorPage };
    default:
      return undefined;
  }
}

const frontPage = `<!doctype html><html lang="en"><head><title>${texts.outlet}</title>
<link rel="alternate" type="application/rss+xml" title="News" href="news.xml"></head>
<body><h1>${texts.outlet}</h1><p>All the news of the harbour.</p></body></html>`;

function rss(title: string, entries: readonly Entry[]): string {
  const items = entries.map(
    ({ id, text, at, ...entry }) => `<item><guid isPermaLink="false">${id}</guid><title>${entry.title}</title>
<link>/articles/${id}</link><pubDate>${at.toUTCString()}</pubDate><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${title}</title>
<language>en</language>${items.join('\n')}</channel></rss>`;
}

const aggregatorPage = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${texts.museum} | Kiosque</title></head>
<body><div id="header"><a href="/">Kiosque</a></div>
<div class="slide">La foire aux livres ouvre ses portes    Le port annonce une hausse du trafic    Météo : temps doux</div>
<div>Merci d'avoir signalé!<br>Cette image sera automatiquement bloquée après qu'elle soit signalée par plusieurs personnes.</div>
<h2 class="t">${texts.museum}</h2>
<div class="pub">Publié dans <a href="/gazette">La Gazette de Lune</a> le 04 - 10 - 2017</div>
<div class="text">Le musée du port a inauguré lundi une nouvelle aile. ${texts.museumText}, et des bateaux qui ont servi à la pêche jusqu'au siècle dernier.<br>
Des conservateurs de quatre villes se sont réunis mercredi pour préparer la suite de l'exposition, a indiqué le journal local.<br>
«Nous voulons que chacun puisse venir», a dit la directrice, qui prête aussi ses cartes aux écoles de la région.</div>
<a href="http://gazette.example/articles/1">Cliquez ici pour lire l'article depuis sa source.</a>
<div class="related"><h3>Articles similaires</h3><ul><li><a href="/2">Le musée</a></li><li><a href="/3">Le port</a></li></ul></div>
<div id="footer">© Kiosque</div></body></html>`;

/** A chat as Telegram exports it: one disguised call in three copies, one innocent look-alike, one broken message. */
export function telegramExport(): Buffer {
  const said = [
    texts.message,
    'The grey gate museum opens at ten',
    texts.message,
    texts.message.replace('tonight', 'to\u200Bnight'),
    'Soup or bread?',
  ];
  const messages: object[] = said.map((text, index) => ({
    id: index + 1,
    type: 'message',
    date: '2026-11-02T10:01:00',
    date_unixtime: String(1_793_613_660 + index * 60),
    from: `Walker ${index + 1}`,
    from_id: `user${index + 1}`,
    text,
    text_entities: [],
  }));
  messages.splice(2, 0, { id: 'not a number', type: 'message', text: 'broken' });
  return Buffer.from(JSON.stringify({ name: 'Lantern Walk', type: 'public_supergroup', id: 1_234_567_890, messages }));
}
