import type { HistoryTest, KnownGood, Rule, TestedItem, WatchlistFinding } from '@vedette/contract';
import { missing, type Handlers } from './answers.js';
import { worldNow, type World } from './world.js';

const day = 86_400_000;
const museum = 'The Grey Gate museum shows lanterns on Sunday';

/** What a rule would have caught: invented, with everything that a test can say. */
export function historyTest(world: World, days: number): HistoryTest {
  const texts = world.items.slice(-8).map(tested);
  return {
    days: Array.from({ length: days }, (_, index) => ({
      at: new Date(worldNow - (days - 1 - index) * day).toISOString().slice(0, 10),
      count: (index * 3) % 11,
      items: 200 + ((index * 37) % 90),
      alerts: index % 4,
    })),
    total: 61,
    texts: 14,
    scanned: 50_000,
    complete: days < 60,
    sample: texts,
    nearMisses: [
      { kind: 'required', part: '"grey gate"', count: 9, sample: texts.slice(0, 3) },
      { kind: 'place', part: '"grey gate"', count: 2, sample: texts.slice(3, 5) },
      { kind: 'excluded', part: 'museum', count: 1, sample: texts.slice(5, 6) },
      { kind: 'language', part: 'ar', count: 0, sample: [] },
    ],
    moreLoosenings: 2,
    against: {
      version: 4,
      gained: { count: 3, sample: texts.slice(0, 2) },
      lost: { count: 1, sample: texts.slice(6, 7) },
    },
    estimate: { alerts: 14, days, people: 3, peopleAre: 'deciding', perPersonPerDay: 14 / days / 3 },
  };
}

function tested({ id, title, text }: World['items'][number]): TestedItem {
  const word = text.indexOf(' ');
  const found = { start: 0, end: Math.max(1, word), field: 'text' as const, term: 'gate', via: [] };
  return { id, text, spans: [found], ...(title === undefined ? {} : { title }) };
}

/** A rule that does not leave museums out catches the one that is known to be good. */
export function knownGoodFindings({ id, query }: Rule): WatchlistFinding[] {
  if (!query.includes('grey gate') || query.includes('-museum')) return [];
  const message = `catches a known-good text: ${museum}`;
  return [{ level: 'warning', rule: id, line: 1, column: 1, message, code: 'known-good', params: { text: museum } }];
}

/** Known-good texts: one of the watchlist and one for all, to begin with. */
export function knownGoodHandlers(world: World): Handlers {
  let version = 1;
  const one = { addedAt: new Date(worldNow - day).toISOString(), addedBy: 'Noor', version };
  let known: KnownGood[] =
    world.items.length === 0
      ? []
      : [
          { ...one, id: 'known-1', watchlist: 'watchlist-1', text: museum, lang: 'en' },
          { ...one, id: 'known-2', text: 'صباح الخير من المتحف', lang: 'ar' },
        ];
  return {
    listKnownGood: () => ({
      rows: known,
      versions: known.map((each) => ({
        ...(each.watchlist === undefined ? {} : { watchlist: each.watchlist }),
        version: each.version,
        at: each.addedAt,
        by: each.addedBy,
        change: 'added' as const,
        text: each.text,
      })),
    }),
    addKnownGood: ({ body }) => {
      const item = world.items.find(({ id }) => id === body.item);
      if (body.item !== undefined && item === undefined) throw missing('such item');
      version += 1;
      const added = {
        id: `known-${version + 1}`,
        text: body.text ?? item?.text ?? '',
        ...(body.watchlist === undefined ? {} : { watchlist: body.watchlist }),
        ...(body.item === undefined ? {} : { item: body.item }),
        addedAt: new Date(worldNow).toISOString(),
        addedBy: 'Vera',
        version,
      };
      known = [added, ...known];
      return added;
    },
    removeKnownGood: ({ params }) => {
      if (!known.some(({ id }) => id === params.id)) throw missing('such text');
      known = known.filter(({ id }) => id !== params.id);
    },
  };
}
