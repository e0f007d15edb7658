import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../src/features/items/excerpt.js';
import { fieldPart, withoutPart, withPart } from '../src/features/query/query-text.js';
import { barsOf, rangeOf } from '../src/features/search/timeline-bars.js';
import { hoursOf, quartersOf } from '../src/features/live/volume.js';

function sum(points: readonly { readonly count: number }[]): number {
  return points.reduce((all, { count }) => all + count, 0);
}

describe('an excerpt', () => {
  it('begins near the first place that was found', () => {
    const text = `${'word '.repeat(100)}grey gate ${'word '.repeat(100)}`;
    const start = text.indexOf('grey');
    const span = { start, end: start + 9, field: 'text' as const, term: 'grey gate', via: [] };
    const { text: shown, marks } = excerptOf({ text, spans: [span] }, 80);
    expect(shown.length).toBeLessThan(110);
    expect(marks.map((mark) => shown.slice(mark.start, mark.end))).toEqual(['grey gate']);
  });

  it('marks what the spans mark, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 30, max: 200 }),
        (text, place, long, length) => {
          const start = place % text.length;
          const end = Math.min(text.length, start + long);
          const span = { start, end, field: 'text' as const, term: '', via: [] };
          const { text: shown, marks } = excerptOf({ text, spans: [span] }, length);
          for (const mark of marks) expect(text.slice(start, end)).toContain(shown.slice(mark.start, mark.end));
          expect(marks).toHaveLength(1);
        },
      ),
      { numRuns: 300, examples: [['  𐀀𝅘𝅥𝅮𝅘𝅥𝅮𐀀  ', 532_609_018, 1, 30]] },
    );
  });
});

describe('a query', () => {
  it('takes a part once, and puts alternatives in brackets before it', () => {
    expect(withPart('', 'lang:ar')).toBe('lang:ar');
    expect(withPart('gate lang:ar', 'lang:ar')).toBe('gate lang:ar');
    expect(withPart('grey OR gray', 'lang:ar')).toBe('(grey OR gray) lang:ar');
    expect(withPart('(grey OR gray)', 'lang:ar')).toBe('(grey OR gray) lang:ar');
    expect(withPart('(grey) OR (gray)', 'lang:ar')).toBe('((grey) OR (gray)) lang:ar');
  });

  it('puts a value with spaces or foreign commas in quotes', () => {
    expect(fieldPart('source', 'The Marrow Courier')).toBe('source:"The Marrow Courier"');
    expect(fieldPart('lang', 'ar')).toBe('lang:ar');
    expect(fieldPart('source', 'أ، ب')).toBe('source:"أ، ب"');
  });

  it('loses a part and one of the spaces around it', () => {
    expect(withoutPart('grey -museum gate', 5, 12)).toBe('grey gate');
    expect(withoutPart('grey', 0, 4)).toBe('');
  });
});

describe('bars and lines', () => {
  it('stand also where nothing was published', () => {
    const bars = barsOf('day', [
      { at: '2026-11-01T00:00:00.000Z', count: 2 },
      { at: '2026-11-03T00:00:00.000Z', count: 1 },
    ]);
    expect(bars.map(({ count }) => count)).toEqual([2, 0, 1]);
    expect(rangeOf('day', bars, 2, 1)).toEqual({
      since: '2026-11-02T00:00:00.000Z',
      until: '2026-11-03T23:59:59.999Z',
    });
  });

  it('add quarters to hours without losing any', () => {
    const now = Date.parse('2026-11-24T12:07:00Z');
    const quarters = quartersOf([{ at: '2026-11-24T11:45:00.000Z', count: 7 }], now);
    expect([quarters.length, sum(quarters), sum(hoursOf(quarters))]).toEqual([96, 7, 7]);
  });
});
