import type {
  Alert,
  Decoded,
  Item,
  ItemSummary,
  RouteResponse,
  Routes,
  Severity,
  WatchedSource,
} from '@vedette/contract';

/** How much the invented world holds: nothing, a screenful or two, or ten thousand rows. */
export type WorldSize = 'none' | 'some' | 'many';

/** The moment at which the invented world stands still. */
export const worldNow = Date.parse('2026-11-24T12:00:00Z');

const outlets = [
  { id: 'https://courier.example/feed', title: 'The Marrow Courier', lang: 'en' },
  { id: 'https://echo-valmar.example/rss', title: 'L’Écho de Valmar', lang: 'fr' },
  { id: 'https://almina.example/feed', title: 'صحيفة الميناء', lang: 'ar' },
  { id: 'https://faro-tamar.example/rss.xml', title: 'El Faro de Tamar', lang: 'es' },
  { id: 'https://zeebode.example/feed', title: 'De Zeebode', lang: 'nl' },
] as const;

const headlines: Readonly<Record<(typeof outlets)[number]['lang'], readonly string[]>> = {
  en: [
    'Harbour council votes for a second ferry after a summer of queues',
    'Museum opens its collection of tide clocks to the public',
    'Grey Gate rally moved from the old mill to the river meadow',
    'Storm closes the coast road; trains run again from Thursday',
    'How a village library became the quietest newsroom of the island',
  ],
  fr: [
    'Le conseil du port adopte un second bac après un été de files d’attente',
    'Le musée ouvre au public sa collection d’horloges à marée',
    'Porte Grise : le rassemblement déplacé vers la prairie du fleuve',
    'La tempête ferme la route côtière, les trains reprennent jeudi',
    'Comment une bibliothèque de village est devenue une rédaction',
  ],
  ar: [
    'مجلس الميناء يوافق على عبّارة ثانية بعد صيف من الطوابير',
    'المتحف يفتح مجموعته من ساعات المدّ أمام الجمهور',
    'نقل تجمّع البوابة الرمادية من الطاحونة القديمة إلى مرج النهر',
    'العاصفة تغلق الطريق الساحلي والقطارات تعود يوم الخميس',
    'كيف صارت مكتبة قرية أهدأ غرفة أخبار في الجزيرة',
  ],
  es: [
    'El consejo del puerto aprueba un segundo transbordador tras un verano de colas',
    'El museo abre al público su colección de relojes de marea',
    'La concentración de Puerta Gris se traslada al prado del río',
    'El temporal cierra la carretera de la costa; los trenes vuelven el jueves',
    'Cómo una biblioteca de pueblo se convirtió en redacción',
  ],
  nl: [
    'Havenraad stemt voor een tweede veer na een zomer vol wachtrijen',
    'Museum opent zijn verzameling getijdenklokken voor het publiek',
    'Bijeenkomst van Grijze Poort verplaatst naar de rivierweide',
    'Storm sluit de kustweg; treinen rijden weer vanaf donderdag',
    'Hoe een dorpsbibliotheek de stilste redactie van het eiland werd',
  ],
};

const bodies: Readonly<Record<(typeof outlets)[number]['lang'], string>> = {
  en: 'The decision came late in the evening, after three hours of questions from the public gallery. Members of all groups spoke of the long queues that had formed at the quay in August.\n\nA second vessel is to sail from the spring. The harbour master said that the crews could be trained in time. The costs are shared between the town and the island parishes.\n\nOpponents asked for a study of the winter timetable first. It will be on the agenda of the next sitting.',
  fr: 'La décision est tombée tard dans la soirée, après trois heures de questions venues des tribunes. Tous les groupes ont évoqué les longues files formées sur le quai en août.\n\nUn second bateau doit naviguer dès le printemps. Le capitaine du port assure que les équipages seront formés à temps.\n\nLes opposants demandent d’abord une étude des horaires d’hiver.',
  ar: 'جاء القرار في ساعة متأخرة من المساء بعد ثلاث ساعات من أسئلة الجمهور. وتحدّث أعضاء جميع الكتل عن الطوابير الطويلة التي تشكّلت على الرصيف في آب.\n\nومن المقرر أن تبحر سفينة ثانية ابتداءً من الربيع. وقال ربّان الميناء إن الأطقم ستُدرَّب في الوقت المناسب.\n\nوطالب المعارضون أولًا بدراسة لجدول الشتاء.',
  es: 'La decisión llegó entrada la noche, tras tres horas de preguntas del público. Miembros de todos los grupos hablaron de las largas colas que se formaron en el muelle en agosto.\n\nUn segundo barco navegará desde la primavera. El capitán del puerto dijo que las tripulaciones estarán formadas a tiempo.\n\nLos opositores pidieron antes un estudio del horario de invierno.',
  nl: 'De beslissing viel laat op de avond, na drie uur vragen vanaf de publieke tribune. Leden van alle fracties spraken over de lange rijen die in augustus op de kade stonden.\n\nEen tweede schip vaart vanaf het voorjaar. De havenmeester zei dat de bemanningen op tijd zijn opgeleid.\n\nTegenstanders vroegen eerst om een onderzoek naar de winterdienst.',
};

