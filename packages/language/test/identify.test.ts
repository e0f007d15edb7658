import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, languages } from '../src/index.js';

describe('the language of a post', () => {
  test.each([
    ['The trains to the coast are late again because of the storm', 'en'],
    ['Les trains vers la côte sont encore en retard à cause de la tempête', 'fr'],
    ['Los trenes a la costa vuelven a llegar tarde por la tormenta', 'es'],
    ['De treinen naar de kust hebben weer vertraging door de storm', 'nl'],
    ['Die Züge an die Küste sind wegen des Sturms wieder verspätet', 'de'],
    ['I treni per la costa sono di nuovo in ritardo a causa della tempesta', 'it'],
    ['Os comboios para a costa estão outra vez atrasados por causa da tempestade', 'pt'],
    ['Fırtına yüzünden sahile giden trenler yine gecikti ve çok kalabalık', 'tr'],
    ['القطارات إلى الساحل متأخرة مرة أخرى بسبب العاصفة', 'ar'],
    ['علاش القطار مازال ما جا واش كاين شي مشكل', 'ary'],
    ['3lach train mazal maja wach kayn chi mochkil', 'ary-Latn'],
    ['قطارهای ساحل به خاطر طوفان دوباره تأخیر دارند و این خوب نیست', 'fa'],
    ['طوفان کی وجہ سے ساحل کی ٹرینیں پھر دیر سے آ رہی ہیں', 'ur'],
    ['Поезда к морю снова опаздывают из-за шторма', 'ru'],
    ['הרכבות לחוף שוב מאחרות בגלל הסערה', 'he'],
    ['ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴳⴰ ⵜⵓⵜⵍⴰⵢⵜ', 'zgh'],
    ['Azul fell-awen, amek tellam ass-a ?', 'kab'],
    ['https://news.example/a @anna 123 🔥', 'und'],
    ['', 'und'],
  ])('%s', (text, lang) => {
    expect(identify(text).lang).toBe(lang);
  });

  test('names both languages of a mixed post', () => {
    const { candidates } = identify(
      'The gate is open again and everybody is happy. البوابة مفتوحة من جديد والجميع سعداء بذلك اليوم',
    );
    expect(
      candidates
        .slice(0, 2)
        .map(({ lang }) => lang)
        .sort(),
    ).toEqual(['ar', 'en']);
    expect(candidates[1]?.confidence).toBeGreaterThanOrEqual(0.2);
  });

  test('is not sure of languages that it does not know', () => {
    expect(identify('Kova tuuli ja lumisade hidastavat liikennettä koko maassa huomenna').lang).toBe('und');
  });
});

test.each([
  ['digits for letters', 'th3 tr41n t0 th3 c0a5t 1s l4te 4ga1n', 'en'],
  ['look-alikes', 'lеs trаins vers lа cоte sоnt еn rеtаrd', 'fr'],
  ['wide letters', 'ｄｅｒ Ｚｕｇ ａｎ ｄｉｅ Ｋüｓｔｅ ｋｏｍｍｔ ｚｕ ｓｐäｔ', 'de'],
  ['invisible letters', 'i t\u200bre\u200bni per la co\u200bsta so\u200bno in ri\u200btardo', 'it'],
  ['repeated letters', 'el tren a la cosssta llegaaaa muuuuy tardeee otra vez', 'es'],
  ['letters apart', 'd e  t r e i n  n a a r  d e  k u s t  h e e f t  v e r t r a g i n g', 'nl'],
])('reads through %s', (_disguise, text, lang) => {
  expect(identify(text).lang).toBe(lang);
});

/** Texts that were written to measure with: the whole table is in the README, a fall below this is a broken model. */
test('nineteen of twenty everyday texts that the model has not seen', () => {
  const gold = readFileSync(new URL('gold.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const listed: ReadonlySet<string> = new Set(languages.filter((lang) => lang !== 'und'));
  const wrong = gold.filter((line) => {
    const [lang = '', text = ''] = line.split('\t');
    const found = identify(text).lang;
    return lang === 'und' ? listed.has(found) : found !== lang;
  });
  expect(wrong.length / gold.length).toBeLessThan(0.05);
});

test('the answer does not depend on what was asked before', () => {
  const text = 'The trains to the coast are late again, kayn chi mochkil f lagare';
  const before = identify(text);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (other) => void identify(other)),
    { numRuns: 200 },
  );
  expect(identify(text)).toEqual(before);
});

test('any text: candidates are few, in order, and add up to at most one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const { lang, confidence, candidates } = identify(text);
      expect(candidates.length).toBeGreaterThan(0);
      expect(candidates.length).toBeLessThanOrEqual(5);
      expect(candidates[0]).toEqual({ lang, confidence });
      expect(candidates.map((one) => one.confidence)).toEqual(
        candidates.map((one) => one.confidence).sort((a, b) => b - a),
      );
      expect(candidates.reduce((sum, one) => sum + one.confidence, 0)).toBeLessThanOrEqual(1.01);
    }),
    { numRuns: 200 },
  );
});
