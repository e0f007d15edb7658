/**
 * Decodes strings until something throws, an invariant breaks, or they are used up; then long runs of everything that
 * sets a flag, at n and 2n units. Prints what is slower than linear, in processor time.
 * Usage: node scripts/fuzz.mjs [strings, 100000] [units of a long run, 100000] [seed, 1] (after `npm run build`)
 */
import { decode, decodeTracked } from '../dist/index.js';

const [strings = 100_000, longRun = 100_000, seed = 1] = process.argv.slice(2).map(Number);

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Mulberry32: the same strings from the same seed. */
let state = seed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let value = Math.imul(state ^ (state >>> 15), state | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
}
const below = (count) => Math.floor(random() * count);

const sentences = [
  'the grey gate is open for all of you tonight',
  'la porte grise est ouverte pour tous ce soir',
  'البوابة الرمادية مفتوحة للجميع هذا المساء',
  'серые ворота открыты сегодня для всех',
  'ana ghadi nmchi l darna m3a khoya had lila',
  'می‌خواهم کتاب‌ها را بخوانم 👩‍💻 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️',
];
/** What is repeated for the long runs, and mixed into the short ones. */
const runs = [
  ...'a|a\u0301|a\u200b|\u202ea|\u202e|a |h3ll0 |Z3Jl|67 |67|%67|&#|&#103;|. |.- |🇬|𝐠 |𝐠|aа|а |ب\u0640|ǝɹƃ |#aB|#greygate|\u{e0061}|3la |aaab'.split(
    '|',
  ),
  ...'xn--a |xn--|01100111 |01|\\u0067|\\u|U+0067 |[.]|a[.]|(|()|=E9|=|MFRGG|A|ٮ|ں |بوابة |بوابة|ｇ|ﬀ|\u1112\u1161|か\u3099|\ud800|\udc00|\n|@a|$1 '.split(
    '|',
  ),
  ...'gur terl |xqz|thegreygate|😀\ufe0f\u200d|\u0301|\u064b|a1|ب3|--|a-b-|a_b|a\u0336\u0335\u0334\u0301|می\u200c|1234567890|103 |&amp;|etag yerg eht '.split(
    '|',
  ),
  ...'"\'|👩‍💻|ανα|ᎪᎾ|ภาษา|\u00a0|\t|\u0000|ﷺ|㎏|ſ|Ⅰ|\u2066|\ufeff|\u3164|İ|ß|½|ᵃ|²|-. |\\147|0x67|hxxp|(dot)| - |…|·'.split(
    '|',
  ),
  '|<',
  '\\/',
  ...sentences.map((sentence) => `${sentence} `),
];

const wraps = [
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => encodeURIComponent(text.toWellFormed?.() ?? text.replace(/[\ud800-\udfff]/g, '')),
  (text) => Array.from(text).reverse().join(''),
  (text) => text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97)),
  (text) => Array.from(text, (letter) => `&#${letter.codePointAt(0)};`).join(''),
  (text) => Array.from(text).join(' '),
  (text) => Array.from(text).join('\u200b'),
];

function hostileText() {
  switch (below(4)) {
    case 0:
      return Array.from({ length: below(40) }, () => runs[below(runs.length)]).join('');
    case 1:
      return String.fromCharCode(...Array.from({ length: below(60) }, () => below(0x10000)));
    case 2:
      return String.fromCodePoint(...Array.from({ length: below(60) }, () => below(0x110000)));
    default: {
      let text = sentences[below(sentences.length)].slice(0, 6 + below(60));
      for (let deep = below(5); deep > 0; deep -= 1) text = wraps[below(wraps.length)](text).slice(0, 4000);
      return text;
    }
  }
}

/** What is wrong with the decoding of a text, if anything. @param {string} text */
function faultOf(text) {
  const { plain, readings, disguises } = decode(text);
  if (disguises.length === 0 && plain !== text.normalize('NFC')) return 'changed without a disguise';
  if (disguises.some(({ start, end }) => start < 0 || start >= end || end > text.length)) return 'a place out of range';
  if (readings.length > 50) return 'too many readings';
  if (readings.some(({ text: said }) => said.length > text.length * 2 + 100)) return 'a reading too long';
  if (readings.some(({ confidence }, at) => confidence > (readings[at - 1]?.confidence ?? 1)))
    return 'readings out of order';
  const tracked = decodeTracked(text);
  for (const { text: said, starts, ends } of [tracked.plain, ...tracked.readings.map((reading) => reading.tracked)]) {
    if (starts === undefined ? said.length !== text.length : starts.length !== said.length) return 'no way back';
    if (ends?.some((end) => end > text.length) === true) return 'a way back out of range';
  }
  return undefined;
}

let faults = 0;
let slowest = { ms: 0, text: '' };
for (let count = 0; count < strings && faults < 10; count += 1) {
  const text = hostileText();
  const begun = process.cpuUsage();
  let fault;
  try {
    fault = faultOf(text);
  } catch (error) {
    fault = error instanceof Error ? error.stack : String(error);
  }
  const { user, system } = process.cpuUsage(begun);
  if (count > 2000 && (user + system) / 1000 > slowest.ms) slowest = { ms: (user + system) / 1000, text };
  if (fault === undefined) continue;
  faults += 1;
  say(`${JSON.stringify(text)}: ${fault}`);
}
say(
  `${strings} strings, ${faults} faults; slowest ${slowest.ms.toFixed(1)} ms: ${JSON.stringify(slowest.text.slice(0, 200))}`,
);

/** @param {string} text */
function cpuOf(text) {
  const begun = process.cpuUsage();
  decode(text);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

let steep = 0;
for (const piece of runs) {
  const run = (units) => piece.repeat(Math.ceil(units / piece.length)).slice(0, units);
  for (const units of [1000, 1001, 5000]) cpuOf(run(units));
  // Another length each time: the last texts are remembered.
  const once = Math.min(cpuOf(run(longRun)), cpuOf(run(longRun + 1)), cpuOf(run(longRun + 2)));
  const twice = Math.min(cpuOf(run(2 * longRun)), cpuOf(run(2 * longRun + 1)), cpuOf(run(2 * longRun + 2)));
  const ratio = twice / Math.max(once, 5);
  if (ratio <= 2.4 && twice < longRun / 50) continue;
  steep += 1;
  say(
    `${JSON.stringify(piece.slice(0, 30))}: ${once.toFixed(0)} ms, twice as long ${twice.toFixed(0)} ms (× ${ratio.toFixed(2)})`,
  );
}
say(`${runs.length} long runs, ${steep} to look at`);
process.exit(faults > 0 ? 1 : 0);
