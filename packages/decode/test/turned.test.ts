import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, decodeTracked, originalSpan } from '../src/index.js';

const shift = (text: string, by: number): string =>
  text.replace(/[a-z]/giu, (letter) => {
    const first = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + by) % 26));
  });
const mirror = (text: string): string =>
  text
    .replace(/[a-z]/gu, (letter) => String.fromCharCode(219 - letter.charCodeAt(0)))
    .replace(/[A-Z]/gu, (letter) => String.fromCharCode(155 - letter.charCodeAt(0)));
const clusters = new Intl.Segmenter('und');
const backwards = (text: string): string =>
  Array.from(clusters.segment(text), ({ segment }) => segment)
    .reverse()
    .join('');
const first = (text: string): readonly (string | undefined)[] =>
  decode(text)
    .readings.slice(0, 5)
    .map((reading) => reading.text);

const sentences = [
  'The grey gate is open for all of you tonight.',
  'Nous avons vu la porte grise près de la rivière hier soir.',
  'La puerta gris está abierta para todos desde las ocho.',
  'Die graue Tür steht heute Abend für alle Leute offen.',
  'De grijze poort is vanavond open voor iedereen.',
];

describe('letters moved along the alphabet', () => {
  test.each(sentences)('%s', (sentence) => {
    for (const by of [1, 3, 7, 13, 25]) expect(first(shift(sentence, by))).toContain(sentence);
    expect(first(mirror(sentence))).toContain(sentence);
  });

  test('a piece of an ordinary text', () => {
    expect(first('Our friend wrote: gur terl tngr bcraf ng avar. What does it mean?')[0]).toContain(
      'gate opens at nine',
    );
  });

  test('signs moved by 47', () => {
    expect(first('%96 8C6J 82E6 :D @A6? 7@C 2== @7 J@F E@?:89E')).toContain(
      'The grey gate is open for all of you tonight',
    );
  });

  test('the place is what was typed', () => {
    const reading = decodeTracked('He said: gur terl tngr vf bcra').readings[0];
    const at = reading?.text.indexOf('gate') ?? 0;
    expect(reading && originalSpan(reading.tracked, at, at + 4)).toEqual({ start: 18, end: 22 });
  });
});

describe('backwards', () => {
  test.each([
    ...sentences,
    'البوابة الرمادية مفتوحة للجميع هذا المساء',
    'Серые ворота открыты сегодня вечером для всех',
  ])('%s', (sentence) => {
    expect(first(backwards(sentence))).toContain(sentence);
    expect(first(sentence.replace(/[\p{L}\p{M}\p{N}]+/gu, backwards))).toContain(sentence);
  });

  test('line by line', () => {
    const lines = ['the grey gate is open tonight', 'bring some bread and all of your friends'];
    expect(first(lines.map(backwards).join('\n'))).toContain(lines.join('\n'));
  });

  test('letters keep their marks, and each leads back to its place', () => {
    const reading = decodeTracked(backwards('la porte est fermée et cachée cette nuit')).readings[0];
    expect(reading?.text).toBe('la porte est fermée et cachée cette nuit');
    expect(reading && originalSpan(reading.tracked, 0, 2)).toEqual({ start: 38, end: 40 });
  });
});

describe('ordinary text is not turned', () => {
  test.each([
    'A man, a plan, a canal: Panama. Never odd or even. Ésope reste ici et se repose.',
    'Mae hen wlad fy nhadau yn annwyl i mi',
    'Tämä on hyvin tavallinen suomenkielinen lause',
    'W Szczebrzeszynie chrząszcz brzmi w trzcinie',
    'Strč prst skrz krk',
    'Bu tamamen sıradan bir Türkçe cümle',
    'Hii ni sentensi ya kawaida kabisa',
    'He kupu Māori tēnei mō te whare',
    'HTTP TCP UDP DNS TLS SSH NASA CNES DHL GLS',
    'PB 9.58, WR 19.19, SB 43.18',
    'qwertyuiop asdfghjkl zxcvbnm',
    'libqt6gui6 libxpm4 xserver-xorg',
    'GNU grep, sed, awk',
    'lol brb afk mdr ptdr jpp wkwkwk',
    'Krzysztof Nguyen Mbappé Nkrumah Szczęsny',
  ])('%s', (text) => {
    expect(decode(text).readings.filter(({ steps }) => /^(?:rot|atbash|reversed)$/u.test(steps[0] ?? ''))).toEqual([]);
  });
});

test('any shift of any sentence is undone', () => {
  const words =
    'there was never any water near this old house before they came with their friends from the mountain'.split(' ');
  const sentence = fc
    .uniqueArray(fc.constantFrom(...words), { minLength: 6, maxLength: 15 })
    .map((some) => some.join(' '));
  fc.assert(
    fc.property(sentence, fc.integer({ min: 1, max: 25 }), (text, by) => {
      expect(first(shift(text, by))).toContain(text);
    }),
    { numRuns: 100 },
  );
});
