import { parentPort } from 'node:worker_threads';
import { decode } from '@vedette/decode';
import type { BareText } from '../text-inputs.js';
import { decodedLine } from './decoded-line.js';

if (parentPort === null) throw new Error('decode-thread.js runs as a worker thread only');
const port = parentPort;
port.on('message', (texts: readonly BareText[]) => {
  port.postMessage(texts.map(({ id, text }) => decodedLine(id, decode(text))).join('\n'));
});
