import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import type { Edit } from '../../tracked-text.js';

const turned = new Map(
  (
    'ɐa qb ɔc pd ǝe ɟf ƃg ᵷg ɥh ᴉi ıi ɾj ʞk ןl ꞁl ɯm un oo do bq ɹr ss ʇt nu ʌv ʍw xx ʎy zz ll ii ∀A ƆC ƎE ℲF ⅁G HH II NN OO ' +
    'ԀP ᴚR SS ┴T ∩U ΛV XX ⅄Y ZZ ˥L ⅂L MW WM ˙. ¡! ¿? ‾_ ,’'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(1)]),
);
const own = /[ɐɔǝɟƃᵷɥᴉɾʞןꞁɯɹʇʌʍʎ∀ƆƎℲ⅁˥⅂ᴚ┴⅄]/u;
/** What a turned phrase is made of; a phrase is cut off at all else, also at line ends. */
const phrase = /[\p{L}\p{M}∀⅁⅂┴∩⅄˙¡¿‾ ,'"]+/gu;

/** A stretch in which at least three letters are turned and every letter can be read turned. */
function edits(text: string): readonly Edit[] {
  const found: Edit[] = [];
  for (const match of text.matchAll(phrase)) {
    if (!own.test(match[0])) continue;
    const blanks = match[0].length - match[0].trimStart().length;
    const stretch = match[0].trim();
    const letters = Array.from(stretch);
    const upsideDown = letters.filter((letter) => own.test(letter)).length;
    if (upsideDown < 3 || upsideDown * 4 < letters.length) continue;
    if (!letters.every((letter) => turned.has(letter) || !/\p{L}/u.test(letter))) continue;
    const replacement = letters
      .reverse()
      .map((letter) => turned.get(letter) ?? letter)
      .join('');
    const start = match.index + blanks;
    found.push({ start, end: start + stretch.length, replacement, name: 'upside-down' });
  }
  return found;
}

/** Text turned upside down: letters turned one by one and read from the other end. */
export const upsideDown: Transform = { name: 'upside-down', flags: foldFlag.odd, gate: own, edits };
