/**
 * Makes src/arabic/words.generated.ts: Arabic word forms with how rare each is, as one front-coded string.
 * What goes in, where it comes from and under which licence: training/arabic/NOTICE.md.
 *
 * Usage: node scripts/make-arabic-words.mjs DIR, where DIR holds
 * - `words.txt`: word forms, one a line (`dawg2wordlist` on the word graph of the Arabic model of Tesseract),
 * - `text/*.txt`: running text, one string a line (scripts/extract-arabic-text.mjs),
 * - `tokenizer.json`: the o200k vocabulary, whose order tells which words are frequent on the web.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dir = process.argv[2] ?? '.';
const letters = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي';
const isWord = /^[\u0621-\u063a\u0641-\u064a]{1,16}$/u;
/** Without harakat, tatweel and the signs that mark an access key inside a word. */
const bare = (text) => text.replace(/[\u064b-\u0652\u0670\u0640]|(?<=[\u0621-\u064a])[~_&](?=[\u0621-\u064a])/gu, '');
const wordsIn = (text) => bare(text).match(/[\u0621-\u063a\u0641-\u064a]+/gu) ?? [];

const listed = new Set(
  readFileSync(join(dir, 'words.txt'), 'utf8')
    .split('\n')
    .map((line) => bare(line.trim()))
    .filter((word) => isWord.test(word)),
);

/** How often each word stands in the running text. */
const counts = new Map();
let total = 0;
for (const name of readdirSync(join(dir, 'text'))) {
  for (const word of wordsIn(readFileSync(join(dir, 'text', name), 'utf8'))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total += 1;
  }
}

/** The pieces of the vocabulary in order, a leading blank as `_`. */
function pieces() {
  const { vocab } = JSON.parse(readFileSync(join(dir, 'tokenizer.json'), 'utf8')).model;
  const bytes = new Map();
  let extra = 0;
  for (let byte = 0; byte < 256; byte += 1) {
    const printable = (byte > 32 && byte < 127) || (byte > 160 && byte < 173) || byte > 173;
    bytes.set(printable ? String.fromCharCode(byte) : String.fromCharCode(256 + extra++), byte);
  }
  return Object.entries(vocab)
    .sort((a, b) => a[1] - b[1])
    .map(([token]) =>
      Buffer.from(Array.from(token, (sign) => bytes.get(sign) ?? 0))
        .toString('utf8')
        .replace(/^ /u, '_'),
    )
    .filter((token) => /^_?[\u0621-\u063a\u0641-\u064a]+$/u.test(token));
}
const rank = new Map();
const pieceCost = new Map();
pieces().forEach((piece, index) => {
  pieceCost.set(piece, Math.log(index + 30));
  if (piece.startsWith('_')) rank.set(piece.slice(1), rank.size);
});

/** The cheapest way to put a word together from pieces. */
function assembled(word) {
  const framed = `_${word}`;
  const best = [0];
  for (let end = 1; end <= framed.length; end += 1) {
    best[end] = Infinity;
    for (let start = Math.max(0, end - 14); start < end; start += 1) {
      const cost = pieceCost.get(framed.slice(start, end));
      if (cost !== undefined) best[end] = Math.min(best[end], best[start] + cost + 1);
    }
  }
  return best[framed.length];
}

/** A stem that occurs with many particles and endings is more frequent than one that does not. */
const before = ['', 'و', 'ف', 'ال', 'وال', 'ب', 'ل', 'بال', 'لل', 'ك', 'وب', 'ول', 'فال', 'س', 'وس'];
const after = ['', 'ه', 'ها', 'هم', 'نا', 'ك', 'ي', 'ات', 'ين', 'ون', 'ية', 'ة', 'ا', 'وا', 'ت', 'كم'];
function stemsOf(word) {
  const stems = new Set();
  for (const start of before) {
    if (!word.startsWith(start)) continue;
    for (const end of after) {
      if (!word.endsWith(end)) continue;
      const stem = word.slice(start.length, word.length - end.length);
      if (stem.length >= 3) stems.add(stem);
    }
  }
  return stems;
}
const family = new Map();
for (const word of listed) for (const stem of stemsOf(word)) family.set(stem, (family.get(stem) ?? 0) + 1);

/** How many listed words are this one with a particle before or an ending behind it. */
function extensions(word) {
  let found = 0;
  for (const start of before) if (start !== '' && listed.has(start + word)) found += 1;
  for (const end of after) if (end !== '' && listed.has(word + end)) found += 1;
  return found;
}

