import { describe, expect, it } from 'vitest';
import { type Article, groupStories } from '../src/groups/stories.js';

const hour = 3_600_000;

/** Articles of different outlets, an hour apart, each with a text of its own. */
function articles(...titles: readonly string[]): Article[] {
  return titles.map((title, index) => ({
    seq: index + 1,
    origin: index + 1,
    copyKey: `text ${index}`,
    sortAt: new Date(index * hour),
    lang: 'en',
    title,
  }));
}

const told = (given: readonly Article[]) =>
  groupStories(given).map((story) => story.articles.map(({ seq }) => seq).sort((a, b) => a - b));

describe('stories', () => {
  it('are titles that share most of their words, in any order and also with other words between', () => {
    const given = articles(
      'Bridge over the Orla closed after storm',
      'Storm: Orla bridge closed until Monday',
      'Pear harvest begins early',
    );
    expect(told(given)).toEqual([[1, 2]]);
  });

  it('keep different events apart that have one name in common', () => {
    const given = articles(
      'Port Amber museum shows painted clocks from three centuries',
      'Port Amber ferry timetable changes for the winter season',
      'Mayor of Port Amber plants the thousandth chestnut tree',
    );
    expect(told(given)).toEqual([]);
  });

  it('do not chain over an article that has a little of each', () => {
    const given = articles(
      'Clock museum opens painted hall',
      'Painted hall, chestnut trees and winter timetable: the week in Port Amber',
      'Winter timetable adds ferries at night',
    );
    expect(told(given)).toEqual([]);
  });

  it('join equal texts whatever their titles say', () => {
    const [first, second, third] = articles('Agency: gate opens', 'New opening times', 'Pears');
    if (first === undefined || second === undefined || third === undefined) throw new Error('three were made');
    expect(told([first, { ...second, copyKey: first.copyKey }, third])).toEqual([[1, 2]]);
  });

  it('need two outlets: one that repeats itself tells no story', () => {
    const given = articles('Storm closes Orla bridge', 'Storm closes Orla bridge');
    expect(told(given.map((article) => ({ ...article, origin: 1 })))).toEqual([]);
  });

  it('say nothing of words that most titles have', () => {
    const given = articles(...Array.from({ length: 12 }, (_, n) => `Evening weather report, edition number${n}`));
    expect(told(given)).toEqual([]);
  });

  it('are headed by what most outlets tell, then by the newest', () => {
    const given = articles(
      'Storm closes Orla bridge',
      'Orla bridge closes in storm',
      'Choir festival postponed again',
      'Again the choir festival is postponed',
      'Ferry strikes sandbank',
      'Sandbank: ferry strikes it',
      'Ferry strikes sandbank at night',
    );
    const stories = groupStories(given);
    expect(stories.map(({ outlets, first }) => [outlets, first.seq])).toEqual([
      [3, 5],
      [2, 3],
      [2, 1],
    ]);
    expect(stories[0]?.articles.map(({ seq }) => seq)).toEqual([7, 6, 5]);
  });
});
