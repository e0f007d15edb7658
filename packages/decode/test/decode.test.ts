import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, fold, type DisguiseName } from '../src/index.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('plain says what a human reads', () => {
  test.each<[DisguiseName, string, string]>([
    ['invisible', 'gr\u200bey g\u00adate', 'grey gate'],
    ['bidi', '\u202eetag yerg\u202c', 'grey gate'],
    ['combining', 'g̶r̶e̶y̶ g̸̨̛͓a̷t̷e̷', 'grey gate'],
    ['fullwidth', 'ｇｒｅｙ ｇａｔｅ', 'grey gate'],
    ['styled', '𝐠𝐫𝐞𝐲 𝓰𝓪𝓽𝓮', 'grey gate'],
    ['styled', 'ɢʀᴇʏ ⓖⓐⓣⓔ', 'grey gate'],
    ['emoji-letters', '🅶🆁🅴🆈', 'GREY'],
    ['emoji-letters', '🇬🇷🇪🇾', 'GREY'],
    ['homoglyph', 'grеy gаte', 'grey gate'],
    ['homoglyph', 'Привeт', 'Привет'],
    ['homoglyph', 'ſick', 'sick'],
    ['styled', 'Ⅰ', 'I'],
    ['tatweel', 'بـــوابة', 'بوابة'],
    ['leet', 'gr3y g4te', 'grey gate'],
    ['leet', 'h3ll0 w0rld', 'hello world'],
    ['spaced', 'g r e y  g a t e', 'grey gate'],
    ['spaced', 'g.r.e.y g-a-t-e', 'grey gate'],
    ['repeated', 'greeeey', 'grey'],
    ['upside-down', 'ǝʇɐƃ ʎǝɹƃ', 'grey gate'],
    ['defanged', 'hxxps://news[.]example/a', 'https://news.example/a'],
  ])('%s: %s', (name, text, plain) => {
    const decoded = decode(text);
    expect(decoded.plain).toBe(plain);
    expect(decoded.fold).toBe(fold(plain));
    expect(new Set(decoded.disguises.map((disguise) => disguise.name))).toContain(name);
  });

  test('several at once', () => {
    expect(decode('ｇｒ\u200bｅｙ g4tе').plain).toBe('grey gate');
  });
});

describe('readings offer what a text may say', () => {
  test.each<[string, string, readonly DisguiseName[]]>([
    [`see ${base64('grey gate')} now`, 'see grey gate now', ['base64']],
    [base64(base64('the grey gate')), 'the grey gate', ['base64']],
    [Buffer.from('the gate is open').toString('hex'), 'the gate is open', ['hex']],
    ['01100111 01110010 01100101 01111001', 'grey', ['binary']],
    ['%67%72%65%79%20gate', 'grey gate', ['percent']],
    ['&#103;&#114;&#101;&#121;', 'grey', ['html-entity']],
    ['\\u0067\\u0072\\u0065\\u0079', 'grey', ['unicode-escape']],
    ['xn--mnchen-3ya.example', 'münchen.example', ['punycode']],
    ['--. .-. . -.-- / --. .- - .', 'GREY GATE', ['morse']],
    ['gur terl tngr vf bcra sbe lbh', 'the grey gate is open for you', ['rot']],
    ['nepo si etag yerg eht dna', 'and the grey gate is open', ['reversed']],
    ['#GreyGate', 'Grey Gate', ['joined']],
    ['ana mashi m3ak khoya 3lach', 'انا ماشي معاك خويا علاش', ['arabizi']],
  ])('%s', (text, said, steps) => {
    const [best] = decode(text).readings;
    expect(best).toMatchObject({ text: said, steps });
  });
});

