import { parentPort } from 'node:worker_threads';
import type { BareText } from '../text-inputs.js';
import { decodedLines } from './decoded-line.js';

if (parentPort === null) throw new Error('decode-thread.js runs as a worker thread only');
const port = parentPort;
port.on('message', (texts: readonly BareText[]) => {
  port.postMessage(decodedLines(texts));
});
