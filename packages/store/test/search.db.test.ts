import { compileRules, parseQuery } from '@vedette/match';
import { describeDatabases } from '@vedette/testing/database';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { entryOf, harbour, minute, noon } from './entries.js';

const vocabulary = [
  'grey',
  'gate',
  'harbour',
  'café',
  'cafe',
  'بوابة',
  'والبوابة',
  'رمادية',
  '#GreyGate',
  'gr3y',
  'g r e y',
  'Été',
  'NASA',
  '🚢',
  '東京',
];
const terms = [
  'grey',
  'gate',
  'cafe',
  'بوابة',
  'ete',
  '"grey gate"',
  'gre*',
  'hashtag:greygate',
  'title:grey',
  'raw:café',
  'cs:"NASA"',
  'gte~1',
  '/gr.y/',
  'grey NEAR gate',
  'grey NEAR/9 gate',
  'kind:post',
  'lang:ar',
  'from:anna',
  'has:image',
  'since:2026-03-01',
  '🚢',
  '京',
  'via:leet grey',
];

const texts = fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 }).map((words) => words.join(' '));
const query = fc
  .array(fc.tuple(fc.constantFrom('', '-', 'OR '), fc.constantFrom(...terms)), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.map(([sign, term], index) => (index === 0 ? term : `${sign}${term}`)).join(' '));

function differentWords(count: number): string {
  return Array.from({ length: count }, (_, index) => `word${index}*`).join(' ');
}

describeDatabases('a search', (databases) => {
  it('finds what the watchlists would match', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    const corpus = fc
      .sample(fc.record({ title: texts, text: texts }), { numRuns: 120, seed: 7 })
      .map(({ title, text }, n) =>
        entryOf({
          id: `i${n}`,
          text,
          ...(n % 3 === 0 ? { title } : {}),
          publishedAt: new Date(noon - n * 600 * minute).toISOString(),
          ...(n % 2 === 0 ? { lang: n % 4 === 0 ? 'ar-MA' : 'en' } : {}),
          ...(n % 5 === 0 ? { author: { handle: '@Anna' }, media: [{ type: 'image/png' }] } : {}),
        }),
      );
    await hand(corpus);
    for (const q of [...terms, ...fc.sample(query, { numRuns: 60, seed: 11 })]) {
      const { ast, problems } = parseQuery(q);
      if (ast === undefined || problems.length > 0) continue;
      const { matcher } = compileRules([{ id: 'r', query: q }]);
      const wanted = corpus.filter(({ item }) => matcher.match(item).length > 0).map(({ item }) => item.id);
      const found = await store.search.page({ q, limit: 200, facets: true });
      expect({ q, ids: found.rows.map(({ id }) => id) }).toEqual({ q, ids: wanted });
      expect({ q, total: found.total }).toEqual({ q, total: { value: wanted.length, exact: true } });
      const counted = found.facets?.kind.reduce((sum, { count }) => sum + count, 0) ?? 0;
      expect({ q, counted }).toEqual({ q, counted: wanted.length });
    }
  });

  it('finds Arabic with particles, vowel signs and letter forms, and Latin without its accents', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    await hand([
      entryOf({ id: 'particles', text: 'وبالبوّابة الرمادية' }),
      entryOf({ id: 'accents', text: 'L’Été à la façade' }),
      entryOf({ id: 'disguised', text: 'the gr3y g@te' }),
    ]);
    const find = async (q: string) =>
      (await store.search.page({ q, limit: 5, facets: false })).rows.map(({ id }) => id);
    expect(await find('بوابة')).toEqual(['particles']);
    expect(await find('"بوابة رمادية"')).toEqual(['particles']);
    expect(await find('ete facade')).toEqual(['accents']);
    expect(await find('FAÇADE')).toEqual(['accents']);
  });

  it('gives pages without a gap or a repetition, and says what it looked at', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    await hand(Array.from({ length: 45 }, (_, n) => entryOf({ id: `i${n}`, text: `boat ${n}` })));
    for (const q of ['', 'boat', '/boat/']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.search.page({ q, limit: 10, facets: false, cursor });
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      expect({ q, count: seen.length, different: new Set(seen).size }).toEqual({ q, count: 45, different: 45 });
    }
    const regex = await store.search.page({ q: '/boat 7/', limit: 10, facets: false });
    expect([regex.scanned, regex.rows.length]).toEqual([45, 1]);
    expect(regex.rows[0]?.spans).toEqual([{ start: 0, end: 6, field: 'text', term: '/boat 7/', via: [] }]);
  });

  it('names mistakes and uses the rest; exports everything with its true total', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    await hand(Array.from({ length: 30 }, (_, n) => entryOf({ id: `i${n}`, text: n % 2 === 0 ? 'boat' : 'train' })));
    const page = await store.search.page({ q: 'boat OR', limit: 50, facets: false });
    expect([page.rows.length, page.problems[0]?.message]).toEqual([15, 'OR needs a term on both sides']);
    const all = await store.search.export({ q: 'boat' });
    const ids = [];
    for await (const { id } of all.items) ids.push(id);
    expect([all.total, ids.length]).toEqual([15, 15]);
  });

  it('refuses hundreds of words at once, which everybody would wait for', async () => {
    const store = await databases.open();
    const page = await store.search.page({ q: differentWords(101), limit: 50, facets: false });
    expect(page.rows).toEqual([]);
    expect(page.problems).toEqual([
      expect.objectContaining({ start: 0, message: expect.stringContaining('at most 100') }),
    ]);
    const fine = await store.search.page({ q: differentWords(100), limit: 50, facets: false });
    expect(fine.problems).toEqual([]);
  });
});
