/**
 * Turns the openly licensed sources of training/NOTICE.md into plain text for train.mjs: TEXT/LANG.txt (lines of text) and
 * TEXT/LANG.words (single words). Nothing of it is checked in.
 *
 * Usage: node scripts/extract-text.mjs DEBIAN NPM WORDS TEXT
 *
 * The Bibles come by hand: TEXT/en.book and TEXT/es.book are the first 25,000 lines that `diatheke -f plain` prints of WEB and
 * SpaRV, without their references.
 *
 * DEBIAN holds one unpacked folder a package (`dpkg -x`), NPM the unpacked `npm pack` of each npm package, WORDS what
 * `dawg2wordlist` prints of the `lstm-word-dawg` of Tesseract's models, as `CODE.words`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [debian, npm, words, target] = process.argv.slice(2);
if (target === undefined) throw new Error('usage: extract-text.mjs DEBIAN NPM WORDS TEXT');
mkdirSync(target, { recursive: true });

/** Tesseract's code of each language whose word list is used. */
const wordLists = Object.fromEntries(
  `ar:ara fa:fas ur:urd he:heb ru:rus tr:tur it:ita pt:por en:eng fr:fra es:spa de:deu nl:nld sv:swe da:dan nb:nor fi:fin pl:pol cs:ces sk:slk
  sl:slv hr:hrv bs:bos hu:hun ro:ron ca:cat gl:glg eu:eus af:afr id:ind ms:msa sw:swa az:aze uz:uzb et:est la:lat lt:lit lv:lav sq:sqi mt:mlt
  cy:cym ga:gle is:isl ht:hat vi:vie fil:fil eo:epo jv:jav su:sun bg:bul uk:ukr sr:srp mk:mkd be:bel kk:kaz ky:kir tg:tgk tt:tat mn:mon ps:pus
  sd:snd ug:uig ku:kmr co:cos oc:oci br:bre lb:ltz fy:fry yi:yid`
    .split(/\s+/)
    .map((pair) => pair.split(':')),
);
/** Names of one language in the packages, where they differ from ours. */
const aliases = {
  'pt-br': 'pt',
  'pt-pt': 'pt',
  'es-es': 'es',
  'es-mx': 'es',
  'es-419': 'es',
  'en-gb': 'en',
  'en-us': 'en',
  'sv-se': 'sv',
  'nb-no': 'nb',
  'nn-no': 'nb',
  nn: 'nb',
  no: 'nb',
  'ga-ie': 'ga',
  'fy-nl': 'fy',
  tl: 'fil',
  'en-en': 'en',
  'de-de': 'de',
  'sr-latn': 'hr',
  'sr-cyrl': 'sr',
  'hi-latn': 'hi-Latn',
  son: 'son',
  'pa-arab': 'pnb',
  'uz-cyrl': 'uz-Cyrl',
};
const skipped =
  /^(?:zh|ja|ko|th|hi|bn|ta|te|ml|mr|gu|kn|am|el|hy|ka|km|lo|my|si|ne|sr-cyrl-ba|sr-latn-ba|kk-arab|ff-adlm|ku-arab|pa|or|as|sat|mni|mai|ti|chr|ccp|und|root)/;

const lines = new Map();
function add(name, text) {
  const lower = name.toLowerCase().replace('_', '-');
  if (skipped.test(lower)) return;
  const lang = aliases[lower] ?? lower.split('-')[0];
  if (!lines.has(lang)) lines.set(lang, new Set());
  const known = lines.get(lang);
  for (const line of cleaned(text)) known.add(line);
}

for (const file of files(join(debian, 'chromium-l10n'), '.pak'))
  add(file.replace(/.*\/|\.pak$|_.*$/g, ''), pakStrings(file));
