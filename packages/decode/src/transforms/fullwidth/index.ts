import { foldFlag } from '../../fold-signs.js';
import type { Transform } from '../../transform.js';
import type { Edit } from '../../tracked-text.js';

const wide = /[\uff01-\uff5e\u3000]+/gu;
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}、。「-】]/u;
const wideLetter = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u;

/** Wide forms are ordinary beside East Asian writing; elsewhere they stand for the narrow ones. */
function edits(text: string): readonly Edit[] {
  if (eastAsian.test(text)) return [];
  const found: Edit[] = [];
  for (const match of text.matchAll(wide)) {
    if (!wideLetter.test(match[0])) continue;
    const replacement = Array.from(match[0], (sign) =>
      sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    ).join('');
    found.push({ start: match.index, end: match.index + match[0].length, replacement, name: 'fullwidth' });
  }
  return found;
}

/** Full-width letters and digits. */
export const fullwidth: Transform = { name: 'fullwidth', flags: foldFlag.wide, gate: wideLetter, edits };
