import { decodeTracked, foldFlag, foldInto, FoldBuffer, mayBeDisguised } from '@vedette/decode';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutParticles } from '../src/arabic-particles.js';
import { compileRules, attachRules, LineScanner, type MatchInput } from '../src/index.js';
import { particleBit, particlesOf } from '../src/keys/attached-particles.js';
import { matchEveryRule } from './every-rule.js';

const words = [
  'grey',
  'gate',
  'north',
  'wind',
  'été',
  'straße',
  'NASA',
  'بوابة',
  'المدينة',
  'للمدينة',
  'رمادية',
  'والبوابة',
  '北京',
  'ถนน',
  '🔥',
  '👍🏽',
  'hello',
  'the',
];
/** Ways to disguise a word, and ordinary ways to write one. */
const disguises: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => `#${word}`,
  (word) => Array.from(word).join('\u200b'),
  (word) => Array.from(word).join(' '),
  (word) => Array.from(word).join('.'),
  (word) => word.replaceAll('a', '4').replaceAll('e', '3').replaceAll('o', '0'),
  (word) => word.replace(/(?<=.)(.)/u, '$1$1$1$1'),
  (word) => word.replace(/.$/u, '$&$&$&'),
  (word) => word.replaceAll('a', 'а').replaceAll('e', 'е'),
  (word) => word.replaceAll(/[a-z]/gu, (letter) => String.fromCodePoint(letter.charCodeAt(0) - 0x61 + 0x1d41a)),
  (word) => Array.from(word).reverse().join(''),
  (word) => word.slice(1),
  (word) => `${word}s`,
  (word) => `و${word}`,
];
const word = fc.tuple(fc.constantFrom(...words), fc.constantFrom(...disguises)).map(([one, disguise]) => disguise(one));
const sentence = fc.constantFrom(
  'and this is what the others have said about it',
  'وهذا ما كان من كل هذه',
  'et les autres sont dans la rue avec nous',
  'wach kayn chi 7aja 3andkom f dar',
);
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '-', '_', "'", '\n', ' 🔥 ');
const text = fc
  .tuple(fc.array(fc.tuple(word, gap), { maxLength: 8 }), fc.oneof(sentence, fc.constant('')), fc.nat(6))
  .map(([parts, more, how]) => {
    const plain = `${parts.flat().join('')}${more}`;
    if (how === 0) return Buffer.from(plain).toString('base64');
    if (how === 1)
      return plain.replaceAll(/[a-z]/gu, (letter) => String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + 13) % 26)));
    if (how === 2) return Array.from(plain).reverse().join('');
    return plain;
  });

const plainWord = fc.constantFrom(...words);
const term = fc.oneof(
  plainWord,
  fc.array(plainWord, { minLength: 2, maxLength: 3 }).map((parts) => `"${parts.join(' ')}"`),
  fc.tuple(plainWord, plainWord).map(([a, b]) => `${a} NEAR/3 ${b}`),
  fc.tuple(plainWord, plainWord).map(([a, b]) => `#${a}${b.replaceAll(/[^\p{L}]/gu, '')}`),
  fc.constantFrom(
    'gat*',
    'gre?',
    'مدي*',
    '"grey gat*"',
    'gate~1',
    'hello~1',
    'cs:NASA',
    'raw:été',
    'raw:straße',
    '/gr[ae]y gate/',
    '/نار|نور/',
    '/w.nd/',
    '/[a-z]+/',
    'via:leet',
    'has:link',
    'lang:ar',
    'cs:"grey gate"',
    'hashtag:greygate',
    'title:north',
    'title:"grey gate"',
  ),
);
const query = fc.oneof(
  { weight: 4, arbitrary: term },
  fc.tuple(term, term).map(([a, b]) => `(${a}) (${b})`),
  fc.tuple(term, term).map(([a, b]) => `(${a}) OR (${b})`),
  fc.tuple(term, term).map(([a, b]) => `(${a}) -(${b})`),
);

describe('the keys of rules', () => {
  it('leave out no rule and no Item that evaluating everything would find', () => {
    let hits = 0;
    let cleared = 0;
    fc.assert(
      fc.property(
        fc.array(query, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(text, text, fc.boolean()), { minLength: 1, maxLength: 5 }),
        (queries, items) => {
          const rules = queries.map((one, index) => ({ id: String(index), query: one }));
          const { matcher, problems } = compileRules(rules);
          const running = rules.filter(({ id }) => !problems.some(({ rule }) => rule === id));
          const inThread = attachRules(structuredClone(matcher.shared));
          for (const [body, title, titled] of items) {
            const item: MatchInput = { id: 'x', text: body, lang: 'en', ...(titled ? { title } : {}) };
            const expected = { item, queries, matches: matchEveryRule(running, item) };
            expect({ item, queries, matches: matcher.match(item) }).toEqual(expected);
            expect({ item, queries, matches: inThread.match(item) }).toEqual(expected);
            hits += expected.matches.length;
            const scanner = new LineScanner('text');
            expect(scanner.scan(Buffer.from(`${JSON.stringify(item)}\n`), 0)).toBeGreaterThan(0);
            const may = matcher.mayMatch(scanner.hasTitle ? scanner.title : undefined, scanner.text);
            if (!may) cleared += 1;
            expect({ ...expected, cleared: !may && expected.matches.length > 0 }).toEqual({
              ...expected,
              cleared: false,
            });
          }
        },
      ),
      { numRuns: 120 },
    );
    expect(hits).toBeGreaterThan(50);
    expect(cleared).toBeGreaterThan(10);
  }, 60_000);

  it('trust a fold that noticed nothing: there is nothing more to read in such a text', () => {
    const buffer = new FoldBuffer();
    let sure = 0;
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 60 }), fc.stringMatching(/^[ -~]{0,60}$/u)),
        (one) => {
          foldInto(one, buffer);
          if (mayBeDisguised(buffer.flags & ~foldFlag.hashtag)) return;
          sure += 1;
          const { disguises, readings, plain } = decodeTracked(one);
          expect({ one, disguises }).toEqual({ one, disguises: [] });
          expect({ one, readings: readings.filter(({ steps }) => steps.join('') !== 'joined') }).toEqual({
            one,
            readings: [],
          });
          expect(plain.text).toBe(one.normalize('NFC'));
        },
      ),
      { numRuns: 1_500 },
    );
    expect(sure).toBeGreaterThan(50);
  });

  it('know the particles that withoutParticles takes off', () => {
    const letters = fc.array(fc.constantFrom('و', 'ف', 'ب', 'ل', 'ك', 'ا', 'م', 'د'), { maxLength: 8 });
    fc.assert(
      fc.property(letters, (parts) => {
        const whole = parts.join('');
        const units = Uint16Array.from(whole, (letter) => letter.charCodeAt(0));
        const bits = particlesOf(units, 0, units.length);
        const rests = new Set<string>();
        for (const width of [1, 2, 3, 4]) if ((bits & (1 << (width - 1))) !== 0) rests.add(whole.slice(width));
        if ((bits & particleBit.articleAfterTwo) !== 0) rests.add(`ال${whole.slice(2)}`);
        if ((bits & particleBit.articleAfterThree) !== 0) rests.add(`ال${whole.slice(3)}`);
        expect(rests).toEqual(new Set(withoutParticles(whole)));
      }),
      { numRuns: 2_000 },
    );
  });
});
