import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const at = (name) => new URL(`../training/${name}`, import.meta.url);

/** The same numbers in each run. @param {number} seed */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What the groups of unlisted languages hold. */
export const groups = {
  latin: {
    '~romance': 'ca gl ro oc ast an co fur lij sc rm ht scn vec'.split(' '),
    '~germanic': 'af fy lb nds pcm fo'.split(' '),
    '~nordic': 'sv da nb is'.split(' '),
    '~slavic': 'pl cs sk sl hr bs szl hsb dsb'.split(' '),
    '~baltic': 'lt lv sq la eo'.split(' '),
    '~uralic': 'fi et hu eu'.split(' '),
    '~malay': 'id ms fil vi jv su mi mg ceb qu gn'.split(' '),
    '~african': 'sw zu xh ss ts tn ve st nso rw om so ha yo ig wo son mt'.split(' '),
    '~celtic': 'cy ga gd br'.split(' '),
    '~turkic': 'az uz ku tk'.split(' '),
  },
  arabic: { '~iranian': 'ps sd ckb skr pnb ku-ar'.split(' '), '~turkic': ['ug'] },
  cyrillic: {
    '~slavic': ['uk', 'be'],
    '~south': ['bg', 'mk', 'sr'],
    '~turkic': 'kk ky tg tt mn uz-Cyrl ce os sah'.split(' '),
  },
  hebrew: { '~yiddish': ['yi'] },
};

/** Sentences of a file of templates: `{slot}` is filled; in `a=b` the second half is the same in Latin letters. */
export function templates(name, latin) {
  const slots = {};
  const sentences = [];
  for (const line of readFileSync(at(name), 'utf8').split('\n')) {
    if (line.startsWith('@')) {
      const [, slot, list] = /^@(\w+) (.*)$/.exec(line);
      slots[slot] = list.split(';').map((pair) => pair.split('='));
    } else if (line !== '') sentences.push(line.split(' = '));
  }
  const half = (pair) => (latin ? pair.at(-1) : pair[0]).trim();
  return (random) =>
    half(sentences[Math.floor(random() * sentences.length)]).replace(/\{(\w+)\}/g, (_, slot) =>
      half(slots[slot][Math.floor(random() * slots[slot].length)]),
    );
}

const spellings = [
  [/kh/g, ['kh', 'kh', 'x', '5']],
  [/gh/g, ['gh', 'gh', 'r', 'gh']],
  [/ch/g, ['ch', 'ch', 'sh']],
  [/ou/g, ['ou', 'u', 'o', 'w']],
  [/9/g, ['9', '9', 'k', 'q']],
  [/7/g, ['7', '7', 'h']],
  [/3/g, ['3', '3', '3', 'a']],
  [/ee?/g, ['e', 'e', 'a', '']],
  [/i/g, ['i', 'i', 'i', 'y', 'e']],
  [/dya/g, ['dya', 'dia', 'dy']],
  [/\bl(?=[a-z0-9]{3})/g, ['l', 'l', 'el ', 'al', 'l-', '']],
];
/** Nobody spells Arabizi like another: each post has its own habits. */
export function respelled(text, random) {
  let written = text;
  for (const [pattern, choices] of spellings) {
    const habit = choices[Math.floor(random() * choices.length)];
    const strict = random() < 0.6;
    written = written.replace(pattern, (found) => (strict ? habit : random() < 0.5 ? found : habit));
  }
  return written;
}

const leet = { a: '4@', e: '3', i: '1!', o: '0', s: '5$', t: '7' };
const alike = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', y: 'у', i: 'і' };
/** A text disguised as people do it. */
export function disguised(text, random) {
  const kind = Math.floor(random() * 4);
  if (kind === 0)
    return text.replace(/\B[aeiost]/g, (letter) =>
      random() < 0.6 ? leet[letter][Math.floor(random() * leet[letter].length)] : letter,
    );
  if (kind === 1) return text.replace(/[aeopcxyi]/g, (letter) => (random() < 0.6 ? alike[letter] : letter));
  if (kind === 2)
    return text.replace(/\p{L}/gu, (letter) => (random() < 0.2 ? letter.repeat(2 + Math.floor(random() * 4)) : letter));
  return text
    .split(' ')
    .map((word) => Array.from(word).join(' '))
    .join(random() < 0.5 ? '  ' : ' ');
}

/** All texts by language, read once. */
export class TrainingText {
  #folder;
  #known = new Map();
  constructor(folder) {
    this.#folder = folder;
    this.english = new Set(this.#read('en.txt'));
  }
  #read(name) {
    const file = join(this.#folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  }
  of(lang) {
    if (this.#known.has(lang)) return this.#known.get(lang);
    const lines = this.#read(`${lang}.txt`).filter((line) => lang === 'en' || !this.english.has(line));
    const own = [`${lang}.txt`, `${lang}.phrases.txt`]
      .filter((name) => existsSync(at(name)))
      .flatMap((name) => readFileSync(at(name), 'utf8').split('\n').filter(Boolean));
    const found = { lines, own, words: this.#read(`${lang}.words`), books: this.#read(`${lang}.book`) };
    this.#known.set(lang, found);
    return found;
  }
}

/** Names of persons by script, from the packages of invented data. */
export async function names(folder) {
  const found = { latin: [], arabic: [], cyrillic: [], hebrew: [] };
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.js') || /BORK|ocker|base/.test(file)) continue;
    const { faker } = await import(pathToFileURL(join(folder, file)).href);
    for (let count = 0; count < 120; count += 1) {
      const full = `${faker.person.firstName()} ${faker.person.lastName()}`;
      const list = /^[\p{Script=Latin}\s'’.-]+$/u.test(full)
        ? 'latin'
        : /\p{Script=Arabic}/u.test(full)
          ? 'arabic'
          : /\p{Script=Cyrillic}/u.test(full)
            ? 'cyrillic'
            : /\p{Script=Hebrew}/u.test(full)
              ? 'hebrew'
              : undefined;
      if (list !== undefined) found[list].push(full);
    }
  }
  return found;
}
