/**
 * Makes src/words/LANG.generated.ts for en, fr, es, de, nl: words with how common they are, and pairs of words that stand
 * beside each other much more or much less often than chance. Sources and licences: training/NOTICE.md.
 *
 * Usage: node scripts/make-word-model.mjs SOURCES TEXT WORDS
 *
 * SOURCES and TEXT as for extract-word-sources.mjs; WORDS holds what `combine_tessdata -u` and `dawg2wordlist` print of
 * Tesseract's models: `LANG.words` (lstm-word-dawg, fast) for eng, fra, spa, deu, nld, frk, and `LANG.bigram.words`
 * (bigram-dawg, 4.0.0) for the first five.
 *
 * The format is read by src/words/unpack.ts: Base64 of a range-coded stream (adaptive bits as in LZMA).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formsOf } from './hunspell-forms.mjs';
import { RangeEncoder } from './range-encoder.mjs';

const [sources, texts, lists] = process.argv.slice(2);
if (lists === undefined) throw new Error('usage: make-word-model.mjs SOURCES TEXT WORDS');

const accents = { en: '', fr: 'àâæçéèêëîïôœùûüÿ', es: 'áéíñóúü', de: 'äöüß', nl: 'áäèéêëíïóöúü' };
/** Single letters that are words, or elided words before an apostrophe. */
const single = { en: 'ai', fr: 'acdjlmnstyà', es: 'aeouy', de: '', nl: '' };
const listOf = { en: 'eng', fr: 'fra', es: 'spa', de: 'deu', nl: 'nld' };
const mostWords = { en: 72_000, fr: 105_000, es: 90_000, de: 75_000, nl: 72_000 };
const mostPairs = 18_000;
/** How common: level L stands for 2^-(22 - 1.2 L) of all words; 0 for words that were only found in dictionaries. */
const levels = 16;
/** How much the text counts beside the web's pairs: that of fr, de and nl is about programs. */
const textShare = { en: 0.5, fr: 0.15, es: 0.4, de: 0.15, nl: 0.15 };
/** The number of different neighbours grows slower than the number of uses. */
const usesOfNeighbours = 1.4;
/** The share of all pairs that a pair of the web's list has at least, about. */
const pairFloor = 4e-7;

for (const lang of ['en', 'fr', 'es', 'de', 'nl']) {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz' + accents[lang];
  const counts = counted(lang, alphabet);
  const vocabulary = chosen(lang, alphabet, counts);
  const packed = pack(alphabet, vocabulary, pairsOf(vocabulary, counts));
  const file = new URL(`../src/words/${lang}.generated.ts`, import.meta.url);
  const text = Buffer.from(packed).toString('base64');
  writeFileSync(file, `// Made by scripts/make-word-model.mjs. Do not edit.\nexport const packed =\n  '${text}';\n`);
  process.stdout.write(`${lang}: ${vocabulary.size} words, ${text.length} bytes\n`);
}

/** Shares of words and of pairs of neighbours, from the text and from the web's list of pairs. */
function counted(lang, alphabet) {
  const letters = new RegExp(`^[${alphabet}]+$`, 'u');
  const uses = new Map();
  const beside = new Map();
  let total = 0;
  for (const line of readFileSync(join(texts, `${lang}.txt`), 'utf8').split('\n')) {
    let before = '';
    for (const word of wordsOf(line, lang)) {
      if (letters.test(word)) {
        total += 1;
        uses.set(word, (uses.get(word) ?? 0) + 1);
        if (before !== '') beside.set(`${before} ${word}`, (beside.get(`${before} ${word}`) ?? 0) + 1);
        before = word;
      } else {
        before = '';
      }
    }
  }
  const neighbours = new Map();
  const web = new Set();
  for (const line of readFileSync(join(lists, `${listOf[lang]}.bigram.words`), 'utf8').split('\n')) {
    const pair = line
      .normalize('NFKC')
      .split(' ')
      .map((part) => wordsOf(part, lang));
    if (pair.length !== 2) continue;
    for (const parts of pair) {
      for (const word of parts) if (letters.test(word)) neighbours.set(word, (neighbours.get(word) ?? 0) + 1);
    }
    const [first, second] = [pair[0].at(-1), pair[1][0]];
    if (letters.test(first) && letters.test(second)) web.add(`${first} ${second}`);
  }
  let sum = 0;
  for (const count of neighbours.values()) sum += count ** usesOfNeighbours;
  const share = new Map();
  for (const word of new Set([...uses.keys(), ...neighbours.keys()])) {
    const text = (uses.get(word) ?? 0) / total;
    share.set(
      word,
      textShare[lang] * text + (1 - textShare[lang]) * ((neighbours.get(word) ?? 0) ** usesOfNeighbours / sum),
    );
  }
  return { uses, beside, total, neighbours, web, share };
}