/** Letters after the four before them, in the listed words: Witten and Bell. */
const seen = new Map();
const followers = new Map();
for (const word of listed) {
  const framed = `^^^^${word}$`;
  for (let at = 4; at < framed.length; at += 1) {
    for (let length = 0; length <= 4; length += 1) {
      const context = framed.slice(at - length, at);
      const gram = context + framed[at];
      seen.set(gram, (seen.get(gram) ?? 0) + 1);
      const counter = followers.get(context) ?? { total: 0, kinds: 0 };
      counter.total += 1;
      if (seen.get(gram) === 1) counter.kinds += 1;
      followers.set(context, counter);
    }
  }
}
function chanceOf(context, letter) {
  const { total, kinds } = followers.get(context) ?? { total: 0, kinds: 0 };
  const shorter = context === '' ? 1 / 40 : chanceOf(context.slice(1), letter);
  return total === 0 ? shorter : ((seen.get(context + letter) ?? 0) + kinds * shorter) / (total + kinds);
}
function spelledCost(word) {
  const framed = `^^^^${word}$`;
  let cost = 0;
  for (let at = 4; at < framed.length; at += 1) cost -= Math.log(chanceOf(framed.slice(at - 4, at), framed[at]));
  return cost;
}

/** How many listed words begin like this one. A piece of the vocabulary with many and no use of its own is a mere beginning. */
const beginnings = new Map();
for (const word of listed) {
  for (let end = 2; end < word.length; end += 1) {
    const start = word.slice(0, end);
    beginnings.set(start, (beginnings.get(start) ?? 0) + 1);
  }
}
const articleAlone = /^[وفبك]?(?:ال|لل)[^ىه]$/u;
const isFragment = (word) => (counts.get(word) ?? 0) < 3 && (beginnings.get(word) ?? 0) > 40;

const probability = new Map();
for (const word of new Set([...listed, ...rank.keys(), ...counts.keys()])) {
  const count = counts.get(word) ?? 0;
  if (!isWord.test(word) || articleAlone.test(word) || (!listed.has(word) && count < 3)) continue;
  const relatives = Math.max(1, ...Array.from(stemsOf(word), (stem) => family.get(stem) ?? 1));
  const piecewise = Math.exp(-0.8 * assembled(word)) * relatives;
  const lettered = Math.exp(-0.6 * spelledCost(word)) * (1 + extensions(word)) ** 0.8;
  let chance = (0.1 * count) / total + 3e-4 * piecewise + 2e-3 * lettered + 2e-9;
  if (rank.has(word) && !isFragment(word)) chance += 0.072 / (rank.get(word) + 12);
  probability.set(word, chance);
}

/** Hand-written words by level: names count as written Arabic, spoken words have a value of their own. */
function handWritten(name) {
  const levels = new Map();
  for (const line of readFileSync(new URL(`../training/arabic/${name}`, import.meta.url), 'utf8').split('\n')) {
    const [, level, words] = /^(\d): (.*)$/u.exec(line) ?? [];
    for (const word of wordsIn(words ?? '')) levels.set(word, Math.min(levels.get(word) ?? 9, Number(level)));
  }
  return levels;
}
const spoken = handWritten('dialect-words.txt');
for (const word of spoken.keys()) if (!probability.has(word)) probability.set(word, 1e-8);
for (const name of ['names.txt', 'standard-words.txt']) {
  for (const [word, level] of handWritten(name)) {
    probability.set(word, Math.max(probability.get(word) ?? 0, 0.012 / 4.5 ** level));
  }
}

let sum = 0;
for (const chance of probability.values()) sum += chance;
const order = new Map(Array.from(letters, (letter, index) => [letter, index]));
const coded = Array.from(probability, ([word, chance]) => ({
  spoken: spoken.get(word),
  code: Array.from(word, (letter) => String.fromCharCode(65 + order.get(letter))).join(''),
  level: Math.min(25, Math.max(0, Math.round((-Math.log(chance / sum) - 3.5) / 0.6))),
})).sort((a, b) => (a.code < b.code ? -1 : 1));
let last = '';
let packed = '';
for (const { code, level, spoken: common } of coded) {
  let shared = 0;
  while (shared < 15 && code[shared] === last[shared] && shared < code.length) shared += 1;
  packed += String.fromCharCode(48 + shared) + code.slice(shared) + String.fromCharCode(101 + level);
  if (common !== undefined) packed += String.fromCharCode(33 + common);
  last = code;
}
const head = [
  '// Made by scripts/make-arabic-words.mjs from the sources named in training/arabic/NOTICE.md. Do not edit.',
  '/** Word forms in order: letters shared with the word before, the other letters, how rare (see lexicon.ts). */',
];
writeFileSync(
  new URL('../src/arabic/words.generated.ts', import.meta.url),
  `${head.join('\n')}\nexport const packedWords = ${JSON.stringify(packed)};\n`,
);
process.stdout.write(`${coded.length} words, ${packed.length} characters\n`);
