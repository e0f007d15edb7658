import { describe, expect, it } from 'vitest';
import { guessDateOrder, readTableDate } from '../../src/csv/table-date.js';

const inBrussels = { zone: 'Europe/Brussels', order: 'day-first' } as const;

describe('dates of tables', () => {
  it.each([
    ['2024-05-01T10:00:00Z', '2024-05-01T10:00:00Z'],
    ['2024-05-01 10:00:00+02:00', '2024-05-01T08:00:00Z'],
    ['2024-05-01 10:00:00 UTC', '2024-05-01T10:00:00Z'],
    ['2024-05-01T10:00:00.123456Z', '2024-05-01T10:00:00.123Z'],
    ['1714550400', '2024-05-01T08:00:00Z'],
    ['1714550400123', '2024-05-01T08:00:00.123Z'],
    ['Wed Oct 10 20:19:24 +0000 2018', '2018-10-10T20:19:24Z'],
    ['Wed, 10 Oct 2018 20:19:24 GMT', '2018-10-10T20:19:24Z'],
  ])('%s says its zone', (text, instant) => {
    expect(readTableDate(text, inBrussels)).toEqual({ instant });
  });

  it.each([
    ['2024-05-01', '2024-04-30T22:00:00Z'],
    ['2024/05/01 10:00', '2024-05-01T08:00:00Z'],
    ['01/05/2024 10:00', '2024-05-01T08:00:00Z'],
    ['1.5.24, 10:00:30', '2024-05-01T08:00:30Z'],
    ['13/01/2024 12:05 PM', '2024-01-13T11:05:00Z'],
    ['01/02/2024 12:05 a.m.', '2024-01-31T23:05:00Z'],
    ['٠١/٠٥/٢٠٢٤ ١٠:٠٠', '2024-05-01T08:00:00Z'],
    ['May 1, 2024 10:00', '2024-05-01T08:00:00Z'],
    ['1 Jan 2024', '2023-12-31T23:00:00Z'],
  ])('%s is local time', (text, instant) => {
    expect(readTableDate(text, inBrussels)).toEqual({ instant, assumedZone: 'Europe/Brussels' });
  });

  it.each(['', 'soon', '32/01/2024', '2024-02-30', '2024-05-01 25:00', 'x1', '12'])('%j is none', (text) => {
    expect(readTableDate(text, inBrussels)).toBeUndefined();
  });

  it('learns from the column which number is the month', () => {
    expect(guessDateOrder(['01/02/2024', '01/31/2024'])).toBe('month-first');
    expect(guessDateOrder(['01/02/2024', '31/01/2024'])).toBe('day-first');
    expect(readTableDate('03/04/2024', { zone: 'UTC', order: 'month-first' })?.instant).toBe('2024-03-04T00:00:00Z');
  });
});
