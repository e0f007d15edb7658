import { describe, expect, it } from 'vitest';
import { instantOfLocalTime, isTimeZone } from '../../src/input/local-time.js';

function instant(text: string, zone: string): string | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/\D/u).map(Number);
  const time = instantOfLocalTime({ year, month, day, hour, minute, second }, zone);
  return time === undefined ? undefined : new Date(time).toISOString();
}

describe('the instant of a local time', () => {
  it.each([
    ['2024-01-15 12:00:00', 'Europe/Brussels', '2024-01-15T11:00:00.000Z'],
    ['2024-07-15 12:00:00', 'Europe/Brussels', '2024-07-15T10:00:00.000Z'],
    ['2024-07-15 12:00:00', 'Asia/Kathmandu', '2024-07-15T06:15:00.000Z'],
    ['2024-01-01 00:30:00', 'Pacific/Auckland', '2023-12-31T11:30:00.000Z'],
    ['1912-01-01 12:00:00', 'UTC', '1912-01-01T12:00:00.000Z'],
    // twice: the first of the two
    ['2024-10-27 02:30:00', 'Europe/Brussels', '2024-10-27T00:30:00.000Z'],
    // skipped: behind the gap
    ['2024-03-31 02:30:00', 'Europe/Brussels', '2024-03-31T01:30:00.000Z'],
  ])('%s in %s', (text, zone, expected) => {
    expect(instant(text, zone)).toBe(expected);
  });

  it.each(['2024-02-30 00:00:00', '2024-13-01 00:00:00', '2024-01-01 24:00:00'])('%s is none', (text) => {
    expect(instant(text, 'Europe/Brussels')).toBeUndefined();
  });
});

it('knows zones by name', () => {
  expect(['Africa/Algiers', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
