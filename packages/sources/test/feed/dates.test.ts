import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/feed/dates.js';

describe('dates as they are written', () => {
  test.each([
    ['Thu, 01 Jan 2004 19:48:21 GMT', '2004-01-01T19:48:21Z'],
    ['Thu, 01 Jan 04 19:48 EST', '2004-01-02T00:48:00Z'],
    ['01 Jan 2004', '2004-01-01T00:00:00Z'],
    ['Thursday, 1-January-2004 19:48:21 +0130', '2004-01-01T18:18:21Z'],
    ['Thu,01 Jan 2004 19:48:21GMT', '2004-01-01T19:48:21Z'],
    ['Thu Jan  1 19:48:21 2004', '2004-01-01T19:48:21Z'],
    ['Jan 1, 2004 7:48 PM GMT', '2004-01-01T19:48:00Z'],
    ['Sun, 31 Dec 2006 23:59:60 GMT', '2007-01-01T00:00:00Z'],
    ['Wed, 01 Mar 2006 24:00:00 Z', '2006-03-02T00:00:00Z'],
    ['2003-12-31T10:14:55.25-08:00', '2003-12-31T18:14:55.250Z'],
    ['2003-12-31', '2003-12-31T00:00:00Z'],
    ['2003-12', '2003-12-01T00:00:00Z'],
    ['2003', '2003-01-01T00:00:00Z'],
    ['20031231', '2003-12-31T00:00:00Z'],
    ['2003-335', '2003-12-01T00:00:00Z'],
    ['2003335', '2003-12-01T00:00:00Z'],
    ['03-335', '2003-12-01T00:00:00Z'],
    ['03335', '2003-12-01T00:00:00Z'],
    ['2004-W53-6', '2005-01-01T00:00:00Z'],
    ['20031231T101455Z', '2003-12-31T10:14:55Z'],
    ['2004-07-08 23:56:58.0', '2004-07-08T23:56:58Z'],
    ['2004년 05월 28일  01:31:15', '2004-05-27T16:31:15Z'],
    ['2004-05-25 오후 11:23:17', '2004-05-25T14:23:17Z'],
    ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T17:00:00Z'],
    ['2004-július-13T9:15-05:00', '2004-07-13T14:15:00Z'],
    ['mar. 12 janv. 2021 08:00:00 +0100', '2021-01-12T07:00:00Z'],
    ['lundi 4 octobre 2017', '2017-10-04T00:00:00Z'],
    ['4 de octubre de 2017', '2017-10-04T00:00:00Z'],
    ['4 oktober 2017 om 10:00', '2017-10-04T10:00:00Z'],
    ['٤ أكتوبر ٢٠١٧', '2017-10-04T00:00:00Z'],
    ['04 - 10 - 2017', '2017-10-04T00:00:00Z'],
    ['12/25/2004 10:00 GMT', '2004-12-25T10:00:00Z'],
    ['Fri, 2006/09/15 08:19:53 EDT', '2006-09-15T12:19:53Z'],
    ['le 4 octobre 2017 à 10h30', '2017-10-04T10:30:00Z'],
    ['Sun Jan  4 16:29:06 PST 2004', '2004-01-05T00:29:06Z'],
    ['Thu Dec 31 2009 10:00:00 GMT+0100 (CET)', '2009-12-31T09:00:00Z'],
    ['1073000901', '2004-01-01T23:48:21Z'],
    ['Thu (dow), 9 (day (of month)) Feb 2006 23:59:45 +0000', '2006-02-09T23:59:45Z'],
  ])('%s', (text, instant) => {
    expect(readDate(text)?.instant).toBe(instant);
  });

  test.each([
    '',
    'yesterday',
    '2004-13-01',
    '31 Feb 2004 10:00 GMT',
    '2004-02-30',
    '99 Foo 2004',
    '2004-01-01T25:00:00Z',
  ])('%j is no date', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});

describe('the zone', () => {
  test('is assumed only where the text has none, and that is said', () => {
    expect(readDate('2004-07-01T12:00:00', 'Europe/Paris')).toEqual({
      instant: '2004-07-01T10:00:00Z',
      assumedZone: 'Europe/Paris',
    });
    expect(readDate('2004-01-01T12:00:00', 'Europe/Paris')?.instant).toBe('2004-01-01T11:00:00Z');
    expect(readDate('2004-07-01T12:00:00Z', 'Europe/Paris')).toEqual({
      instant: '2004-07-01T12:00:00Z',
      assumedZone: undefined,
    });
  });
});

test('what JavaScript itself writes is read back', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) => {
      expect(Date.parse(readDate(date.toISOString())?.instant ?? '')).toBe(date.getTime());
      const seconds = Math.floor(date.getTime() / 1000) * 1000;
      expect(Date.parse(readDate(date.toUTCString())?.instant ?? '')).toBe(seconds);
    }),
    { numRuns: 300 },
  );
});

test('no text throws', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          '1',
          '2',
          '9',
          '0',
          '-',
          ':',
          'T',
          'W',
          ' ',
          '/',
          '.',
          '+',
          'Z',
          '(',
          ')',
          'jan',
          'م',
          '년',
          ',',
        ),
        maxLength: 30,
      }),
      (text) => {
        const read = readDate(text);
        const again = read === undefined ? undefined : new Date(read.instant).toISOString().replace('.000Z', 'Z');
        expect(again).toBe(read?.instant);
      },
    ),
    { numRuns: 1000 },
  );
});
