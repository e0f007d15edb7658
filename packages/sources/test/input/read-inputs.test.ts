import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipOf } from '@vedette/testing/zip';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReadResult } from '../../src/definition.js';
import { readInputs, type ReadInputsOptions } from '../../src/input/read-inputs.js';
import { tarOf } from './tar-of.js';

const post = (text: string) => `{"text":${JSON.stringify(text)}}\n`;
const feed =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>River Press</title><item><guid>1</guid><title>Bridge</title></item></channel></rss>';
const chat =
  '{"name":"Walk","type":"private_group","id":5,"messages":[{"id":1,"type":"message","text":"meet","from":"A","from_id":"user1"}]}';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-inputs-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** What was read, as `file: text`, and what was not, as `where: reason`. */
async function read(
  inputs: readonly string[],
  options: ReadInputsOptions = {},
): Promise<{ readonly items: readonly string[]; readonly rejected: readonly string[] }> {
  const items: string[] = [];
  const rejected: string[] = [];
  for await (const result of readInputs(inputs, options)) {
    if ('rejected' in result) rejected.push(`${result.rejected.where}: ${result.rejected.reason}`);
    else items.push(`${result.item.source.file ?? 'no file'}: ${result.item.title ?? result.item.text}`);
  }
  return { items, rejected };
}

describe('files and folders', () => {
  it('are read in order, named by their own name or their path in the folder', async () => {
    const single = put('single.jsonl', post('one'));
    put('box/b.xml', feed);
    put('box/a/deep.jsonl', post('deep'));
    put('box/a.jsonl', post('two'));
    const { items, rejected } = await read([single, join(folder, 'box')]);
    expect(items).toEqual(['single.jsonl: one', 'a.jsonl: two', 'a/deep.jsonl: deep', 'b.xml: Bridge']);
    expect(rejected).toEqual([]);
  });

  it('pass over pictures, sound, PDF, litter and attachments of an export in silence', async () => {
    put('result.json', chat);
    put('photos/a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    put('files/letter.txt', 'words');
    put('films/b.mp4', Buffer.concat([Buffer.alloc(4), Buffer.from('ftypisom')]));
    put('paper.pdf', '%PDF-1.7');
    put('voice.ogg', 'OggS');
    put('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    put('.DS_Store', Buffer.from([0, 0, 0, 1]));
    expect(await read([folder])).toEqual({ items: ['result.json: meet'], rejected: [] });
  });

  it('name what is not read, and read the rest', async () => {
    put('a.txt', 'just some prose');
    put('b.bin', Buffer.from([1, 0, 2, 0]));
    put('c.jsonl', post('fine'));
    put('d.xml', '');
    const { items, rejected } = await read([folder, join(folder, 'missing.xml')]);
    expect(items).toEqual(['c.jsonl: fine']);
    expect(rejected).toEqual([
      expect.stringMatching(/^a\.txt: no source/u),
      expect.stringMatching(/^b\.bin: holds binary data/u),
      expect.stringMatching(/^d\.xml: the file is empty/u),
      expect.stringMatching(/missing\.xml: there is no such file$/u),
    ]);
  });

  it('read a text with a stray NUL byte; a member with many is no text', async () => {
    put('damaged.jsonl', `${post('before')}\n\0{"broken\n${post('after')}\n${' '.repeat(200)}\n`);
    put('packed.bin', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)));
    const { items, rejected } = await read([folder]);
    expect(items).toEqual(['damaged.jsonl: before', 'damaged.jsonl: after']);
    expect(rejected).toEqual([
      expect.stringMatching(/^damaged\.jsonl:\d+: is not JSON/u),
      expect.stringMatching(/^packed\.bin: holds binary data/u),
    ]);
  });

  it('do not follow links out of the folder', async () => {
    const secret = put('secret.jsonl', post('secret'));
    put('box/own.jsonl', post('own'));
    symlinkSync(secret, join(folder, 'box/leak.jsonl'));
    symlinkSync(folder, join(folder, 'box/up'));
    symlinkSync('own.jsonl', join(folder, 'box/again.jsonl'));
    const { items, rejected } = await read([join(folder, 'box')]);
    expect(items).toEqual(['own.jsonl: own']);
    expect(rejected).toEqual([
      'leak.jsonl: is a symbolic link that leads outside the folder',
      'up: is a symbolic link that leads outside the folder',
    ]);
  });

  it('are told by their content; the extension is a hint, and as decides', async () => {
    put('feed.csv', feed);
    const table = put('table.xml', 'text,date\nhello,2024-01-01\n');
    const { items } = await read([join(folder, 'feed.csv'), table]);
    expect(items).toEqual(['feed.csv: Bridge', 'table.xml: hello']);
    const forced = await read([table], { as: 'ndjson' });
    expect(forced.rejected[0]).toMatch(/^table\.xml:1: is not JSON/u);
  });
});

