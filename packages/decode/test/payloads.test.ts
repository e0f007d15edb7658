import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, decodeTracked, originalSpan } from '../src/index.js';

const best = (text: string): string | undefined => decode(text).readings[0]?.text;
const bytes = (text: string): Buffer => Buffer.from(text);
const hex = (text: string, between = '', before = ''): string =>
  Array.from(bytes(text), (byte) => before + byte.toString(16).padStart(2, '0')).join(between);
const bits = (text: string, size = 8, between = ' '): string =>
  Array.from(bytes(text), (byte) => byte.toString(2).padStart(size, '0')).join(between);
const points = (text: string, write: (point: number) => string): string =>
  Array.from(text, (sign) => write(sign.codePointAt(0) ?? 0)).join('');
const percent = (text: string): string => hex(text, '', '%').toUpperCase();
const base64 = (text: string): string => bytes(text).toString('base64');

const rot13 = (text: string): string =>
  text.replace(/[a-z]/giu, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + 13) % 26));
  });
const backwards = (text: string): string => Array.from(text).reverse().join('');

describe('one payload in each way of writing it', () => {
  test.each([
    ['Z2F0ZQ==', 'gate', 'base64'],
    ['dGhlIGdyZXkgZ2F0ZQ', 'the grey gate', 'base64'],
    [bytes('où est la porte grise ? là-bas').toString('base64url'), 'où est la porte grise ? là-bas', 'base64'],
    [Buffer.from('the grey gate', 'utf16le').toString('base64'), 'the grey gate', 'base64'],
    [Buffer.from('البوابة الرمادية', 'utf16le').toString('base64'), 'البوابة الرمادية', 'base64'],
    ['ORUGKIDHOJSXSIDHMF2GK===', 'the grey gate', 'base32'],
    ['orugkidhojsxsidhmf2gk', 'the grey gate', 'base32'],
    [hex('grey gate'), 'grey gate', 'hex'],
    [hex('grey gate', ' ').toUpperCase(), 'grey gate', 'hex'],
    [hex('grey gate', ', ', '0x'), 'grey gate', 'hex'],
    [bits('grey gate'), 'grey gate', 'binary'],
    [bits('grey gate', 8, ''), 'grey gate', 'binary'],
    [bits('grey gate', 7), 'grey gate', 'binary'],
    ['--. .-. . -.-- / --. .- - .', 'GREY GATE', 'morse'],
    ['--. .-. . -.--\n--. .- - .', 'GREY GATE', 'morse'],
    ['––· ·–· · –·–– | ––· ·– – ·', 'GREY GATE', 'morse'],
    ['.- .-.. -... .- -... / .- .-.. .-. -- .- -.. ..', 'الباب الرمادي', 'morse'],
    [percent('grey gate'), 'grey gate', 'percent'],
    ['une%20porte%20cach%C3%A9e', 'une porte cachée', 'percent'],
    ['une+porte+cach%C3%A9e', 'une porte cachée', 'percent'],
    ['une porte cach=C3=A9e =C3=A0 Paris', 'une porte cachée à Paris', 'percent'],
    ['une porte cach=E9e et ferm=E9e', 'une porte cachée et fermée', 'percent'],
    [points('grey gate', (point) => `&#${String(point)};`), 'grey gate', 'html-entity'],
    [points('серые ворота', (point) => `&#x${point.toString(16)};`), 'серые ворота', 'html-entity'],
    ['une porte cach&eacute;e &amp; ferm&eacute;e', 'une porte cachée & fermée', 'html-entity'],
    ['&amp;#103;&amp;#97;&amp;#116;&amp;#101;', 'gate', 'html-entity'],
    [points('grey gate', (point) => `\\u${point.toString(16).padStart(4, '0')}`), 'grey gate', 'unicode-escape'],
    [points('grey gate', (point) => `\\u{${point.toString(16)}}`), 'grey gate', 'unicode-escape'],
    [points('gate', (point) => `U+${point.toString(16).padStart(4, '0')} `).trim(), 'gate', 'unicode-escape'],
    [points('باب', (point) => `%u${point.toString(16).padStart(4, '0')}`), 'باب', 'unicode-escape'],
    ['une porte cach\\u00e9e', 'une porte cachée', 'unicode-escape'],
    [points('grey gate', (point) => `${String(point)} `).trim(), 'grey gate', 'unicode-escape'],
    ['go to xn--mnchen-3ya.example', 'go to münchen.example', 'punycode'],
  ])('%s', (written, said, step) => {
    expect(decode(written).readings[0]).toMatchObject({ text: said, steps: [step] });
  });

  test('lines of an encoder are one payload, the last one may be short', () => {
    const text = 'the grey gate is open for all of you tonight, come and bring your friends';
    const lines = base64(text).match(/.{1,24}/gu) ?? [];
    expect(best(lines.join('\n'))).toBe(text);
    expect(best(lines.join('\r\n'))).toBe(text);
  });

  test('what stands around a payload stays', () => {
    expect(best(`Look at ${base64('the grey gate')} my friends`)).toBe('Look at the grey gate my friends');
    expect(best(`Regardez : ${hex('la porte grise', ' ')} merci`)).toBe('Regardez : la porte grise merci');
  });
});

