import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, decodeTracked, originalSpan } from '../src/index.js';

const read = (text: string): string => decode(text).plain;
const offered = (text: string): readonly string[] => decode(text).readings.map((reading) => reading.text);

describe('leet is read by the words of its language', () => {
  test.each([
    ['I h4te th3se n0tebooks', 'I hate these notebooks'],
    ['Les c4hiers sont dans l’arm0ire', 'Les cahiers sont dans l’armoire'],
    ['Es típico de un cuaderno es7úpido', 'Es típico de un cuaderno estúpido'],
    ['Ich h4sse den M0ntag', 'Ich hasse den Montag'],
    ['ik h44t de regen', 'ik haat de regen'],
  ])('%s', (written, said) => {
    expect(read(written)).toBe(said);
  });

  test('one sign stands for several letters: the word decides which', () => {
    expect(read('s1ck of the l1ttle k!tchen')).toBe('sick of the little kitchen');
    expect(read('k1ll the 1ights tonight')).toBe('kill the lights tonight');
  });

  test.each([
    ['the |<ettle is |-|ot', 'the kettle is hot'],
    ['an old f()()l', 'an old fool'],
    ['the a\\/erage |_|nder the table', 'the average under the table'],
    ['a k€ttle', 'a kettle'],
  ])('several signs draw a letter: %s', (written, said) => {
    expect(read(written)).toBe(said);
  });

  test('accents come back with the word', () => {
    expect(read('une t4sse de caf3 noir pour le d3jeuner')).toBe('une tasse de café noir pour le déjeuner');
  });

  test('where most words are leet, short ones and digits alone are too', () => {
    expect(read('1 h4t3 y0u 4ll s0 mUch').toLowerCase()).toContain('hate you all so');
    expect(read('7h3 gr3y g4t3 0p3n5 70n1gh7')).toBe('The grey gate opens tonight'.toLowerCase());
  });

  test('each letter leads back to its own sign', () => {
    const { plain } = decodeTracked('the |<ettle');
    expect(plain.text).toBe('the kettle');
    expect(originalSpan(plain, 4, 5)).toEqual({ start: 4, end: 6 });
    expect(originalSpan(plain, 5, 6)).toEqual({ start: 6, end: 7 });
    expect(decode('a n0tebook').disguises).toEqual([{ name: 'leet', start: 3, end: 4 }]);
  });

  test.each([
    'covid19 mp3 h2o 4x4 b2b 1st 2nd 10k 3D R2D2 iPhone15 Win10 G20 A4 5G CO2 i18n a11y',
    'top5, python3, windows10, Formula1, Blink182, 50cent, 7zip, 4chan',
    'from 10h30 to 11h, 00:00:00, 3€, $10k, 5kg, 2×3, 60fps, 24/7',
    'commit d34db33f, #0a0, #C0FFEE, sha256, utf8, x86_64',
    '@h4cker wrote to j0hn@example.org about user_n4me and /tmp/f1le',
    'log4net, py3status, word2vec, neo4j, gpt4all',
    'word(s), étudiant(e)s, tod@s, amig@, int[] func() a<b c>d',
    '¡Hola! ¿Qué tal? ¡Vamos!',
    '$host, US$, A$AP, C++, F#, yes!no',
  ])('ordinary: %s', (text) => {
    expect(decode(text)).toMatchObject({ plain: text, disguises: [] });
  });
});

describe('letters that are set apart are put together', () => {
  test.each([
    ['the g r e y gate', 'the grey gate'],
    ['g.r.e.y g-a-t-e', 'grey gate'],
    ['a k_e_t_t_l_e and a k*e*t*t*l*e', 'a kettle and a kettle'],
    ['n\no\nt\ne\nb\no\no\nk', 'notebook'],
    ['п р и в е т', 'привет'],
  ])('%j', (written, said) => {
    expect(read(written)).toBe(said);
  });

  test('wider gaps are borders of words', () => {
    expect(read('I   h a t e   n o t e b o o k s .')).toBe('I hate notebooks.');
    expect(read('j e   d é t e s t e   l e s   c a h i e r s')).toBe('je déteste les cahiers');
  });

  test('without wider gaps the words of the language are the borders', () => {
    expect(read('t h e g r e y g a t e o p e n s t o n i g h t')).toBe('the grey gate opens tonight');
    expect(read('this is a t h r e a t to the kettle')).toBe('this is a threat to the kettle');
    expect(read("d o n ' t touch")).toBe("don't touch");
  });

  test('leet among letters that are set apart is read too', () => {
    expect(read('the k 3 t t l e is here')).toBe('the kettle is here');
  });

  test.each([
    'a b c d e f g',
    'A B C D',
    'U.S.S.R., J. R. R. and F. B. I.',
    'A C G T A C G T T A',
    'x y z, i, j, k, l, m',
    'a + b + c = d',
    'chords: E A D G B E, C G A F',
    'Y M C A',
    '1 2 3 4 5 6',
    'z.B. d.h. u.s.w. s.v.p. n.b. e.g.',
    '_ A _ _ M A N',
  ])('ordinary: %s', (text) => {
    expect(decode(text)).toMatchObject({ plain: text, disguises: [] });
  });
});