describe('archives', () => {
  const members = [
    { name: 'walk/result.json', content: chat },
    { name: 'walk/files/letter.txt', content: 'words' },
    { name: 'b.jsonl', content: post('two') },
    { name: 'a.xml', content: feed },
  ];
  const expected = ['a.xml: Bridge', 'b.jsonl: two', 'walk/result.json: meet'];

  it('give what their folder gives: zip, tar, tar.gz and gz', async () => {
    for (const member of members) put(`folder/${member.name}`, member.content);
    const tar = await tarOf(...members);
    const paths = [put('x.zip', zipOf(...members)), put('x.tar', tar), put('x.tar.gz', gzipSync(tar))];
    expect((await read([join(folder, 'folder')])).items).toEqual(expected);
    for (const path of paths) {
      const name = path.slice(folder.length + 1);
      const { items, rejected } = await read([path]);
      expect([...items].sort()).toEqual(expected.map((line) => `${name}/${line}`));
      expect(rejected).toEqual([]);
    }
    expect((await read([put('b.jsonl.gz', gzipSync(post('two')))])).items).toEqual(['b.jsonl.gz: two']);
  });

  it('are opened inside each other, and from standard input', async () => {
    const inner = zipOf({ name: 'b.jsonl', content: post('two') });
    const outer = zipOf(
      { name: 'inner.zip', content: inner },
      { name: 'x.tar.gz', content: gzipSync(await tarOf({ name: 'c.jsonl', content: post('three') })) },
    );
    expect((await read([put('outer.zip', outer)])).items).toEqual([
      'outer.zip/inner.zip/b.jsonl: two',
      'outer.zip/x.tar.gz/c.jsonl: three',
    ]);
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('vedette-'));
    expect((await read(['-'], { stdin: oneChunk(outer) })).items).toEqual(['no file: two', 'no file: three']);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('vedette-'))).toEqual(before);
  });

  it('reject a member that is encrypted, damaged, linked or unsafe, and read the others', async () => {
    const path = put(
      'x.zip',
      zipOf(
        { name: '../up.jsonl', content: post('up') },
        { name: '/root.jsonl', content: post('root') },
        { name: 'a.jsonl', content: post('a'), encrypted: true },
        { name: 'b.jsonl', content: post('b'), checksum: 1 },
        { name: 'c.jsonl', content: 'a.jsonl', mode: 0o120777 },
        { name: 'd.jsonl', content: post('d') },
      ),
    );
    const { items, rejected } = await read([path]);
    expect(items).toContain('x.zip/d.jsonl: d');
    expect(items.some((line) => /up|root|a\.jsonl/u.test(line))).toBe(false);
    expect(rejected).toEqual([
      expect.stringContaining('x.zip: has a member with an unsafe name'),
      expect.stringContaining('x.zip: has a member with an unsafe name'),
      'x.zip/c.jsonl: is a symbolic link',
      expect.stringMatching(/^x\.zip\/a\.jsonl: is encrypted/u),
      expect.stringMatching(/^x\.zip\/b\.jsonl: the member is damaged/u),
    ]);
  });

  it('that are cut off give what is whole, and one reason', async () => {
    const lines = gzipSync(Array.from({ length: 5000 }, (_, index) => post(`post ${String(index * 7919)}`)).join(''));
    const { items, rejected } = await read([put('x.jsonl.gz', lines.subarray(0, lines.length / 2))]);
    expect(items.length).toBeGreaterThan(1000);
    expect(rejected).toEqual(['x.jsonl.gz: the compressed data ends in the middle']);
    const zip = zipOf({ name: 'a.jsonl', content: post('a') });
    expect((await read([put('y.zip', zip.subarray(0, zip.length - 10))])).rejected).toEqual([
      expect.stringMatching(/^y\.zip: the zip is damaged/u),
    ]);
  });

  it('stop at each limit with one named rejection', async () => {
    const limits = { ratioFloorBytes: 1000, ratio: 20, entries: 3, depth: 2 };
    const bomb = zipOf(
      { name: 'a.jsonl', content: post('a'.repeat(100_000)) },
      { name: 'b.jsonl', content: post('b') },
    );
    const many = zipOf(...['a', 'b', 'c', 'd'].map((name) => ({ name: `${name}.jsonl`, content: post(name) })));
    let nested = zipOf({ name: 'a.jsonl', content: post('a') });
    for (const name of ['1.zip', '2.zip', '3.zip']) nested = zipOf({ name, content: nested });
    const cases = [
      [put('ratio.zip', bomb), /^ratio\.zip\/a\.jsonl: unpacks to more than 20 times/u],
      [put('ratio.gz', gzipSync(Buffer.alloc(100_000, 'a'))), /^ratio\.gz: unpacks to more than 20 times/u],
      [
        put('ratio.tar.gz', gzipSync(await tarOf({ name: 'a.jsonl', content: post('a'.repeat(100_000)) }))),
        /20 times/u,
      ],
      [put('many.zip', many), /^many\.zip: has more than 3 members/u],
      [put('nested.zip', nested), /archives inside archives are opened 2 deep/u],
    ] as const;
    for (const [path, reason] of cases) {
      const { items, rejected } = await read([path], { limits });
      expect(items).toEqual([]);
      expect(rejected).toEqual([expect.stringMatching(reason)]);
    }
    const total = await read([put('total.zip', bomb)], { limits: { totalBytes: 50_000 } });
    expect(total.rejected).toEqual([expect.stringMatching(/^total\.zip\/a\.jsonl: more than 0 MB unpacked/u)]);
  });

  it('of other kinds say so', async () => {
    expect((await read([put('x.7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]))])).rejected).toEqual([
      expect.stringMatching(/^x\.7z: is packed with 7z/u),
    ]);
    const office = zipOf({ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'a.xml', content: feed });
    expect(await read([put('x.docx', office)])).toEqual({
      items: [],
      rejected: [expect.stringMatching(/^x\.docx: is an office document/u)],
    });
  });
});

describe('addresses', () => {
  let server: Server;
  let base: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/feed.xml') response.setHeader('content-type', 'application/rss+xml').end(feed);
      else if (request.url === '/moved') response.writeHead(302, { location: '/feed.xml' }).end();
      else if (request.url === '/away') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
      else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else if (request.url === '/locked') {
        const allowed = request.headers.authorization === `Basic ${Buffer.from('me:secret').toString('base64')}`;
        response.writeHead(allowed ? 200 : 401).end(allowed ? feed : 'who?');
      } else if (request.url === '/posts') response.end(post('one') + post('two'));
      else if (request.url === '/packed.zip') response.end(zipOf({ name: 'a.jsonl', content: post('packed') }));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    base = `http://127.0.0.1:${typeof address === 'object' && address !== null ? String(address.port) : ''}`;
  });

  afterAll(() => {
    server.close();
  });

  it('typed by the user may be loopback; redirects are followed', async () => {
    const { items, rejected } = await read([
      `${base}/feed.xml`,
      `${base}/moved`,
      `${base}/posts`,
      `${base}/packed.zip`,
    ]);
    expect(rejected).toEqual([]);
    expect(items).toEqual(['no file: Bridge', 'no file: Bridge', 'no file: one', 'no file: two', 'no file: packed']);
  });

  it('may carry a password, which is used and never shown', async () => {
    const at = base.replace('://', '://me:secret@');
    const results: ReadResult[] = [];
    for await (const result of readInputs([`${at}/locked`, `${at}/none`, 'http://me:secret@['])) results.push(result);
    expect(results).toEqual([
      {
        item: expect.objectContaining({ title: 'Bridge', source: expect.objectContaining({ url: `${base}/locked` }) }),
      },
      { rejected: expect.objectContaining({ where: `${base}/none` }) },
      { rejected: expect.objectContaining({ where: 'http://[' }) },
    ]);
    expect(JSON.stringify(results)).not.toContain('secret');
  });

  it('never lead out of http and https', async () => {
    const { rejected } = await read([
      `${base}/away`,
      `${base}/loop`,
      `${base}/none`,
      'ftp://example.org/x',
      'http://[',
    ]);
    expect(rejected).toEqual([
      `${base}/away: redirects to file:///etc/passwd, which is not http or https`,
      `${base}/loop: redirects more than 10 times`,
      `${base}/none: answers 404 Not Found`,
      expect.stringMatching(/^ftp:\/\/example\.org\/x: addresses with ftp: are not read/u),
      'http://[: is not a valid address',
    ]);
  });

  it('that nobody answers are rejected with the reason', async () => {
    const { rejected } = await read(['http://127.0.0.1:9/feed.xml', 'ws://127.0.0.1:9/']);
    expect(rejected).toEqual([
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:9\/feed\.xml: does not answer/u),
      expect.stringMatching(/^ws:\/\/127\.0\.0\.1:9\/: the connection/u),
    ]);
  });
});

describe('standard input', () => {
  it('is told by its first whole line, without waiting for more', async () => {
    const lines = readInputs(['-'], { stdin: thenSilence(post('first')) });
    const step = await lines.next();
    expect(step.value).toMatchObject({ item: { text: 'first' } });
  });

  it('may be empty', async () => {
    expect(await read(['-'], { stdin: oneChunk(Buffer.alloc(0)) })).toEqual({ items: [], rejected: [] });
  });

  it('stops when told to', async () => {
    const abort = new AbortController();
    const reading = readInputs(['-'], { stdin: oneChunk(Buffer.from(post('a') + post('b'))), signal: abort.signal });
    await reading.next();
    abort.abort();
    await expect(reading.next()).rejects.toThrow(/abort/iu);
  });
});

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* thenSilence(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
  await new Promise(() => undefined);
}
