import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { makePosts, makeTerms } from '../corpus.mjs';

const count = 200_000;
const command = fileURLToPath(new URL('../../apps/cli/bin/vedette.js', import.meta.url));
const floor = fileURLToPath(new URL('../floor-json.mjs', import.meta.url));

/** A post as a line of a Bluesky stream: 735 bytes, of which 184 characters are text. @param {ReturnType<typeof makePosts>[number]} post @param {number} index */
function streamLine(post, index) {
  const key = ((index * 2_654_435_761) >>> 0).toString(36).padStart(8, '0');
  const did = `did:plc:${key.repeat(3)}`;
  const cid = `bafyrei${key.repeat(6)}`;
  const root = { cid, uri: `at://${did}/app.bsky.feed.post/3l${key}` };
  return JSON.stringify({
    did,
    time_us: 1_750_000_000_000_000 + index * 1_000,
    kind: 'commit',
    commit: {
      rev: `3l${key}abc`,
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: `3l${key}xyz`,
      record: {
        $type: 'app.bsky.feed.post',
        createdAt: post.publishedAt,
        langs: [post.lang.slice(0, 2)],
        reply: { root },
        text: post.text,
      },
      cid,
    },
  });
}

/**
 * A file of lines and a watchlist, and a process over them.
 * @param {number} rules
 * @param {(files: { lines: string, watchlist: string }) => string[]} argumentsOf
 */
async function overLines(rules, argumentsOf) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-lines-'));
  const files = { lines: join(folder, 'posts.ndjson'), watchlist: join(folder, 'list.json') };
  const terms = makeTerms(rules);
  const out = createWriteStream(files.lines);
  for (const [index, post] of makePosts(count, { terms: terms.slice(0, 10_000) }).entries()) {
    out.write(`${streamLine(post, index)}\n`);
  }
  out.end();
  await finished(out);
  const list = terms.map((term, index) => ({ id: `r${index}`, query: `"${term}"` }));
  await writeFile(files.watchlist, JSON.stringify({ name: 'bench', rules: list }));
  let printed = 0;
  return {
    count,
    get note() {
      return `${printed.toLocaleString('en')} lines printed`;
    },
    round: async () => {
      printed = 0;
      const child = spawn(process.execPath, argumentsOf(files), { stdio: ['ignore', 'pipe', 'inherit'] });
      for await (const chunk of child.stdout) printed += chunk.toString('latin1').split('\n').length - 1;
      if (child.exitCode !== 0 && child.exitCode !== null) throw new Error(`exit status ${child.exitCode}`);
    },
    close: () => rm(folder, { recursive: true }),
  };
}

/** @param {number} rules @param {number} threads */
function vedette(rules, threads) {
  return () =>
    overLines(rules, ({ lines, watchlist }) => [
      command,
      'match',
      '--threads',
      String(threads),
      '--watchlist',
      watchlist,
      '--text-path',
      'commit.record.text',
      lines,
    ]);
}

/** @type {import('../run.mjs').Group} */
export const streaming = {
  title: 'Matching a stream',
  unit: 'posts/s',
  about: `${count.toLocaleString('en')} lines of a Bluesky-like stream, whole processes with their start, the reading of the watchlist and the output; decoding included. "a CPU second" and "peak MB" are those of the process that waits.`,
  cases: {
    'floor: cut into lines and JSON.parse': () => overLines(10, ({ lines }) => [floor, lines]),
    'vedette match, 10,000 rules, 1 thread': vedette(10_000, 1),
    'vedette match, 10,000 rules, 2 threads': vedette(10_000, 2),
    'vedette match, 1,000 rules, 1 thread': vedette(1_000, 1),
    'vedette match, 100,000 rules, 1 thread': vedette(100_000, 1),
  },
};
