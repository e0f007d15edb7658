import { afterEach, expect, it, vi } from 'vitest';
import { addressOf, ApiError, call } from '../src/api/call.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

function answer(status: number, body: unknown) {
  const fetched = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(async () =>
    status === 204 ? new Response(null, { status }) : Response.json(body, { status }),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

it('writes parameters so that none can leave its place in the path', () => {
  expect(addressOf('getItem', { params: { id: '../people?x#y' } })).toBe('/api/v1/items/..%2Fpeople%3Fx%23y');
});

it('leaves out of the query what was not given', () => {
  expect(addressOf('search', { query: { q: 'grey gate', lang: undefined, limit: 10 } })).toBe(
    '/api/v1/search?q=grey+gate&limit=10',
  );
});

it('marks what changes something, so that another site cannot ask for it', async () => {
  const fetched = answer(200, { id: 'd1' });
  await call('decide', { params: { id: 'a1' }, body: { verdict: 'protected' } });
  const [address, init] = fetched.mock.calls[0] ?? [];
  expect(address).toBe('/api/v1/alerts/a1/decisions');
  expect(init).toMatchObject({ method: 'POST', body: '{"verdict":"protected"}', credentials: 'same-origin' });
  expect(init?.headers).toMatchObject({ 'x-vedette': '1', 'content-type': 'application/json' });
});

it('sends a file as it is', async () => {
  const fetched = answer(200, {});
  const file = new Blob(['{"messages":[]}']);
  await call('uploadExport', { query: { name: 'result.json', basis: 'handed over' }, body: file });
  expect(fetched.mock.calls[0]?.[1].body).toBe(file);
  expect(fetched.mock.calls[0]?.[1].headers).toMatchObject({ 'content-type': 'application/octet-stream' });
});

it('gives nothing where the answer is 204', async () => {
  answer(204, null);
  expect(await call('signOut')).toBeUndefined();
});

it('throws what the server says, with its code and places', async () => {
  answer(409, { error: { code: 'conflict', message: 'Somebody saved in between.', problems: [] } });
  await expect(call('listPeople')).rejects.toMatchObject({
    code: 'conflict',
    message: 'Somebody saved in between.',
    retryable: false,
  });
});

it('throws a code of its own where the answer is no answer of the API', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await expect(call('status')).rejects.toMatchObject({ code: 'internal', message: 'The server answered 502.' });
});

it('tells a server that does not answer from one that refuses', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  const error: unknown = await call('status').catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: 'unreachable', retryable: true });
});
