/**
 * Makes src/tables/letter-pairs.ts: which letters stand beside each other in words of the languages read here, from
 * the Universal Declaration of Human Rights (United Nations, public) in packages/language/training.
 * Usage: node scripts/make-letter-pairs.mjs
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const training = new URL('../../language/training/', import.meta.url);
const latin = new Set(['en', 'fr', 'es', 'de', 'nl', 'it', 'pt']);
const pairs = new Set();
for (const name of readdirSync(training)) {
  if (!latin.has(name.replace(/\.txt$/, ''))) continue;
  const text = readFileSync(new URL(name, training), 'utf8').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  for (const [word] of text.matchAll(/[a-z]+/g)) {
    const framed = `^${word}$`;
    for (let index = 0; index + 1 < framed.length; index += 1) pairs.add(framed.slice(index, index + 2));
  }
}
const sorted = [...pairs].sort((a, b) => (a < b ? -1 : 1));
writeFileSync(
  new URL('../src/tables/letter-pairs.ts', import.meta.url),
  `// Made by scripts/make-letter-pairs.mjs. Do not edit.\n\n/** Pairs of neighbours in words of seven Latin-script languages; ^ and $ are the ends of a word. */\nexport const letterPairs: ReadonlySet<string> = new Set(\n  '${sorted.join(' ')}'.split(' '),\n);\n`,
);
