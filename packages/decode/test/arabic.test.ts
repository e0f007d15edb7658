import { describe, expect, test } from 'vitest';
import { decode, decodeTracked, fold, originalSpan } from '../src/index.js';

/** The best reading of a text that was undone by the step. */
function reading(text: string, step: string): string | undefined {
  return decode(text).readings.find(({ steps }) => (steps as readonly string[]).includes(step))?.text;
}

/** Whether one of the five best readings has the word, in any spelling of its alefs and endings. */
function isFound(text: string, word: string): boolean {
  return decode(text)
    .readings.slice(0, 5)
    .some((one) =>
      fold(one.text)
        .split(/[^\p{L}\p{M}]+/u)
        .includes(fold(word)),
    );
}

describe('Arabic without its dots', () => {
  test.each([
    ['الٮٮاٮ ڡى الٮٮٮ', 'النبات في البيت'],
    ['ڡال الرٮٮس ٮعد الاحٮماع', 'قال الرئيس بعد الاجتماع'],
    ['دهٮ الطالٮ الى المدرسه', 'ذهب الطالب الى المدرسة'],
    ['السلام علٮكم ىا صدىٯى', 'السلام عليكم يا صديقي'],
  ])('%s says %s', (typed, meant) => {
    expect(fold(reading(typed, 'dotless') ?? '')).toBe(fold(meant));
  });

  test('a word that the strokes leave open is found in one of the readings', () => {
    for (const word of ['الخبر', 'الخير']) expect(isFound('الحٮر', word)).toBe(true);
  });

  test('every letter of a reading leads back to the stroke that was typed', () => {
    const text = 'x الٮٮاٮ ڡى';
    const [first] = decodeTracked(text).readings;
    expect(first?.text).toBe('x النبات في');
    const at = first?.text.indexOf('ن') ?? -1;
    if (first === undefined) throw new Error('no reading');
    expect(originalSpan(first.tracked, at, at + 1)).toEqual({ start: 4, end: 5 });
    expect(originalSpan(first.tracked, at - 2, at + 4)).toEqual({ start: 2, end: 8 });
  });

  test.each([
    'لا اله الا الله محمد رسول الله',
    'الله أكبر ولله الحمد',
    'على هو وما هو',
    'ما لهم وما له',
    'میں یہاں ہوں',
    'کتاب خوبی است',
  ])('%s has all its dots', (text) => {
    expect(decode(text)).toMatchObject({ plain: text, readings: [], disguises: [] });
  });
});

describe('Arabizi', () => {
  test.each([
    ['Allah ya5od kol el kotob', 'الله ياخد كل الكتب'],
    ['7abibi 3omri', 'حبيبي عمري'],
    ['bghit nchreb 9ahwa m3a sa7bi', 'بغيت نشرب قهوة مع صاحبي'],
    ['wach rak labas 3lik khouya', 'واش راك لاباس عليك خويا'],
    ['shu 3amel ya kbeer', 'شو عامل يا كبير'],
    ['ana 3ayez aroo7 el madrasa', 'انا عايز اروح المدرسة'],
    ['inshallah bokra nrou7 lel jam3a', 'ان شاء الله بكرا نروح للجامعة'],
  ])('%s says %s', (typed, meant) => {
    for (const word of meant.split(' ')) expect([word, isFound(typed, word)]).toEqual([word, true]);
  });

  test.each([
    ['7elwa', 'حلوة'],
    ['mabsoot', 'مبسوط'],
    ['sayara', 'سيارة'],
    ['wa9tach', 'وقتاش'],
    ['shukran', 'شكرا'],
    ['mo7adara', 'محاضرة'],
    ['thawra', 'ثورة'],
  ])('the word %s alone is %s', (typed, meant) => {
    expect(isFound(typed, meant)).toBe(true);
  });

  test('the article and the word for "and" join the word after them, and so do their places', () => {
    const text = 'ana w el bint 7elwin';
    const [first] = decodeTracked(text).readings;
    if (first === undefined) throw new Error('no reading');
    const at = first.text.indexOf('البنت');
    expect(at).toBeGreaterThan(0);
    expect(originalSpan(first.tracked, at, at + 5)).toEqual({ start: 6, end: 13 });
  });

  test.each(['Da3ech', 'da3esh', 'Da3ich'])(
    'the name %s meets its Arabic form in a sentence of another language',
    (name) => {
      expect(isFound(`le groupe ${name} recule`, 'داعش')).toBe(true);
    },
  );

  test.each([
    'h3llo my fr1end',
    'b2b sales and h2o',
    'peer2peer text2speech',
    'El Salvador y la ana maria',
    'selamat pagi semua',
    'Ana Maria is mijn zus',
    'merhaba arkadaşlar nasılsınız',
    '7-Eleven opens at 7am',
    'the a3 paper is gr8',
    'ili smo mi tu',
    'bit.ly/3xAmPl3 and t.co/AbC123xYz0',
  ])('%s is no Arabizi', (text) => {
    expect(decode(text).readings.filter(({ steps }) => steps.includes('arabizi'))).toEqual([]);
  });
});

