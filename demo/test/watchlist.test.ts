import { compileRules } from '@vedette/match';
import { describe, expect, test } from 'vitest';
import { demoWatchlist, generateDemo, innocentTexts } from '../src/index.js';

const alerting = demoWatchlist.rules.filter(({ action }) => action === 'alert');
const { matcher, problems } = compileRules(alerting);
const world = generateDemo({ seed: 'vedette', now: Date.parse('2026-11-24T21:40:00Z') });

function rulesOn(text: string, title?: string): string[] {
  return matcher.match({ id: 'x', text, ...(title === undefined ? {} : { title }) }).map(({ rule }) => rule);
}

describe('the demo watchlist', () => {
  test('has no mistake in any query', () => {
    expect(problems).toEqual([]);
    expect(compileRules(demoWatchlist.rules).problems).toEqual([]);
  });

  test('raises no alert on a museum, a prayer, a strike or an election, in six languages', () => {
    expect(innocentTexts.filter(({ text }) => rulesOn(text).length > 0)).toEqual([]);
  });

  test('raises no alert on everyday posts, nor on what the press reports', () => {
    expect(world.posts.filter(({ role, text }) => role !== 'movement' && rulesOn(text).length > 0)).toEqual([]);
    expect(
      world.articles.filter(({ title, paragraphs }) => rulesOn(paragraphs.join('\n\n'), title).length > 0),
    ).toEqual([]);
  });

  test('catches every call and slogan, however disguised', () => {
    const missed = world.posts.filter(({ role, text }) => role === 'movement' && rulesOn(text).length === 0);
    expect(missed.map(({ text }) => text)).toEqual([]);
  });

  test('keeps its own examples', () => {
    const broken = alerting.flatMap(({ id, must = [], mustNot = [] }) => [
      ...must.filter((text) => !rulesOn(text).includes(id)),
      ...mustNot.filter((text) => rulesOn(text).includes(id)),
    ]);
    expect(broken).toEqual([]);
  });
});