/** Disguised lines of the invented movement, each with what it says and how it was disguised. */
export const disguisedLines: readonly Omit<Decoded, 'id'>[] = [
  {
    text: 'j0in thе gr\u200Bеy g4te tonight, m\u202Eeet\u202C at the mill',
    plain: 'join the grey gate tonight, meet at the mill',
    fold: 'join the grey gate tonight meet at the mill',
    readings: [],
    disguises: [
      { name: 'leet', start: 0, end: 4 },
      { name: 'homoglyph', start: 5, end: 8 },
      { name: 'invisible', start: 9, end: 14 },
      { name: 'homoglyph', start: 9, end: 14 },
      { name: 'leet', start: 15, end: 19 },
      { name: 'bidi', start: 29, end: 35 },
    ],
  },
  {
    text: 'البوابـــة الرماديــة تفتح الليلة',
    plain: 'البوابة الرمادية تفتح الليلة',
    fold: 'البوابه الرماديه تفتح الليله',
    readings: [],
    disguises: [
      { name: 'tatweel', start: 0, end: 10 },
      { name: 'tatweel', start: 11, end: 21 },
    ],
  },
  {
    text: 'am9pbiB0aGUgZ3JleSBnYXRl',
    plain: 'am9pbiB0aGUgZ3JleSBnYXRl',
    fold: 'am9pbib0agugz3jlesbnyxrl',
    readings: [
      { text: 'join the grey gate', steps: ['base64'], confidence: 0.97 },
      { text: 'join the grey gates', steps: ['base64', 'repeated'], confidence: 0.31 },
    ],
    disguises: [{ name: 'base64', start: 0, end: 24 }],
  },
];

/** Everything in the invented world; handlers change it as the server would change its store. */
export interface World {
  readonly sources: WatchedSource[];
  readonly items: readonly Item[];
  readonly alerts: Alert[];
  readonly record: RouteResponse<Routes['listRecord']>['rows'];
}

function instant(minutesAgo: number): string {
  return new Date(worldNow - minutesAgo * 60_000).toISOString();
}

/** @example makeWorld('many').items.length // 10000 */
export function makeWorld(size: WorldSize): World {
  if (size === 'none') return { sources: [], items: [], alerts: [], record: [] };
  const count = size === 'many' ? 10_000 : 120;
  const items = [
    ...Array.from({ length: count - 3 * 14 }, (_, index) => makeArticle(index)),
    ...Array.from({ length: 3 * 14 }, (_, index) => makePost(index)),
  ];
  const alertCount = size === 'many' ? 10_000 : 18;
  return {
    sources: makeSources(),
    items,
    alerts: Array.from({ length: alertCount }, (_, index) => makeAlert(index, items)),
    record: makeRecord(size === 'many' ? 10_000 : 30),
  };
}

function makeArticle(index: number): Item {
  const outlet = outlets[index % outlets.length] ?? outlets[0];
  const titles = headlines[outlet.lang];
  const withImages = index % 3 === 0;
  return {
    id: `article-${index}`,
    source: { kind: 'feed', id: outlet.id, title: outlet.title, url: outlet.id },
    nativeId: `${outlet.id}/${index}`,
    kind: 'article',
    url: `${new URL(outlet.id).origin}/news/${index}`,
    author: { name: index % 2 === 0 ? 'Ada Fenn' : 'م. الساحلي' },
    publishedAt: instant(index * 7),
    title: titles[Math.floor(index / outlets.length) % titles.length] ?? titles[0] ?? '',
    text: bodies[outlet.lang],
    lang: outlet.lang,
    ...(withImages
      ? { media: [{ type: 'image', url: `https://img.example/${index}.jpg`, alt: 'A ferry at the quay' }] }
      : {}),
  };
}

function makePost(index: number): Item {
  const line = disguisedLines[index % disguisedLines.length] ?? disguisedLines[0];
  return {
    id: `post-${index}`,
    source: {
      kind: 'telegram-export',
      id: 'chat-4401',
      title: 'Mill \u202Eegassem\u202C channel',
      file: 'result.json',
    },
    nativeId: String(9000 + index),
    kind: 'message',
    author: { id: `user${index}`, handle: `mill_\u200B${index}`, name: `Miller ${index}` },
    publishedAt: instant(index * 3 + 2),
    text: line?.text ?? '',
    ...(index % 3 === 1 ? { lang: 'ar' } : { lang: 'en' }),
  };
}

