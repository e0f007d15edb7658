/**
 * Makes src/tables/confusables.ts from the confusables.txt of Unicode UTS #39 (Unicode License v3).
 * Usage: node scripts/make-confusables.mjs path/to/confusables.txt
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [, , input] = process.argv;
if (input === undefined) throw new Error('give the path of confusables.txt');
const source = readFileSync(input, 'utf8');
const version = /# Version: ([\d.]+)/.exec(source)?.[1] ?? 'unknown';

const prototypes = new Map();
for (const line of source.split('\n')) {
  const found = /^([0-9A-F]+) ;\t([0-9A-F ]+) ;\tMA/.exec(line);
  if (found === null) continue;
  prototypes.set(
    String.fromCodePoint(parseInt(found[1], 16)),
    found[2]
      .split(' ')
      .map((hex) => String.fromCodePoint(parseInt(hex, 16)))
      .join(''),
  );
}
const skeleton = (text) => Array.from(text.normalize('NFD'), (c) => prototypes.get(c) ?? c).join('');

/** The letters of a script that may stand in a word, by what they look like. */
function bySkeleton(letters) {
  const map = new Map();
  for (const letter of letters) {
    const list = map.get(skeleton(letter)) ?? [];
    list.push(letter);
    map.set(skeleton(letter), list);
  }
  return map;
}
const upper = /\p{Lu}/u;
function choose(candidates, from) {
  const wanted = upper.test(from);
  return candidates.find((letter) => upper.test(letter) === wanted) ?? candidates[0];
}
const letters = {
  latin: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  cyrillic: 'абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯіІїЇєЄѕЅјЈһҺ',
  greek: 'αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ',
};
const own = { latin: /\p{Script=Latin}/u, cyrillic: /\p{Script=Cyrillic}/u, greek: /\p{Script=Greek}/u };
/** Letters of the target's own script that nevertheless imitate others and are no ordinary letters of a language. */
const oddities = { latin: new Set('ſɡⅼⅽⅾⅿⅰⅴⅹⅠⅤⅩⅬⅭⅮⅯ'), cyrillic: new Set(), greek: new Set() };

function table(target) {
  const known = bySkeleton(letters[target]);
  const pairs = [];
  const seen = new Set(letters[target]);
  const consider = (from) => {
    if (seen.has(from) || from.length > 2) return;
    seen.add(from);
    if (!/^\p{L}|^\p{N}/u.test(from) || /^[\p{Nd}]$/u.test(from)) return;
    if (own[target].test(from) && !oddities[target].has(from)) return;
    if (
      /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}]/u.test(
        from,
      )
    )
      return;
    const nfkc = from.normalize('NFKC');
    if (nfkc !== from && target === 'latin' && !oddities.latin.has(from)) return;
    const parts = Array.from(skeleton(from).normalize('NFD').replace(/\p{M}/gu, ''));
    const candidates = known.get(parts.join(''));
    if (candidates !== undefined) pairs.push([from, choose(candidates, from)]);
  };
  for (const from of prototypes.keys()) consider(from);
  for (const letter of Object.values(letters).join('')) consider(letter);
  return pairs.sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0));
}

const lines = Object.keys(letters).map((target) => {
  const pairs = table(target);
  const text = pairs.map(([from, to]) => `${from}${to}`).join('');
  return `/** Letters that look like ${target} ones: pairs of a look-alike and the letter, ${pairs.length} of them. */\nexport const ${target}LookAlikes = '${text}';\n`;
});
const out = fileURLToPath(new URL('../src/tables/confusables.ts', import.meta.url));
writeFileSync(
  out,
  `// Made by scripts/make-confusables.mjs from confusables.txt ${version} (Unicode UTS #39, Unicode License v3). Do not edit.\n\n${lines.join('\n')}`,
);
