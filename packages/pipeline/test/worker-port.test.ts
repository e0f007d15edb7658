import { describe, expect, it } from 'vitest';
import type { PipelineError } from '../src/errors.js';
import { startWorker, type WorkerPort } from '../src/worker-port.js';

function thread(code: string): WorkerPort<string, string> {
  return startWorker(
    new URL(`data:text/javascript,import { parentPort } from 'node:worker_threads';${encodeURIComponent(code)}`),
  );
}

function loss(port: WorkerPort<string, string>): Promise<PipelineError> {
  return new Promise((resolve) => {
    port.onLost(resolve);
  });
}

describe('a worker thread', () => {
  it('answers', async () => {
    const port = thread(`parentPort.on('message', (text) => parentPort.postMessage(text.toUpperCase()));`);
    const answer = new Promise((resolve) => {
      port.onMessage(resolve);
    });
    port.post('hello');
    expect(await answer).toBe('HELLO');
    await port.terminate();
  });

  it('says why it ended, and ends nothing else', async () => {
    const port = thread(`parentPort.on('message', () => { throw new Error('cannot go on'); });`);
    port.post('');
    expect(await loss(port)).toMatchObject({
      code: 'worker-lost',
      retryable: true,
      message: 'an analysis thread ended: cannot go on',
    });
  });

  it('takes only what can travel, and says so', async () => {
    const port = startWorker<unknown, unknown>(
      new URL(`data:text/javascript,${encodeURIComponent('setInterval(() => {}, 1000)')}`),
    );
    expect(() => {
      port.post(() => {});
    }).toThrow('could not be cloned');
    await port.terminate();
  });

  it('that hangs can be ended', async () => {
    const port = thread(`parentPort.on('message', () => { parentPort.postMessage('in'); for (;;); });`);
    const busy = new Promise((resolve) => {
      port.onMessage(resolve);
    });
    const lost = loss(port);
    port.post('');
    await busy;
    await port.terminate();
    expect((await lost).code).toBe('worker-lost');
  });
});
