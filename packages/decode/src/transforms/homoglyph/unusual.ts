/** Letters and signs beyond those of most texts: all but Latin with accents, punctuation, emoji, the scripts never taken for Latin. */
const unusual =
  /[^\p{ASCII}\p{P}\p{M}\p{Z}\p{Cf}\p{Cs}\p{Emoji}\p{Script=Latin}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}°²³¹´¨¬±÷×]|׀|᙮|ಂ|ം|ං|ం|[ſ-ʯᴀ-ᶿḀ-ẟⱠ-Ɀꜣ-ꟿꬰ-ꭥﬀ-ﬆＡ-Ｚａ-ｚⅠ-ↈℊ-ℴⁱⁿₐ-ₜ]/u;

/** For each unit 0 while it is not known, 1 for ordinary, 2 for unusual; filled as units are met. */
const known = new Uint8Array(0x10000);

/** The first unit that can be unusual: all of ASCII and of the Latin of western and central Europe comes before it. */
const first = 0x17f;

/**
 * Whether a text holds anything that may be a look-alike. Asked of every text, so it is a loop over a table rather than
 * a regular expression.
 */
export const mayImitate = {
  test(text: string): boolean {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit < first) continue;
      // Beyond the BMP a character has two units, of which the first one says little.
      if (unit >= 0xd800 && unit <= 0xdbff) {
        if (unusual.test(text.slice(at, at + 2))) return true;
        at += 1;
        continue;
      }
      if (known[unit] === 0) known[unit] = unusual.test(String.fromCharCode(unit)) ? 2 : 1;
      if (known[unit] === 2) return true;
    }
    return false;
  },
};