describe('letters that are repeated inside words', () => {
  test('the word says how often the letter belongs there', () => {
    expect(read('the kettttle in the hoooouse')).toBe('the kettle in the house');
    expect(read('un cuadeeeerno')).toBe('un cuaderno');
  });

  test.each([
    'sooo hahaha yesss hmmm www IIII XVIII',
    'Flussschifffahrt, Litfasssäule, Balletttänzer, Kaffeeersatz',
    'jäääär, kõrgööö',
    'すごーーーーい',
  ])('ordinary: %s', (text) => {
    expect(read(text)).toBe(text);
  });
});

describe('joined words are offered apart', () => {
  test.each([
    ['#LikeThis', 'Like This'],
    ['#likethis', 'like this'],
    ['#grey_gate', 'grey gate'],
    ['#thegreygateopenstonight', 'the grey gate opens tonight'],
    ['#wirsindmehr', 'wir sind mehr'],
    ['thegreygateopenstonight', 'the grey gate opens tonight'],
    ['jedétestelescahiers.', 'je déteste les cahiers.'],
    ['quierovertodoslosdias', 'quiero ver todos los dias'],
    ['ikhoudvanjou', 'ik houd van jou'],
    ['I have so muchdisdain for these notebooks', 'I have so much disdain for these notebooks'],
  ])('%s', (written, said) => {
    expect(offered(written)).toContain(said);
  });

  test('blanks are put between what was typed, so that every letter keeps its place', () => {
    const [reading] = decodeTracked('see thegreygateopens').readings;
    expect(reading?.text).toBe('see the grey gate opens');
    expect(originalSpan(reading?.tracked ?? { text: '' }, 8, 12)).toEqual({ start: 7, end: 11 });
  });

  test.each([
    'The internationalization of responsibilities in Brandenburg and Liechtenstein',
    'Die Donaudampfschifffahrtsgesellschaft und die Krankenversicherungskarte sind alt',
    'De werkgelegenheid en de ziektekostenverzekering zijn belangrijk',
    'Schweinsteiger and Cumberbatch met on Facebook',
    'Il cambiamento costituzionale e la disoccupazione',
    '#london #covid19 #NASA',
    '[a link](#likethis) <a name="likethis">',
  ])('ordinary: %s', (text) => {
    expect(offered(text)).toEqual([]);
  });
});

/** Words that are in the tables of English and stay themselves under the disguises below. */
const words = ['kettle', 'notebook', 'window', 'garden', 'morning', 'library', 'orange', 'station'];
const signs: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0' };
const word = fc.constantFrom(...words);

test('a common word in a sentence comes back from one sign, from gaps and from repeats', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom(' ', '.', '-', '_'), (plain, at, gap) => {
      const places = Array.from(plain, (letter, index) => (signs[letter] === undefined ? -1 : index)).filter(
        (i) => i > 0,
      );
      const place = places[at % places.length] ?? 1;
      const leet = plain.slice(0, place) + (signs[plain.charAt(place)] ?? '') + plain.slice(place + 1);
      const inside = 1 + (at % (plain.length - 2));
      const repeated = plain.slice(0, inside) + plain.charAt(inside).repeat(6) + plain.slice(inside + 1);
      const said = `there was the ${plain} of my friend`;
      expect(read(`there was the ${leet} of my friend`)).toBe(said);
      expect(read(`there was the ${Array.from(plain).join(gap)} of my friend`)).toBe(said);
      expect(read(`there was the ${repeated} of my friend`)).toBe(said);
    }),
    { numRuns: 150 },
  );
});

test('signs, gaps and letters in any order change nothing outside of their words, and end', () => {
  const piece = fc.constantFrom(
    'a',
    'e',
    'k',
    'the',
    '4',
    '0',
    '|',
    '<',
    '()',
    '\\/',
    ' ',
    '  ',
    '.',
    '\n',
    '#',
    '@',
    '$',
    'é',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
      const text = `${pieces.join('')} … ordinary end`;
      const { plain, disguises } = decode(text);
      expect(plain.endsWith('ordinary end')).toBe(true);
      for (const { start, end } of disguises)
        expect(end > start && end <= text.length - ' … ordinary end'.length + 1).toBe(true);
    }),
    { numRuns: 300 },
  );
});