describe('signs among Arabic letters', () => {
  test.each([
    ['7اجة', 'حاجة'],
    ['س5افة', 'سخافة'],
    ['الاست7قار', 'الاستحقار'],
    ['5الص', 'خالص'],
    ["بال'3باوة", 'بالغباوة'],
    ['وا6ين', 'واطين'],
    ['7اجة mn المكتبة', 'حاجة من المكتبة'],
  ])('%s is %s', (typed, meant) => {
    expect(decode(`هذا ${typed} كبير`).plain).toBe(`هذا ${meant} كبير`);
  });

  test.each([
    '5دقائق',
    '7كم',
    '3مرات',
    'رقم5',
    'كورونا19',
    'ب3 دنانير',
    'الiPhone جديد',
    '7ص',
    '2مليون',
    'مادة PDF هنا',
    'جيل Z',
  ])('%s stays', (text) => {
    expect(decode(text)).toMatchObject({ plain: text, disguises: [] });
  });

  test('the changed letter alone is the disguise', () => {
    expect(decode('عندي 7اجة لك').disguises).toEqual([{ name: 'leet', start: 5, end: 6 }]);
  });
});

describe('letters pulled apart or drawn out', () => {
  test.each([
    ['هذا ك ت ا ب جميل', 'هذا كتاب جميل'],
    ['الك ت ا ب جميل', 'الكتاب جميل'],
    ['انت ك و ب بس', 'انت كوب بس'],
    ['س.ل.ا.م عليكم', 'سلام عليكم'],
    ['كللللللل الناس', 'كل الناس'],
    ['رااااائع', 'رائع'],
    ['اللللله اكبر', 'الله اكبر'],
    ['انا تعبان اوووووي', 'انا تعبان اوي'],
    ['مقرررررفيييييين', 'مقرفين'],
    ['الســـلام', 'السلام'],
  ])('%s is %s', (typed, meant) => {
    expect(decode(typed).plain).toBe(meant);
  });

  test.each(['ههههههه', 'خخخخخ', 'ااااه', 'وااااو', 'و هو و هي', 'الله الله', 'ممتاز', 'د. محمد', 'سنة 1445 هـ'])(
    '%s stays',
    (text) => {
      expect(decode(text)).toMatchObject({ plain: text, disguises: [] });
    },
  );
});

test('letters of Persian, Urdu and the Maghreb are compared as those of Arabic', () => {
  expect(fold('ڢي ڧال ڭلام')).toBe(fold('في قال كلام'));
  expect(fold('علیکم')).toBe(fold('عليكم'));
  expect(fold('ﺍﻟﺴﻼﻡ')).toBe(fold('السلام'));
});
