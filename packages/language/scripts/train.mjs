/**
 * Trains src/tables/model.generated.ts: one linear model (multinomial logistic regression) for each script, over rows of one to
 * five letters and whole words. Origin and licence of each text are in training/NOTICE.md.
 *
 * Usage: node scripts/train.mjs TEXT NAMES [EXAMPLES], TEXT being what extract-text.mjs wrote, NAMES the `dist/locale` folder of
 * @faker-js/faker, EXAMPLES how many a column (9000).
 */
import { writeFileSync } from 'node:fs';
import { scripts } from '../dist/classes.js';
import { featuresOf as hashesOf, mostFeatures } from '../dist/features.js';
import { plainText } from '../dist/plain-text.js';
import { eachWord, rewritten, view } from '../dist/words.js';
import { markOf, probes } from '../dist/word-scores.js';
import { TrainingText, disguised, groups, names, respelled, seeded, templates } from './training-text.mjs';

const [folder, nameFolder, wanted = '9000'] = process.argv.slice(2);
if (nameFolder === undefined) throw new Error('usage: train.mjs TEXT NAMES [EXAMPLES]');
const random = seeded(5);
const pick = (list) => list[Math.floor(random() * list.length)];
const text = new TrainingText(folder);
const people = await names(nameFolder);
const sentences = {
  ary: templates('ary.templates.txt', false),
  'ary-Latn': templates('ary.templates.txt', true),
  kab: templates('kab.templates.txt', false),
};
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const everyday = { kab: 0.45, ary: 0.95, 'ary-Latn': 0.95 };

function lengthOfExample() {
  const roll = random();
  return roll < 0.12 ? 1 : roll < 0.25 ? 2 : roll < 0.5 ? 3 + Math.floor(random() * 3) : 5 + Math.floor(random() * 14);
}

function fromLanguage(lang) {
  const generated = sentences[lang];
  if (generated !== undefined && random() < everyday[lang]) {
    const one = random() < 0.3 ? `${generated(random)} ${generated(random)}` : generated(random);
    const written =
      lang === 'ary-Latn'
        ? respelled(one, random)
        : lang === 'kab' && random() < 0.25
          ? one
              .normalize('NFD')
              .replace(/\u0323/g, '')
              .replace(/ɣ/g, 'gh')
              .replace(/ɛ/g, '3')
          : one;
    if (random() < 0.2) {
      const words = written.split(' ');
      const from = Math.floor(random() * words.length);
      return words.slice(from, from + 1 + Math.floor(random() * 3)).join(' ');
    }
    return written;
  }
  const { lines, own, words, books } = text.of(lang);
  const roll = random();
  const all =
    own.length > 0 && (roll < 0.15 || lines.length === 0) ? own : books.length > 0 && roll < 0.45 ? books : lines;
  if ((roll > 0.85 || all.length === 0) && words.length > 0)
    return Array.from({ length: 1 + Math.floor(random() * 5) }, () => pick(words)).join(' ');
  if (all.length === 0) return '';
  const parts = pick(all).split(' ');
  const size = lengthOfExample();
  const from = Math.floor(random() * Math.max(1, parts.length - size + 1));
  return parts.slice(from, from + size).join(' ');
}

function example(script, column) {
  let made;
  if (column === 'und') {
    const roll = random();
    const own = text.of('und').own.filter((line) => (script.name === 'arabic') === /\p{Script=Arabic}/u.test(line));
    made =
      roll < 0.5
        ? pick(own) + (random() < 0.3 ? ` ${pick(own)}` : '')
        : roll < 0.8
          ? pick(people[script.name])
          : pick(people[script.name]).split(' ')[random() < 0.5 ? 0 : 1];
  } else {
    made = fromLanguage(
      column.startsWith('~')
        ? pick(
            groups[script.name][column].filter((lang) => text.of(lang).lines.length + text.of(lang).words.length > 0),
          )
        : column,
    );
    if (random() < 0.12 && people[script.name].length > 0 && made.includes(' '))
      made += ` ${pick(people[script.name])}`;
    if (random() < 0.08 && script.name === 'latin') made += ` ${pick(['lol', 'haha', 'ok', 'xd', 'hhh'])}`;
    if (random() < 0.1 && made.length > 8) made = disguised(made, random);
    if (random() < 0.1) made = made.toUpperCase();
  }
  return made;
}

const hashes = new Uint32Array(mostFeatures);

/** The features of one text in one script, each as often as it stands there, and the letters. */
function featuresOf(made, number) {
  const found = [];
  let letters = 0;
  const take = (units, length) => found.push(...hashes.subarray(0, hashesOf(units, length, hashes)));
  eachWord(plainText(made), () => {
    if (view.script !== number) return;
    letters += view.letters;
    take(view.units, view.length);
    if (view.odd) {
      const { units, length } = rewritten();
      take(units, length);
    }
  });
  return { found: Uint32Array.from(found), letters };
}