/** An Item as lists show it. */
export function summaryOf(item: Item): ItemSummary {
  const spans = disguisedLines.some((line) => line.text === item.text)
    ? [{ start: 5, end: 19, field: 'text' as const, term: 'grey gate', via: ['homoglyph' as const, 'leet' as const] }]
    : undefined;
  return {
    id: item.id,
    source: item.source,
    kind: item.kind,
    ...(item.url === undefined ? {} : { url: item.url }),
    ...(item.author === undefined ? {} : { author: item.author }),
    ...(item.publishedAt === undefined ? {} : { publishedAt: item.publishedAt }),
    receivedAt: item.publishedAt ?? instant(0),
    ...(item.title === undefined ? {} : { title: item.title }),
    text: item.text.slice(0, 400),
    textLength: item.text.length,
    ...(item.lang === undefined ? {} : { lang: item.lang }),
    mediaCount: item.media?.length ?? 0,
    disguised: spans !== undefined,
    demo: true,
    ...(spans === undefined ? {} : { spans }),
  };
}

const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

function makeAlert(index: number, items: readonly Item[]): Alert {
  const severity = severities[index % 4] ?? 'low';
  const copies = index % 5 === 0 ? 14 : 1 + (index % 3);
  const parts = [
    { name: 'severity' as const, points: 40 - (index % 4) * 10 },
    { name: 'copies' as const, points: copies },
    { name: 'sources' as const, points: 1 + (index % 2) },
    { name: 'disguise' as const, points: index % 2 === 0 ? 5 : 0 },
  ];
  const lead = items[items.length - 42 + (index % 42)] ?? items[0];
  if (lead === undefined) throw new Error('An alert needs an Item.');
  return {
    id: `alert-${index}`,
    state: 'open',
    severity,
    priority: { score: parts.reduce((sum, part) => sum + part.points, 0), parts },
    rules: [{ watchlist: 'watchlist-1', rule: 'grey-gate', note: 'calls to a closed meeting' }],
    lead: summaryOf(lead),
    copies,
    sources: 1 + (index % 2),
    firstAt: instant(index * 11 + 40),
    lastAt: instant(index * 11),
    viewers: index === 1 ? [{ id: 'person-2', name: 'Noor' }] : [],
  };
}

function makeSources(): WatchedSource[] {
  const health = ['ok', 'ok', 'quiet', 'failing', 'paused'] as const;
  return outlets.map((outlet, index) => ({
    id: `source-${index}`,
    kind: 'feed',
    title: outlet.title,
    url: outlet.id,
    config: { url: outlet.id },
    basis: 'Public press feed',
    paused: health[index] === 'paused',
    demo: true,
    health: health[index] ?? 'ok',
    items: 1200 + index * 311,
    quarantined: index === 3 ? 2 : 0,
    lastAttemptAt: instant(4 + index),
    lastSuccessAt: instant(index === 3 ? 1500 : 4 + index),
    lastItemAt: instant(index === 2 ? 4000 : 30 + index),
    nextAttemptAt: instant(-10 - index),
    expectedEverySeconds: 3600 * (index + 1),
    ...(index === 3
      ? { error: { code: 'temporary', message: 'faro-tamar.example answered 503 four times.', at: instant(4) } }
      : {}),
  }));
}

function makeRecord(count: number): World['record'] {
  const actions = ['alert.decided', 'source.added', 'watchlist.saved', 'decision.undone', 'image.restored'];
  const post = { kind: 'item' as const, title: 'jоin the grey gаte tоnight, meet at the mill' };
  const subjects = [
    { id: 'alert-0', about: { ...post, kind: 'alert' as const } },
    { id: 'source-1', about: { kind: 'source' as const, title: 'The Marrow Courier' } },
    { id: 'watchlist-1', about: { kind: 'watchlist' as const, title: 'Invented movements' } },
    { id: 'alert-0', about: { ...post, kind: 'alert' as const } },
    { id: 'post-0', about: post },
  ];
  return Array.from({ length: count }, (_, index) => ({
    index: count - index - 1,
    at: instant(index * 9),
    actor: index % 2 === 0 ? 'Noor' : 'Vera',
    action: actions[index % actions.length] ?? '',
    subject: subjects[index % actions.length]?.id ?? '',
    about: subjects[index % actions.length]?.about,
    details: index % 5 === 0 ? { verdict: 'protected', copies: 14 } : {},
    leafHash: (index + 7).toString(16).padStart(64, 'a3f'),
  }));
}
