import { describeDatabases } from '@vedette/testing/database';
import { expect, it } from 'vitest';
import { entryOf, harbour, minute, noon } from './entries.js';

function articleOf(outlet: string, title: string, publishedAt = '2026-03-01T12:00:00Z') {
  const id = `${outlet}: ${title}`;
  return entryOf({ id, kind: 'article', title, publishedAt, source: { kind: 'feed', id: outlet, title: outlet } });
}

describeDatabases('the front page', (databases) => {
  it('takes an article dated years ahead as published when it was received', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    await hand(
      [
        articleOf('Herald', 'yesterday', '2026-02-28T12:00:00Z'),
        articleOf('Herald', 'years ahead', '2093-01-01T00:00:00Z'),
      ],
      {
        at: noon,
      },
    );
    await hand([articleOf('Herald', 'next', '2026-03-01T12:03:00Z')], { at: noon + 5 * minute });
    const order = ['next', 'years ahead', 'yesterday'];
    const { stream, ticker } = await store.press.page({ limit: 10 });
    expect(stream.rows.map(({ title }) => title)).toEqual(order);
    expect(ticker.map(({ title }) => title)).toEqual(order);
    const found = await store.search.page({ q: '', limit: 10, facets: false });
    expect(found.rows.map(({ title }) => title)).toEqual(order);
    // What it claims is kept and shown.
    expect(stream.rows[1]?.publishedAt).toBe('2093-01-01T00:00:00Z');
  });

  it('leads with the story that most outlets tell', async () => {
    const store = await databases.open();
    const { hand } = await harbour(store);
    await hand([
      articleOf('Herald', 'Lighthouse keeper retires after forty winters'),
      articleOf('Courier', 'After forty winters the lighthouse keeper retires'),
      articleOf('Herald', 'Ferry strikes sandbank outside Port Amber'),
      articleOf('Courier', 'Ferry strikes a sandbank near Port Amber'),
      articleOf('Mirror', 'Sandbank stops the ferry from Port Amber'),
      articleOf('Mirror', 'Recipe of the week: pear soup'),
    ]);
    const { stories } = await store.press.page({ limit: 10 });
    expect(stories.map(({ outlets, articles }) => ({ outlets, articles }))).toEqual([
      { outlets: 3, articles: 3 },
      { outlets: 2, articles: 2 },
    ]);
    expect(stories[0]).toMatchObject({ firstOutlet: 'Herald', lead: { source: { title: 'Mirror' } } });
  });
});
