/**
 * Makes src/transforms/homoglyph/look-alikes.generated.ts from the Unicode Character Database (UnicodeData.txt) and the
 * confusables.txt of UTS #39, both of Unicode, Inc. (licence: NOTICE).
 * Usage: node scripts/make-look-alikes.mjs path/to/confusables.txt path/to/UnicodeData.txt
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [, , confusablesPath, namesPath] = process.argv;
if (confusablesPath === undefined || namesPath === undefined) {
  throw new Error('give the paths of confusables.txt and UnicodeData.txt');
}
const source = readFileSync(confusablesPath, 'utf8');
const version = /# Version: ([\d.]+)/.exec(source)?.[1] ?? 'unknown';
const fromHex = (row) => row.split(' ').map((hex) => String.fromCodePoint(parseInt(hex, 16)));

const prototypes = new Map();
for (const [, from, to] of source.matchAll(/^([0-9A-F]+) ;\t([0-9A-F ]+) ;\tMA/gm)) {
  prototypes.set(String.fromCodePoint(parseInt(from, 16)), fromHex(to).join(''));
}
const skeleton = (text) => Array.from(text.normalize('NFD'), (sign) => prototypes.get(sign) ?? sign).join('');

/** Look-alikes that can stand in a word: letters, digits of other scripts, signs, symbols, marks with a place of their own; no plain ASCII signs. */
const canSpell = (sign) => /^[\p{L}\p{N}\p{S}\p{Po}\p{Mc}]$/u.test(sign) && (sign > '\x7f' || /[A-Za-z0-9]/.test(sign));

const rows = new Map();
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
for (const sign of new Set([...ascii, ...prototypes.keys(), ...Array.from([...prototypes.values()].join(''))])) {
  if (!canSpell(sign)) continue;
  const key = skeleton(sign);
  rows.set(key, [...(rows.get(key) ?? []), sign]);
}
/** Scripts whose letters may stand in for those of another; members of no other count as one. */
const scripts =
  'Latin Greek Cyrillic Armenian Hebrew Arabic Syriac Nko Georgian Cherokee Canadian_Aboriginal Coptic Lisu Runic Gothic Old_Italic Lycian Carian Lydian Deseret Osage Warang_Citi Elbasan Medefaidrin Miao Tifinagh Vai Bamum Adlam Osmanya Shavian Ethiopic Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Myanmar Khmer Tibetan Han Hiragana Katakana Hangul Bopomofo'
    .split(' ')
    .map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));
const scriptOf = (sign) => scripts.findIndex((script) => script.test(sign));
const crosses = (members) => new Set(members.filter((sign) => /\p{L}/u.test(sign)).map(scriptOf)).size > 1;

/** What the class spells in plain letters: a letter of any script with its marks, or a few letters of ASCII. */
const spelled = (key) => {
  const plain = key.normalize('NFD');
  return /^[\p{L}\p{N}]\p{M}*$/u.test(plain) || /^[a-z]{1,3}$/i.test(plain) ? plain : '';
};
const byPoint = (a, b) => a.codePointAt(0) - b.codePointAt(0);
const classes = [...rows]
  .map(([key, members]) => ({ key: spelled(key), members }))
  .filter(({ key, members }) => crosses(members) || /^[a-z0-9]/i.test(key))
  .filter(({ key, members }) => members.length > 1 || /^[a-z]/i.test(key))
  .map(({ key, members }) => `${key}:${members.sort(byPoint).join('')}`)
  .sort();

/** Latin letters whose name says of which letter they are a variant, and which no decomposition leads to it. */
const variants = new Map();
const named =
  /^(?:LATIN|MODIFIER|LATIN SUBSCRIPT)(?: (SMALL|CAPITAL))?(?: EPIGRAPHIC)? LETTER (?:(SMALL CAPITAL|DOTLESS|SCRIPT|INSULAR|LONG|MIDDLE-WELSH|BLACKLETTER|SMALL|CAPITAL) )?([A-Z])(?: WITH .*| ROTUNDA)?$/;
for (const line of readFileSync(namesPath, 'utf8').split('\n')) {
  const [hex = '', name = ''] = line.split(';');
  const found = named.exec(name);
  if (found === null) continue;
  const sign = String.fromCodePoint(parseInt(hex, 16));
  if (sign <= '\x7f' || /^[A-Za-z]$/.test(sign.normalize('NFD')[0] ?? '')) continue;
  const letter = (found[3] ?? '')[found[1] === 'CAPITAL' ? 'toUpperCase' : 'toLowerCase']();
  variants.set(letter, (variants.get(letter) ?? '') + sign);
}

const quoted = (text) => `'${text.replace(/[\\']/g, (sign) => `\\${sign}`)}'`;
const out = fileURLToPath(new URL('../src/transforms/homoglyph/look-alikes.generated.ts', import.meta.url));
writeFileSync(
  out,
  `// Made by scripts/make-look-alikes.mjs from confusables.txt ${version} (UTS #39) and UnicodeData.txt; Unicode License v3, see NOTICE. Do not edit.

/** Signs that look alike, one class a line: the letter with its marks that they look like (if it is one), a colon, the signs. */
export const lookAlikeClasses = ${quoted(classes.join('\n')).replaceAll('\n', '\\n')};

/** Variants of Latin letters, one letter a line: the letter, a colon, the variants. */
export const letterVariants = ${quoted(
    [...variants]
      .map(([letter, signs]) => `${letter}:${signs}`)
      .sort()
      .join('\n'),
  ).replaceAll('\n', '\\n')};
`,
);
process.stderr.write(`${classes.length} classes, ${[...variants.values()].join('').length} variants\n`);
