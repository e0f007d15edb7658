/**
 * Trains src/tables/model.ts: frequencies of letter sequences (1 to 4, with word ends) in the texts of `training/`.
 * Origin and licence of each text are in training/NOTICE.md. Usage: node scripts/train.mjs
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const at = (name) => new URL(`../training/${name}`, import.meta.url);
const languages = [
  'ar',
  'ary',
  'ary-Latn',
  'ca',
  'de',
  'en',
  'es',
  'fa',
  'fr',
  'it',
  'kab',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'tr',
  'uk',
  'ur',
];
const { textWords } = await import(new URL('../dist/text-words.js', import.meta.url));
const { functionWords } = await import(new URL('../dist/tables/function-words.js', import.meta.url));

const lines = [];
for (const lang of languages) {
  const files = [`${lang}.txt`, `${lang}.phrases.txt`].filter((name) => existsSync(at(name)));
  const text = files.map((name) => readFileSync(at(name), 'utf8')).join('\n');
  const counts = new Map();
  // Declarations hardly use everyday words: each function word is read a few times more.
  const all = [...textWords(text), ...Array.from({ length: 3 }, () => functionWords[lang].split(' ')).flat()];
  for (const word of all) {
    const framed = Array.from(` ${word} `);
    for (let size = 1; size <= 4; size += 1) {
      for (let start = 0; start + size <= framed.length; start += 1) {
        const gram = framed.slice(start, start + size).join('');
        if (gram !== ' ') counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
    }
  }
  const totals = [0, 0, 0, 0, 0];
  for (const [gram, count] of counts) totals[Array.from(gram).length] += count;
  const kept = [...counts].filter(([gram, count]) => count > 1 || Array.from(gram).length < 4);
  const entries = kept.map(([gram, count]) => {
    // Steps of a quarter nat below certainty, as one letter: A is 0, B is -0.25, and so on.
    const step = Math.min(57, Math.round(-4 * Math.log(count / totals[Array.from(gram).length])));
    return [gram, step];
  });
  const bySteps = new Map();
  for (const [gram, step] of entries) bySteps.set(step, [...(bySteps.get(step) ?? []), gram]);
  const packed = [...bySteps]
    .sort((a, b) => a[0] - b[0])
    .map(([step, grams]) => `${step}:${grams.sort().join('|')}`)
    .join('\n');
  lines.push(`  ${JSON.stringify(lang)}: ${JSON.stringify(packed)},`);
}
writeFileSync(
  new URL('../src/tables/model.ts', import.meta.url),
  `// Made by scripts/train.mjs from packages/language/training. Do not edit.\n\n/** Letter sequences by language: lines of \`STEP:GRAM|GRAM…\`, a step being a quarter nat below certainty. */\nexport const model: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n};\n`,
);
