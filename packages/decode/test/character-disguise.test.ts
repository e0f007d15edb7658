import { describe, expect, test } from 'vitest';
import { decode, type DisguiseName } from '../src/index.js';

describe('styled, emoji, wide, turned, overlaid and hidden characters', () => {
  test.each<[DisguiseName, string, string]>([
    ['styled', '𝐭𝐡𝐢𝐬 𝐢𝐬 𝐚 𝐭𝐞𝐬𝐭', 'this is a test'],
    ['styled', 'ⓘ ⓛⓞⓥⓔ ⓑⓡⓔⓐⓓ', 'i love bread'],
    ['styled', 'ᴛʜɪs ɪs ᴀ ᴛᴇsᴛ', 'this is a test'],
    ['styled', 'the ᵍʳᵉʸ gate', 'the grey gate'],
    ['styled', '𝟐𝟎𝟐𝟒', '2024'],
    ['styled', 'Ⅰ', 'I'],
    ['emoji-letters', 'G🅾️🅾️D morning', 'GOOD morning'],
    ['emoji-letters', '🇬🇷🇪🇾', 'GREY'],
    ['emoji-letters', '🅱🆁🅴🅰🅳', 'BREAD'],
    ['fullwidth', 'ｇｒｅｙ ｇａｔｅ', 'grey gate'],
    ['upside-down', 'ǝʇɐƃ ʎǝɹƃ', 'grey gate'],
    ['combining', 'g̶r̶e̶y̶ ̶g̶a̶t̶e̶', 'grey gate'],
    ['combining', 'c̈́̈́afé', 'café'],
    ['invisible', 'gr\u200bey gate', 'grey gate'],
    ['invisible', 'pass\u00adword', 'password'],
    ['invisible', 'admin\u3164', 'admin'],
    ['invisible', 'gr\u{e0067}ey', 'grey'],
    ['bidi', 'photo_\u202egnp.exe', 'photo_exe.png'],
    ['bidi', 'gr\u2066ey\u2069gate', 'greygate'],
  ])('%s: %s', (name, typed, plain) => {
    const decoded = decode(typed);
    expect(decoded.plain).toBe(plain);
    expect(new Set(decoded.disguises.map((disguise) => disguise.name))).toContain(name);
  });

  test.each([
    ['a soft hyphen of a typesetter', 'Straßen\u00adbahn\u00adhaltestelle'],
    ['joiners of Persian', 'کتاب\u200cخانه\u200cهای\u200cشان'],
    ['blanks without width between Khmer words', 'ញ\u200b\u200bហើយ'],
    ['an embedding that Windows copies with a path', '\u202aC:\\Users\\anna'],
    ['a name set apart by its direction', 'WhatsApp \u2068Bob\u2069 wrote'],
    ['a raised ending', 'Mˡˡᵉ Dupont, 1ˢᵗ floor'],
    ['flags in a row', '🇫🇷🇩🇪🇧🇪'],
    ['a vowel with two marks of its own', 'ἀνθρώπῳ ᾄδω ệ'.normalize('NFD')],
  ])('%s stays', (_what, text) => {
    expect(decode(text)).toMatchObject({ plain: text.normalize('NFC'), disguises: [], readings: [] });
  });
});