const packed = {};
for (const [number, script] of scripts.entries()) {
  if (script === undefined) continue;
  const { columns } = script;
  const width = columns.length;
  const count = Number(wanted);
  const examples = [];
  for (const [column, name] of columns.entries()) {
    for (let index = 0, tries = 0; index < count && tries < count * 3; tries += 1) {
      const { found, letters } = featuresOf(example(script, name), number);
      if (found.length === 0) continue;
      examples.push({ found, letters, column });
      index += 1;
    }
  }
  // Which features tell most: how far their columns differ from chance, times how often they come.
  const size = 2 ** 21;
  const keys = new Uint32Array(size);
  const counts = new Uint16Array(size * width);
  const placeOf = (hash, add) => {
    for (let place = hash & (size - 1), tries = 0; tries < 32; place = (place + 1) & (size - 1), tries += 1) {
      if (keys[place] === hash) return place;
      if (keys[place] !== 0) continue;
      if (!add) return -1;
      keys[place] = hash;
      return place;
    }
    return -1;
  };
  for (const { found, column } of examples) {
    for (const hash of new Set(found)) {
      const place = placeOf(hash || 1, true);
      if (place >= 0 && counts[place * width + column] < 65535) counts[place * width + column] += 1;
    }
  }
  const ranked = [];
  for (let place = 0; place < size; place += 1) {
    if (keys[place] === 0) continue;
    let total = 0;
    for (let column = 0; column < width; column += 1) total += counts[place * width + column];
    if (total < 3) continue;
    let worth = 0;
    for (let column = 0; column < width; column += 1) {
      const share = (counts[place * width + column] + 0.3) / (total + 0.3 * width);
      worth += share * Math.log(share * width);
    }
    ranked.push([worth * total, keys[place]]);
  }
  ranked.sort((a, b) => b[0] - a[0]);
  const places = 2 ** script.bits;
  const owner = new Uint32Array(places);
  const marks = new Uint16Array(places);
  let room = Math.floor(places * 0.9);
  for (const [, hash] of ranked) {
    if (room === 0) break;
    for (let probe = 0; probe < probes; probe += 1) {
      const place = (hash + probe) & (places - 1);
      if (marks[place] === markOf(hash)) break;
      if (marks[place] !== 0) continue;
      marks[place] = markOf(hash);
      owner[place] = hash;
      room -= 1;
      break;
    }
  }
  const find = (hash) => {
    for (let probe = 0; probe < probes; probe += 1) {
      const place = (hash + probe) & (places - 1);
      if (marks[place] === markOf(hash)) return place;
    }
    return -1;
  };
  for (const one of examples) one.places = Int32Array.from(one.found, find).filter((place) => place >= 0);
  const weights = new Float32Array(places * width);
  const squares = new Float32Array(places * width).fill(1e-4);
  const bias = new Float64Array(width);
  const z = new Float64Array(width);
  for (let epoch = 0; epoch < 4; epoch += 1) {
    for (let index = examples.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      [examples[index], examples[other]] = [examples[other], examples[index]];
    }
    let right = 0;
    for (const { places: at, letters, column } of examples) {
      const scale = 1 / Math.sqrt(letters + 3);
      z.fill(0);
      for (const place of at)
        for (let index = 0, from = place * width; index < width; index += 1) z[index] += weights[from + index];
      let top = -Infinity;
      let best = 0;
      for (let index = 0; index < width; index += 1) {
        z[index] = z[index] * scale + bias[index];
        if (z[index] > top) [top, best] = [z[index], index];
      }
      if (best === column) right += 1;
      let sum = 0;
      for (let index = 0; index < width; index += 1) sum += z[index] = Math.exp(z[index] - top);
      for (let index = 0; index < width; index += 1) z[index] = z[index] / sum - (index === column ? 1 : 0);
      for (let index = 0; index < width; index += 1) bias[index] -= 0.002 * z[index];
      const rate = 0.12 / (1 + epoch * 0.7);
      for (const place of at) {
        for (let index = 0, from = place * width; index < width; index += 1) {
          const slope = z[index] * scale + 2e-6 * weights[from + index];
          if (slope < 1e-5 && slope > -1e-5) continue;
          squares[from + index] += slope * slope;
          weights[from + index] -= (rate * slope) / Math.sqrt(squares[from + index]);
        }
      }
    }
    process.stderr.write(
      `${script.name} ${epoch}: ${((100 * right) / examples.length).toFixed(2)} % of ${examples.length}, ${ranked.length} features\n`,
    );
  }
  const sizes = Array.from(
    weights.filter((weight) => weight !== 0),
    Math.abs,
  ).sort((a, b) => a - b);
  const step = (sizes[Math.floor(sizes.length * 0.999)] ?? 1) / 31;
  let packedMarks = '';
  let packedWeights = '';
  for (let place = 0; place < places; place += 1) {
    packedMarks += alphabet[marks[place] >> 6] + alphabet[marks[place] & 63];
    if (marks[place] === 0) continue;
    for (let index = 0; index < width; index += 1) {
      packedWeights += alphabet[32 + Math.max(-31, Math.min(31, Math.round(weights[place * width + index] / step)))];
    }
  }
  packed[script.name] = {
    marks: packedMarks,
    weights: packedWeights,
    bias: Array.from(bias, (value) => Number(value.toFixed(4))),
    step: Number(step.toFixed(6)),
  };
}
writeFileSync(
  new URL('../src/tables/model.generated.ts', import.meta.url),
  `// Made by scripts/train.mjs from packages/language/training. Do not edit.

/** By script: the marks of its places (two characters each), six-bit weights of the taken ones by column, what each column begins with. */
export const model: Readonly<
  Record<string, { readonly marks: string; readonly weights: string; readonly bias: readonly number[]; readonly step: number }>
> = ${JSON.stringify(packed)};
`,
);
