import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SourceError } from '../../src/errors.js';
import { createHttpClient, type ClosableHttpClient } from '../../src/http/index.js';
import { isPublicAddress } from '../../src/http/address-guard.js';

/**
 * Two real servers on this machine: 127.0.0.2 plays the public internet, 127.0.0.1 the inside that nobody may reach.
 * A name leads to whatever the test says, each time it is asked for.
 */
const outsideAddress = '127.0.0.2';
const reached: string[] = [];
let location = '';
let outsidePort = 0;
let insidePort = 0;
const names = new Map<string, string[]>();
let client: ClosableHttpClient;

const outside = createServer((request, response) => {
  reached.push(`outside ${request.headers.host?.split(':')[0] ?? ''}`);
  // the next question needs a new connection, and so a new look at the name
  response.setHeader('connection', 'close');
  // a header travels as bytes
  if (request.url === '/go') response.writeHead(302, { location: Buffer.from(location).toString('latin1') }).end();
  else response.end('public words');
});
const inside = createServer((request, response) => {
  reached.push(`inside ${request.url ?? ''}`);
  response.end('secret');
});

async function listen(server: Server, host: string): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

beforeAll(async () => {
  outsidePort = await listen(outside, outsideAddress);
  insidePort = await listen(inside, '127.0.0.1');
  client = createHttpClient({
    gapMs: 0,
    mayAsk: (address) => address === outsideAddress || isPublicAddress(address),
    resolve(hostname, done) {
      const answers = names.get(hostname) ?? [];
      const next = answers.length > 1 ? answers.splice(0, 1) : answers;
      done(
        null,
        next.flatMap((list) => list.split(' ')).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    },
  });
});
afterAll(async () => {
  await client.close();
  for (const server of [outside, inside]) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(() => {
  reached.length = 0;
  names.clear();
  names.set('news.example', [outsideAddress]);
});

const never = new AbortController().signal;
const failureOf = async (url: string): Promise<SourceError> => {
  try {
    await client.get({ url }, never);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error(`${url} was answered`);
};

const insideTargets = [
  'http://127.0.0.1:PORT/',
  'http://localhost:PORT/',
  'http://2130706433:PORT/',
  'http://017700000001:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0:PORT/',
  'http://[::]:PORT/',
  'http://[::1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fe80::1]:PORT/',
  'http://[fd00:ec2::254]/',
  'http://news.example@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT\\@news.example/',
  'https://127.0.0.1:PORT/',
  'file:///etc/hosts',
  'data:text/plain,secret',
  'ftp://127.0.0.1:PORT/',
  'gopher://127.0.0.1:PORT/',
  'javascript:1',
  'http:///',
];

describe('a question never ends inside', () => {
  test('the public server is reached by its name', async () => {
    const { body } = await client.get({ url: `http://news.example:${outsidePort}/` }, never);
    expect(Buffer.from(body).toString()).toBe('public words');
  });

  test.each([...insideTargets, '//127.0.0.1:PORT/', '\\\\127.0.0.1:PORT\\'])(
    'a redirect to %s is refused',
    async (target) => {
      names.set('localhost', ['127.0.0.1 ::1']);
      location = target.replace('PORT', String(insidePort));
      const error = await failureOf(`http://news.example:${outsidePort}/go`);
      expect(error.code).toBe('incompatible');
      expect(reached).toEqual(['outside news.example']);
    },
  );

  test.each(insideTargets)('%s asked directly ends the same way', async (target) => {
    names.set('localhost', ['127.0.0.1 ::1']);
    expect((await failureOf(target.replace('PORT', String(insidePort)))).code).toBe('incompatible');
    expect(reached).toEqual([]);
  });

  test('a name that leads outside when it is checked and inside when it is asked again', async () => {
    names.set('turning.example', [outsideAddress, '127.0.0.1']);
    const url = `http://turning.example:${outsidePort}/`;
    await client.get({ url }, never);
    expect(await failureOf(url)).toMatchObject({ code: 'incompatible', retryable: false });
    expect(await failureOf(`http://turning.example:${insidePort}/`)).toMatchObject({ code: 'incompatible' });
    expect(reached).toEqual(['outside turning.example']);
  });

  test('a redirect to a name that leads inside', async () => {
    names.set('inner.example', ['127.0.0.1']);
    location = `http://inner.example:${insidePort}/admin`;
    expect((await failureOf(`http://news.example:${outsidePort}/go`)).message).toContain('private or reserved');
    expect(reached).toEqual(['outside news.example']);
  });

  test('a redirect within a name that turns inside in between', async () => {
    names.set('turning.example', [outsideAddress, '::1 127.0.0.1']);
    location = `http://turning.example:${insidePort}/admin`;
    expect((await failureOf(`http://turning.example:${outsidePort}/go`)).message).toContain('private or reserved');
    expect(reached).toEqual(['outside turning.example']);
  });

  test('of several addresses of a name only the public ones are tried', async () => {
    names.set('mixed.example', [`127.0.0.1 ::1 ${outsideAddress}`]);
    await client.get({ url: `http://mixed.example:${outsidePort}/` }, never);
    expect(reached).toEqual(['outside mixed.example']);
    expect((await failureOf(`http://mixed.example:${insidePort}/`)).code).toBe('temporary');
    expect(reached).toEqual(['outside mixed.example']);
  });
});

describe('passwords in addresses', () => {
  test('are in no message', async () => {
    location = `http://me:secret@127.0.0.1:${insidePort}/`;
    const asked = [
      `http://me:secret@news.example:${outsidePort}/go`,
      'http://me:secret@127.0.0.1/',
      'http://me:secret@news.example:25/',
      'ftp://me:secret@news.example/',
      'http://me:secret@news.example:port/',
      'http://me:secret@nowhere.example/',
    ];
    for (const url of asked) expect((await failureOf(url)).message).not.toMatch(/secret|me:/);
  });
});
