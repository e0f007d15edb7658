import { describe, expect, test } from 'vitest';
import { decode } from '../src/index.js';

describe('letters of other scripts', () => {
  test.each([
    ['one letter in a word', 'the grеy gаte is open', 'the grey gate is open'],
    ['a name of one word', 'раураl', 'paypal'],
    ['a word of one other script where all else is Latin', 'we рау for the bridge', 'we pay for the bridge'],
    ['letters of many scripts', 'tհe grⲉⲩ ցａtе', 'the grey gate'],
    ['a letter of a rare script', 'githuᖯ.com', 'github.com'],
    ['a phonetic letter', 'ɢoogle maps', 'google maps'],
    ['the long s', 'ſick', 'sick'],
    ['an upright stroke is l or I as the word wants it', 'ӏn the vaӏӏey', 'In the valley'],
    ['a symbol', 'the m⍺rket', 'the market'],
    ['a host, all of it in another script', 'аррӏе.com', 'apple.com'],
    ['an alphabet of fancy text', '卂ᗪ爪丨几', 'admin'],
    ['a Latin letter in a Russian word', 'Мы идем в школy утром', 'Мы идем в школу утром'],
    ['strange accents among look-alikes', 'thе regǚlations аrе rеad', 'the regulations are read'],
  ])('%s: %s', (_what, typed, plain) => {
    expect(decode(typed).plain.toLowerCase()).toBe(plain.toLowerCase());
  });

  test('each changed letter is covered, and no other', () => {
    const { disguises, text } = decode('the grеy gаte');
    expect(disguises.map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
      ['homoglyph', 'е'],
      ['homoglyph', 'а'],
    ]);
  });

  test('text flooded with look-alikes is read to the last small word', () => {
    expect(decode('𝚤𝘵 іѕ ɑ lɑrgе ցаrdеո ոеаr ｔһе ｏɩԁ ᖯrіdցе').plain).toBe('it is a large garden near the old bridge');
  });

  test.each([
    ['an ending of another script after an abbreviation', 'SMSка и VIPзал'],
    ['the palochka of Chechnya written with l', 'Хlоьттина долу Мехкаш'],
    ['a Russian word of look-alikes alone', 'роса'],
    ['a Greek letter of a formula', 'sinθ, Δt, NFκB, αTocopherol'],
    ['a domain in its own country', 'роса.ru'],
    ['clicks, implosives and open vowels of Africa', 'ɓɔlɔ ɛyɛ ǃGâb ƙasa'],
    ['Cherokee', 'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ'],
  ])('%s stays', (_what, text) => {
    expect(decode(text)).toMatchObject({ plain: text, disguises: [], readings: [] });
  });
});
