import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { errorBodySchema } from '@vedette/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { testApplication } from './application-harness.js';
import { portOf } from './server-harness.js';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Sends bytes as they are and gives all that comes back. */
async function answerTo(bytes: string): Promise<{ readonly head: string; readonly body: unknown }> {
  const app = await testApplication();
  await app.listen({ host: '127.0.0.1', port: 0 });
  closing.push(() => app.close());
  const socket = connect(portOf(app.server), '127.0.0.1');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, body: JSON.parse(body) };
}

describe('a request that is no HTTP', () => {
  it.each([
    [
      'headers that are too large',
      `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`,
      '431',
      'too-large',
    ],
    ['an address that is too long', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, '431', 'too-large'],
    ['something else', 'good evening\r\n\r\n', '400', 'invalid-request'],
  ])('%s: in the shape of every error', async (_what, bytes, status, code) => {
    const { head, body } = await answerTo(bytes);
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head).toContain('content-type: application/json; charset=utf-8');
    expect(head).toContain("content-security-policy: default-src 'none'");
    expect(errorBodySchema.parse(body).error.code).toBe(code);
  });
});
