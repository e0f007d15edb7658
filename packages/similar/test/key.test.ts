import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarityKey } from '../src/index.js';
import { keyByDefinition } from '../src/key.js';

const pieces = fc.constantFrom(
  ...'a b grey GATE 7 ½ ² ① É e\u0301 ß İ ΟΔΟΣ σ ς ﬁ ｇ ﷺ ١ か\u3099 ｶﾞ 한 \u1112\u1161 ㅎㅏ ™ … ´ · _ - . , ! @ @anna @a.b-c_ @a@b.example x@y ＠anna @. @'.split(
    ' ',
  ),
  ...'http:// https://t.example/a?b=1 HTTPS://T.example www. www.t.example/x hhttps://x @ahttp://x <b> " http://"x http://\u00a0x'.split(
    ' ',
  ),
  ...'مرحبا مَرْحَبًا ـ أ ا\u0654 \u0654 \u0651 🔥 👩‍💻 ❤️ 🇧🇪 🏽 🄀 𝐠 𐐀 𐐨 \ud800 \udc00 \ufeff \u200b \u200d \u00ad \u180e \u2028 〇 Ⅷ ㎏ ৴ \u{1fbf0} \u{e0061}'.split(
    ' ',
  ),
  ' ',
  '\n',
  '\u3000',
  '\u1680',
);
const text = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);

describe('similarityKey', () => {
  test('keeps letters and digits of what a reader sees', () => {
    expect(similarityKey('Hello,  @anna: https://example.org/x WORLD!')).toBe('hello world');
    expect(similarityKey('الـسَّلام عليكم')).toBe('السلام عليكم');
    expect(similarityKey('Ｇｒｅｙ\u200b—gate')).toBe('grey gate');
    expect(similarityKey('👩‍💻❤️ 🔥')).toBe('');
  });

  test('drops whole names of other servers, and no mail addresses', () => {
    expect(similarityKey('hello @anna@press.example!')).toBe('hello');
    expect(similarityKey('write to anna@press.example')).toBe('write to anna press example');
  });

  test('is what the definition says, step by step', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(similarityKey(one)).toBe(keyByDefinition(one));
      }),
      { numRuns: 2_000 },
    );
  });

  test('is its own key', () => {
    fc.assert(
      fc.property(text, (one) => {
        const key = similarityKey(one);
        expect(similarityKey(key)).toBe(key);
      }),
      { numRuns: 300 },
    );
  });

  test('knows every character alone', () => {
    const around = Array.from({ length: 0x20000 }, (_, point) => `a${String.fromCodePoint(point)}b`);
    expect(around.filter((one) => similarityKey(one) !== keyByDefinition(one))).toEqual([]);
  });
});
