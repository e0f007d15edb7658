import { expect, it } from 'vitest';
import { testApplication } from './application-harness.js';

it('behind a proxy, addresses that the client wrote itself are no way around the limits', async () => {
  const app = await testApplication({ trustProxy: true });
  const statusFrom = async (forwarded: string): Promise<number> => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/enter',
      headers: { host: 'localhost', 'x-vedette': '1', 'x-forwarded-for': forwarded },
      payload: { token: 'x' },
    });
    return answer.statusCode;
  };
  for (let attempt = 0; attempt < 60; attempt += 1) await statusFrom(`203.0.113.${attempt}, 198.51.100.1`);
  expect(await statusFrom('203.0.113.200, 198.51.100.1')).toBe(429);
  expect(await statusFrom('203.0.113.200, 198.51.100.2')).not.toBe(429);
  await app.close();
});
