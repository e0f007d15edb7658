import { Writable } from 'node:stream';
import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePosts } from '../corpus.mjs';
import { isRecovered, makeLines, streamLine } from '../disguised.mjs';

const count = 20_000;

/** @param {(text: string) => unknown} decodeOne @param {number} [of] */
function over(decodeOne, of = count) {
  const texts = makePosts(of).map((post) => post.text);
  return {
    count: of,
    round: () => {
      let length = 0;
      for (const text of texts) length += String(decodeOne(text)).length;
      if (length === 0) throw new Error('nothing came out');
    },
  };
}

/** Counts what is written and keeps nothing. */
function sink() {
  const counted = { lines: 0, recovered: 0 };
  const stream = new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      for (const line of String(text).split('\n')) {
        if (line === '') continue;
        if (counted.lines % 500 === 0 && line.includes('"readings"') && isRecovered(line)) counted.recovered += 1;
        counted.lines += 1;
      }
      done();
    },
  });
  return { counted, stream };
}

/** A file of lines and what works on it. @param {readonly string[]} lines @param {(file: string, out: ReturnType<typeof sink>) => unknown} work */
async function overFile(lines, work) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-decode-'));
  const file = join(folder, 'lines.ndjson');
  await writeFile(file, `${lines.join('\n')}\n`);
  const measured = {
    count: lines.length,
    note: '',
    round: async () => {
      const out = sink();
      await work(file, out);
      if (out.counted.lines !== lines.length) throw new Error(`${out.counted.lines} lines came out`);
      const share = (100 * out.counted.recovered) / Math.ceil(lines.length / 500);
      if (out.counted.recovered > 0) measured.note = `${share.toFixed(1)} % of the disguised read`;
    },
    close: () => rm(folder, { recursive: true }),
  };
  return measured;
}

/** The command itself, without the start of a process. @param {readonly string[]} args */
function command(...args) {
  return async (file, { stream }) => {
    const { run } = await import('../../apps/cli/dist/run.js');
    const host = { stdin: process.stdin, stdout: stream, stderr: process.stderr, env: {}, on: () => undefined };
    const status = await run(['decode', '--quiet', ...args, file], { ...host, exit: (code) => process.exit(code) });
    if (status !== 0) throw new Error(`exit status ${status}`);
  };
}

/** Split, JSON.parse and print: what everybody pays who reads lines. */
function splitParsePrint(file, { stream }) {
  let gathered = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    gathered += `${JSON.stringify(JSON.parse(line))}\n`;
    if (gathered.length < 65_536) continue;
    stream.write(gathered);
    gathered = '';
  }
  stream.write(gathered);
}

/** @type {import('../run.mjs').Group} */
export const decoding = {
  title: 'Decoding',
  unit: 'posts/s',
  about:
    'One thread, texts in memory. Vedette gives plain text, key, readings and the place of every disguise; the others give one string.',
  cases: {
    'Vedette decode': async () => {
      const { decode } = await import('@vedette/decode');
      return over((text) => decode(text).plain);
    },
    'Vedette fold alone': async () => {
      const { fold } = await import('@vedette/decode');
      return over((text) => fold(text));
    },
    'floor, JSON.parse of the same lines': async () => {
      const lines = makePosts(count).map((post) => JSON.stringify(post));
      return {
        count,
        round: () => {
          for (const line of lines) JSON.parse(line);
        },
      };
    },
    'vedette decode, lines of id and text': async () => overFile(makeLines(count), command()),
    'floor of it: split, JSON.parse, print': async () => overFile(makeLines(count), splitParsePrint),
    'vedette decode, lines of a stream': async () =>
      overFile(makeLines(count, streamLine), command('--text-path', 'commit.record.text')),
    'floor of it: split, JSON.parse, print (stream)': async () =>
      overFile(makeLines(count, streamLine), splitParsePrint),
    'NFKC and lower case': async () => over((text) => text.normalize('NFKC').toLowerCase()),
    decancer: async () => {
      const { default: decancer } = await import('decancer');
      return over((text) => decancer(text).toString());
    },
    'any-ascii': async () => {
      const { default: anyAscii } = await import('any-ascii');
      return over((text) => anyAscii(text));
    },
    'obscenity (its English transformers and patterns)': async () => {
      const { RegExpMatcher, englishDataset, englishRecommendedTransformers } = await import('obscenity');
      const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
      return over((text) => matcher.hasMatch(text), 2_000);
    },
    unhomoglyph: async () => {
      const { default: unhomoglyph } = await import('unhomoglyph');
      return over((text) => unhomoglyph(text));
    },
  },
};