for (const folder of readdirSync(debian)) {
  const office = /^libreoffice-l10n-(.+)/.exec(folder);
  const help = /^libreoffice-help-(.+)/.exec(folder);
  const mozilla = /^(?:firefox-esr|thunderbird)-l10n-(.+)/.exec(folder);
  if (office) for (const file of files(join(debian, folder), '.mo')) add(office[1], messages(file));
  if (help)
    for (const file of files(join(debian, folder), '.html')) add(help[1], withoutMarkup(readFileSync(file, 'utf8')));
  if (mozilla) for (const file of files(join(debian, folder), '.xpi')) add(mozilla[1], languagePack(file));
}
for (const folder of readdirSync(npm)) {
  for (const file of files(join(npm, folder), '.json')) {
    const matrix = /i18n\/strings\/([\w-]+)\.json$/.exec(file);
    const scratch = /scratch-l10n.*\/(?:editor|www)\/.*\/([\w-]+)\.json$/.exec(file);
    const cldr = /(?:annotations|main)\/([\w-]+)\/(?:annotations|languages|territories|dateFields|units)\.json$/.exec(
      file,
    );
    const name = matrix ?? scratch ?? cldr;
    if (name && !file.endsWith('package.json')) add(name[1], jsonStrings(file).join('\n'));
  }
}
for (const [lang, known] of lines) {
  writeFileSync(join(target, `${lang}.txt`), [...known].join('\n') + '\n');
  process.stdout.write(`${lang}:${known.size} `);
}
for (const [lang, code] of Object.entries(wordLists)) {
  const file = join(words, `${code}.words`);
  if (!existsSync(file)) continue;
  const single = readFileSync(file, 'utf8')
    .split('\n')
    .filter(
      (word) =>
        (/^[\p{L}\p{M}'’-]{2,20}$/u.test(word) && word.toUpperCase() !== word) || /[\u0590-\u06ff]{2}/.test(word),
    );
  writeFileSync(join(target, `${lang}.words`), single.join('\n') + '\n');
}

function files(root, ending) {
  return readdirSync(root, { recursive: true })
    .map((file) => join(root, file))
    .filter((file) => file.endsWith(ending) && statSync(file).isFile())
    .sort();
}

/** Lines with at least two letters, without placeholders, markup and entities. */
function cleaned(text) {
  return text
    .replace(/&(?:amp|lt|gt|quot|nbsp|apos);/g, ' ')
    .replace(/&#\d+;|&(?=\p{L})|[~_](?=\p{L})/gu, '')
    .replace(
      /\$\{?\w+\}?|%\(?\w*\)?[sd1-9@]|\{[^{}]*\}|<[^<>]*>|\[\w*:?|https?:\S+|\S+\.\w+\(\S*|\b[A-Z_]{3,}\b|\(\*\.\w+\)|\$[\w|]+\$/g,
      ' ',
    )
    .split(/\n| \| /)
    .map((line) =>
      line
        .replace(/[\u2066-\u2069\u200e\u200f]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 240),
    )
    .filter((line) => /\p{L}{2}/u.test(line) && !/[{}<>=]|^[\w.-]+$/.test(line));
}

function withoutMarkup(html) {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/\n/g, ' ')
    .replace(/<\/?(?:p|h\d|td|tr|li|div|br|title|body)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '');
}

/** The strings of a Chromium data pack (version 5: header of 12 bytes, then ids and offsets of 6 bytes each). */
function pakStrings(file) {
  const data = readFileSync(file);
  if (data.readUInt32LE(0) !== 5) throw new Error(`${file}: unknown version of a data pack`);
  const count = data.readUInt16LE(8);
  const found = [];
  for (let index = 0; index < count; index += 1) {
    const at = 12 + index * 6;
    const text = data.toString('utf8', data.readUInt32LE(at + 2), data.readUInt32LE(at + 8));
    if (!text.includes('\ufffd') && text.length < 2000) found.push(text);
  }
  return found.join('\n');
}

/** The translations of a gettext catalogue (GNU gettext manual, "The Format of GNU MO Files"). */
function messages(file) {
  const data = readFileSync(file);
  const count = data.readUInt32LE(8);
  const table = data.readUInt32LE(16);
  const found = [];
  for (let index = 1; index < count; index += 1) {
    const start = data.readUInt32LE(table + index * 8 + 4);
    found.push(data.toString('utf8', start, start + data.readUInt32LE(table + index * 8)).replaceAll('\0', '\n'));
  }
  return found.join('\n');
}

function languagePack(file) {
  const text = execFileSync('unzip', ['-p', file, '*.ftl', '*.properties'], { maxBuffer: 1 << 28, encoding: 'utf8' });
  return text
    .replace(/^\s*#.*$/gm, '')
    .replace(/^[\w.-]+\s*=/gm, '')
    .replace(/^\s*\.[\w-]+\s*=/gm, '')
    .replace(/^\s*\*?\[[\w-]+\]/gm, '');
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
