import { parentPort, workerData } from 'node:worker_threads';
import { attachRules, type SharedRules } from '@vedette/match';
import { LineReader, type LineBlock, type LineOptions } from './line-reader.js';
import { printedLines } from './printed-line.js';

/** What a thread is started with. The rules are in shared memory: nothing of them is copied. */
export interface ThreadData {
  readonly rules: SharedRules;
  readonly options: LineOptions;
}

/** What a thread answers to a block of lines, in the order of the blocks. */
export interface ThreadAnswer {
  readonly output: string;
  readonly rejected: readonly { readonly where: string; readonly reason: string }[];
  readonly lines: number;
}

if (parentPort === null) throw new Error('match-thread.js runs as a worker thread only');
const port = parentPort;
// What the main thread posts is of this build and needs no check.
const { rules, options }: ThreadData = workerData;

let output: string[] = [];
let rejected: { where: string; reason: string }[] = [];
const reader = new LineReader(attachRules(rules), options, {
  matched: (line) => {
    output.push(...printedLines(line));
  },
  reject: (one) => {
    rejected.push(one);
  },
  closed: false,
});

async function answer(block: LineBlock, before: Promise<void>): Promise<void> {
  await before;
  const lines = await reader.read(block);
  const found: ThreadAnswer = { output: output.join('\n'), rejected, lines };
  output = [];
  rejected = [];
  port.postMessage(found);
}

let last: Promise<void> = Promise.resolve();
port.on('message', (block: LineBlock) => {
  last = answer(block, last);
});