describe('payloads in payloads', () => {
  test.each([
    ['Base64 of Base64', base64(base64('the grey gate')), ['base64']],
    ['Base64 of hex', base64(hex('the grey gate')), ['base64', 'hex']],
    ['percent of percent', 'the%2520grey%2520gate', ['percent']],
    ['percent of binary', encodeURIComponent(bits('the grey gate')), ['percent', 'binary']],
    ['percent of Base64', percent(base64('the grey gate')), ['percent', 'base64']],
    ['Base64 of ROT13', base64(rot13('the grey gate')), ['base64', 'rot']],
    ['Base64 of hex of ROT13', base64(hex(rot13('the grey gate'))), ['base64', 'hex', 'rot']],
    ['Base64 backwards', backwards(base64('the grey gate')), ['reversed', 'base64']],
    ['Base64 through ROT13', rot13(base64('the grey gate')), ['rot', 'base64']],
    ['binary of backwards', bits(backwards('the grey gate')), ['binary', 'reversed']],
  ])('%s', (_, written, steps) => {
    const { readings } = decode(written);
    expect(readings[0]?.text).toBe('the grey gate');
    expect(new Set(readings[0]?.steps)).toEqual(new Set(steps));
  });

  test('what was packed more often than is looked for is not read', () => {
    const packed = [1, 2, 3, 4, 5, 6, 7].reduce((text) => base64(text), 'the grey gate');
    expect(decode(packed).readings).toEqual([]);
  });
});

describe('where it was typed', () => {
  test('each escape leads back to itself', () => {
    const reading = decodeTracked('une porte cach&eacute;e').readings[0];
    expect(reading?.text).toBe('une porte cachée');
    expect(reading && originalSpan(reading.tracked, 14, 15)).toEqual({ start: 14, end: 22 });
    expect(reading && originalSpan(reading.tracked, 0, 3)).toEqual({ start: 0, end: 3 });
  });

  test('every letter of Base64 leads to the whole payload', () => {
    const reading = decodeTracked('see Z3JleSBnYXRl now').readings[0];
    expect(reading && originalSpan(reading.tracked, 4, 5)).toEqual({ start: 4, end: 16 });
    expect(decode('see Z3JleSBnYXRl now').disguises).toEqual([{ name: 'base64', start: 4, end: 16 }]);
  });
});

describe('ordinary text is no payload', () => {
  test.each([
    'International WhatsApp getElementById iPhone15ProMax DSC_0042.JPG SHA256',
    '5d41402abc4b2a76b9719d911017c592',
    'commit 9f3c1e7ab54d0c6e8f2b1a7d3c5e9f0a1b2c3d4e',
    '550e8400-e29b-41d4-a716-446655440000',
    'sha512-3tfQLcGq1RjPU3NDrV3RgGpnXPTvYqE0fHKGnI1mGz5N5l8wW7eYkKJj0w6tP0rqWm==',
    'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    'color: #c0ffee; background: #ff00aa',
    '00:1a:2b:3c:4d:5e 192.168.0.1',
    '97, 98, 99, 100, 101',
    '4111 1111 1111 1111',
    '10 01 2024, 1010 2024, 01110100',
    'Wait... what - - - really? — — — . . . . -- -- -- ...',
    'Tom &amp; Jerry, it&#39;s A&nbsp;B &lt;3',
    '100%25 sure, 50%20off, 100% of 50%',
    'https://fr.wikipedia.org/wiki/Caf%C3%A9 /wiki/%D0%9C%D0%BE%D1%81%D0%BA%D0%B2%D0%B0 My%20File.pdf',
    'www.example.com/search?q=caf%C3%A9&lang=fr&x=20&y=C3',
    'const re = /[\\u0600-\\u06FF]+/u; "\\u00a0" \'\\n\\t\'',
    'U+0041 is the letter A, U+200B a zero-width space',
  ])('%s', (text) => {
    expect(decode(text).readings).toEqual([]);
  });
});

describe('whatever is packed by an encoder is read', () => {
  const words =
    'the grey gate is open for all of you tonight near old river bring your friends and some warm bread'.split(' ');
  const sentence = fc
    .uniqueArray(fc.constantFrom(...words), { minLength: 3, maxLength: 12 })
    .map((some) => some.join(' '));
  const encoders: readonly ((text: string) => string)[] = [
    base64,
    (text) => bytes(text).toString('base64url'),
    (text) => hex(text),
    (text) => hex(text, ':'),
    (text) => hex(text, '', '\\x'),
    (text) => bits(text),
    (text) => bits(text, 7, ''),
    percent,
    encodeURIComponent,
    (text) => points(text, (point) => `&#${String(point)};`),
    (text) => points(text, (point) => `\\u${point.toString(16).padStart(4, '0')}`),
  ];

  test('once or twice', () => {
    fc.assert(
      fc.property(sentence, fc.array(fc.constantFrom(...encoders), { minLength: 1, maxLength: 2 }), (text, packing) => {
        const packed = packing.reduce((inner, encode) => encode(inner), text);
        const said = decode(packed).readings.map((reading) => reading.text);
        expect(said.slice(0, 5)).toContain(text);
      }),
      { numRuns: 150 },
    );
  });

  test('random bytes are hardly ever', () => {
    // Chance says something now and then: the same bytes each time, and a share that is allowed.
    const samples = fc.sample(fc.noBias(fc.array(fc.nat(255), { minLength: 8, maxLength: 40 })), {
      seed: 7,
      numRuns: 500,
    });
    const surely = samples.filter((value) =>
      (['base64', 'base64url', 'hex'] as const).some((encoding) =>
        decode(`id ${Buffer.from(value).toString(encoding)} end`).readings.some(({ confidence }) => confidence >= 0.8),
      ),
    );
    expect(surely.length).toBeLessThanOrEqual(1);
  });
});