/** Words and signs in order; an English contraction is one word without its apostrophe, elsewhere its parts are. */
function wordsOf(line, lang) {
  const lower = line.normalize('NFC').toLowerCase().replace(/’/g, "'");
  return Array.from(lower.matchAll(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|[.,;:!?()\d]/gu), ([token]) =>
    lang === 'en' ? token.replaceAll("'", '') : token.split("'"),
  ).flat();
}

/** The words that are kept, in order, each with its level. */
function chosen(lang, alphabet, { uses, neighbours, share }) {
  const letters = new RegExp(`^[${alphabet}]+$`, 'u');
  const web = webWords(lang, letters);
  const spelled = dictionary(lang, letters);
  const score = new Map();
  const put = (word, base) => {
    if (word.length <= 22 && allowed(word)) score.set(word, (share.get(word) ?? 0) + base);
  };
  /** Short words must be sure: each wrong one would cut longer words to pieces. */
  const allowed = (word) => {
    if (word.length === 1) return single[lang].includes(word);
    const part = share.get(word) ?? 0;
    if (!/[aeiouyàâäáéèêëíîïóôöœúùûüæ]/u.test(word)) return part > 3e-4 && spelled.has(word);
    if (word.length === 2) return part > 6e-5 && (lang === 'de' ? (uses.get(word) ?? 0) > 100 : spelled.has(word));
    if (word.length === 3)
      return lang === 'de' ? web.get(word) === 2 && (uses.get(word) ?? 0) > 3 : spelled.has(word) && part > 1e-7;
    return true;
  };
  for (const [word, kind] of web) {
    if (kind === 2 && !spelled.has(word) && isTwoSmallWords(word, share)) continue;
    if (spelled.has(word) || lang === 'de') put(word, 1e-7 * 0.95 ** word.length);
    else if (kind === 2) put(word, 4e-8 * 0.95 ** word.length);
    else if ((neighbours.get(word) ?? 0) > 3) put(word, 3e-8 * 0.95 ** word.length);
  }
  for (const [word, count] of uses) {
    if (!score.has(word) && (spelled.has(word) || count >= 5)) put(word, 2e-8);
  }
  for (const [word, rank] of spelled) if (!score.has(word)) put(word, (1e-8 / rank) * 0.93 ** word.length);
  const kept = [...score].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostWords[lang]);
  const result = new Map();
  for (const [word, weight] of kept.sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    result.set(word, Math.max(0, Math.min(levels - 1, Math.round((Math.log2(weight) + 22) / 1.2))));
  }
  return result;
}

/** People also leave blanks out by mistake: ofthe, ichhabe. */
function isTwoSmallWords(word, share) {
  if ((share.get(word) ?? 0) > 2e-6) return false;
  for (let at = 1; at < word.length; at += 1) {
    if ((share.get(word.slice(0, at)) ?? 0) > 2e-4 && (share.get(word.slice(at)) ?? 0) > 2e-4) return true;
  }
  return false;
}

/** The words of the web's lists: 2 where also written small. */
function webWords(lang, letters) {
  const web = new Map();
  // The German list of Fraktur is the longer one; it has the long s.
  for (const name of lang === 'de' ? ['deu', 'frk'] : [listOf[lang]]) {
    for (const line of readFileSync(join(lists, `${name}.words`), 'utf8').split('\n')) {
      const word = line.trim().normalize('NFC').replaceAll('ſ', 's');
      const lower = word.toLowerCase();
      if (!letters.test(lower) || (word === word.toUpperCase() && word.length > 1)) continue;
      web.set(lower, Math.max(web.get(lower) ?? 0, word === lower ? 2 : 1));
    }
  }
  return web;
}