describe('ordinary text stays as it is', () => {
  test.each([
    'Привет, мир! СССР, Covid-19 и IT-компания',
    'Καλημέρα κόσμε',
    'می‌خواهم کتاب‌ها را بخوانم',
    '👩‍💻 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇫🇷🇩🇪 ❤️ 3️⃣',
    '𝑥² + 𝑦² = 𝑧², f(x)=αx+β, Δt, μg, kΩ',
    '$100 €5.50 100€ 3x4 10km 8am 1st 2nd',
    'mp3 b2b h2o covid19 4x4 IMG_2034.jpg log4j A4 5G i18n v1.2.3',
    'd41d8cd98f00b204e9800998ecf8427e 550e8400-e29b-41d4-a716-446655440000',
    '@us3r_n4me #tag4you john.doe99@mail.example',
    'https://a.example/c1d2?x=%20y&z=Z3JleSBnYXRl',
    'U.S.S.R. and J.R.R. Tolkien',
    'a b c d, or A B C D',
    'sooo good yesss hahaha hmmm',
    'ＡＢＣ東京 日本語テキスト',
    'm² 1ˢᵗ Mˡˡᵉ CO₂ 🅰️ 🅱️ Ⓜ️ ℹ️ ©™',
    'Tiếng Việt rất đẹp, İstanbul’da ılık',
    'हिन्दी क्‍ष ไทย\u200bภาษา',
    'שָׁלוֹם לְכֻלָּם ⵜⴰⵎⴰⵣⵉⵖⵜ',
    'Straßenbahn\u00adhaltestelle',
    'WhatsApp \u2068Bob\u2069 wrote 1445 هـ',
    'internationalization querySelectorAll Tineidae 2024-01-01 10:20:30 00:1A:2B:3C:4D:5E',
    '\ud800 a lone surrogate',
  ])('%s', (text) => {
    expect(decode(text)).toMatchObject({ text, plain: text.normalize('NFC'), disguises: [], readings: [] });
  });
});

const alphabet = fc.constantFrom(
  ...Array.from('grey gate '),
  'е',
  'а',
  '\u200b',
  '\u0301',
  '\u0336',
  '\u202e',
  '\u202c',
  '3',
  '4',
  '@',
  '.',
  '-',
  ' ',
  '\n',
  '𝐠',
  'ｇ',
  '🇬',
  '👩',
  '\u200d',
  '\ufe0f',
  'ب',
  '\u0640',
  '\u064b',
  '%67',
  '&#103;',
  '\\u0067',
  'xn--',
  'Z3Jl',
  '#',
  'A',
  '\ud800',
  '\udc00',
  'ſ',
  'が',
  'か\u3099',
);
const hostile = fc.oneof(
  fc.array(alphabet, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

test('any text: places are whole clusters in range, readings are bounded and in order, the answer is the same twice', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const decoded = decode(text);
      expect(decode(text)).toEqual(decoded);
      const edges = new Set(
        [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(({ index }) => index),
      );
      edges.add(text.length);
      for (const { start, end } of decoded.disguises) {
        expect(start >= 0 && start < end && end <= text.length).toBe(true);
        const typed = text.slice(start, end);
        const whole = edges.has(start) && edges.has(end);
        expect(whole || /^[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+$/u.test(typed)).toBe(true);
      }
      expect(decoded.readings.length).toBeLessThanOrEqual(50);
      let least = 1;
      for (const { text: said, confidence } of decoded.readings) {
        expect(said.length).toBeLessThanOrEqual(text.length * 2 + 100);
        expect(confidence).toBeLessThanOrEqual(least);
        least = confidence;
      }
      expect(decoded.disguises.length > 0 || decoded.plain === text.normalize('NFC')).toBe(true);
    }),
    { numRuns: 600 },
  );
});

test('long hostile texts are read to the end', () => {
  const rows = [
    'a',
    'a\u0301',
    'a\u200b',
    '\u202ea',
    'a ',
    'h3ll0 ',
    'Z3Jl',
    '67 ',
    '%67',
    '&#',
    '. ',
    '🇬',
    '𝐠 ',
    'aа',
    'ب\u0640',
    'ǝɹƃ ',
    '#aB',
    '\u{e0061}',
    '3la ',
    'aaab',
    'xn--a ',
  ];
  for (const row of rows) expect(decode(row.repeat(Math.ceil(20_000 / row.length))).plain).toBeTypeOf('string');
});