/** Words that a spelling dictionary has, and how far out of the ordinary they are, from 1. */
function dictionary(lang, letters) {
  const found = new Map();
  const add = (word, rank) => {
    const lower = word.normalize('NFC').toLowerCase();
    if (letters.test(lower) && !(found.get(lower) <= rank)) found.set(lower, rank);
  };
  if (lang === 'en') {
    const folder = join(sources, 'scowl/usr/share/dict/scowl');
    for (const file of readdirSync(folder)) {
      const kind = /^(english|american|british|british_z)-(words|upper|proper-names|contractions)\.(\d+)$/.exec(file);
      if (kind === null || Number(kind[3]) > (kind[2] === 'words' ? 70 : 50)) continue;
      for (const word of readFileSync(join(folder, file), 'latin1').split('\n')) {
        if (!word.endsWith("'s")) add(word.replaceAll("'", ''), Number(kind[3]) / 10);
      }
    }
  } else if (lang === 'fr') {
    for (const word of formsOf(join(sources, 'hunspell-fr-comprehensive/usr/share/hunspell/fr'))) add(word, 1);
    // Elided words stand alone where text is cut at its apostrophes.
    for (const word of ['qu', 'lorsqu', 'puisqu', 'jusqu', 'quelqu', 'aujourd', 'hui', ...single.fr.split('')])
      add(word, 1);
  } else if (lang === 'es') {
    for (const word of formsOf(join(sources, 'hunspell-es/usr/share/hunspell/es_ES'))) add(word, 1);
  } else if (lang === 'nl') {
    for (const word of readFileSync(join(sources, 'wdutch/usr/share/dict/dutch'), 'utf8').split('\n')) add(word, 1);
  }
  return found;
}

/** Pairs that tell most: [index, index, step], step 1..7 for more often than chance by 2^(1.8 step), 0 for less often. */
function pairsOf(vocabulary, { beside, total, web, share }) {
  const common = [...vocabulary.keys()]
    .filter((word) => share.has(word))
    .sort((a, b) => share.get(b) - share.get(a))
    .slice(0, 16_384)
    .sort((a, b) => (a < b ? -1 : 1));
  const index = new Map(common.map((word, at) => [word, at]));
  const rated = [];
  const rate = (pair) => {
    const [first, second] = pair.split(' ');
    if (!index.has(first) || !index.has(second)) return;
    const chance = share.get(first) * share.get(second);
    const uses = beside.get(pair) ?? 0;
    const inText = uses >= 3 ? uses / total : 0;
    const joint = web.has(pair) ? Math.max(pairFloor, inText * 0.7) : inText * 0.2;
    const step = Math.min(7, Math.round(Math.log2(joint / chance) / 1.8));
    if (joint > 0 && step > 0) rated.push({ first, second, step, worth: joint * step });
  };
  for (const pair of web) rate(pair);
  for (const pair of beside.keys()) if (!web.has(pair)) rate(pair);
  const small = [...common].sort((a, b) => share.get(b) - share.get(a)).slice(0, 300);
  for (const first of small) {
    for (const second of small) {
      const pair = `${first} ${second}`;
      const chance = share.get(first) * share.get(second);
      if (web.has(pair) || (beside.get(pair) ?? 0) / total > chance / 8 || chance < pairFloor * 4) continue;
      rated.push({ first, second, step: 0, worth: chance });
    }
  }
  return {
    common: new Set(common),
    found: rated
      .sort((a, b) => b.worth - a.worth)
      .slice(0, mostPairs)
      .map(({ first, second, step }) => [index.get(first), index.get(second), step])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]),
  };
}

function pack(alphabet, vocabulary, { common, found }) {
  const coder = new RangeEncoder();
  coder.number('size', vocabulary.size);
  coder.number('size', found.length);
  coder.number('size', alphabet.length);
  for (const letter of alphabet) coder.number('alphabet', letter.charCodeAt(0));
  let before = '';
  for (const [word, level] of vocabulary) {
    let shared = 0;
    while (shared < before.length && before[shared] === word[shared]) shared += 1;
    coder.tree(`cut ${Math.min(before.length, 15)}`, 5, before.length - shared);
    for (let at = shared; at <= word.length; at += 1) {
      const left = at > 0 ? alphabet.indexOf(word[at - 1]) + 1 : 0;
      const other =
        at === shared ? alphabet.indexOf(before[at]) + 1 : 50 + (at > 1 ? alphabet.indexOf(word[at - 2]) + 1 : 0);
      coder.tree(`letter ${other} ${left}`, 6, at < word.length ? alphabet.indexOf(word[at]) + 1 : 0);
    }
    coder.tree(`level ${Math.min(word.length, 15)}`, 4, level);
    coder.tree(`common ${level}`, 1, common.has(word) ? 1 : 0);
    before = word;
  }
  let [lastFirst, lastSecond] = [0, 0];
  for (const [first, second, step] of found) {
    coder.number('first', first - lastFirst);
    if (first !== lastFirst) lastSecond = 0;
    coder.number('second', second - lastSecond);
    coder.tree('step', 3, step);
    [lastFirst, lastSecond] = [first, second];
  }
  return coder.end();
}
