import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceError, type HttpResponse } from '@vedette/sources';
import type { Images } from '@vedette/store';
import { createImageCache } from '../src/features/images/image-cache.js';
import { imageType } from '../src/features/images/image-type.js';
import { createImagesService, type ImagesService } from '../src/features/images/service.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function none(): never {
  throw new Error('not part of this test');
}

describe('what a picture is', () => {
  it.each([
    ['image/png', png],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
    ['image/gif', Buffer.from('GIF89a....')],
    ['image/webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
    ['image/avif', Buffer.from('\0\0\0\x20ftypavif\0\0\0\0', 'latin1')],
  ])('%s is known by its first bytes', (type, bytes) => {
    expect(imageType(bytes)).toBe(type);
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a page that ends like a PNG', '<html>\x89PNG'],
    ['nothing', ''],
    ['a RIFF that is sound', 'RIFF\0\0\0\0WAVEfmt '],
    ['a film', '\0\0\0\x20ftypisom'],
  ])('%s is none', (_name, text) => {
    expect(imageType(Buffer.from(text, 'latin1'))).toBeUndefined();
  });
});

describe('the cache', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vedette-images-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives back what was put, and keeps names out of the file system', async () => {
    const cache = createImageCache(folder, 1000);
    await cache.put('https://example.org/../../etc/passwd', png);
    expect(await cache.get('https://example.org/../../etc/passwd')).toEqual(png);
    expect(await cache.get('https://example.org/other')).toBeUndefined();
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('stays within its size', async () => {
    const cache = createImageCache(folder, png.length * 3);
    for (let count = 0; count < 6; count += 1) await cache.put(`https://example.org/${count}`, png);
    expect((await readdir(folder)).length).toBe(3);
  });
});

function serviceThatGets(answer: () => Promise<Partial<HttpResponse>>, hidden = false): ImagesService {
  const images: Images = {
    find: () => Promise.resolve({ media: { type: 'image', url: 'https://example.org/a.png' }, hidden }),
    flag: none,
    unflag: none,
    restore: none,
  };
  return createImagesService({
    store: { images },
    http: {
      get: async () => ({ status: 200, url: '', headers: {}, body: png, ...(await answer()) }),
    },
    cache: { get: () => Promise.resolve(undefined), put: () => Promise.resolve() },
  });
}

describe('a picture of an Item', () => {
  const ref = { item: 'i', index: 0 };
  const signal = new AbortController().signal;

  it('comes with the type of its bytes, whatever the other server says', async () => {
    const service = serviceThatGets(() => Promise.resolve({ headers: { 'content-type': 'text/html' } }));
    expect((await service.picture(ref, signal)).type).toBe('image/png');
  });

  it.each<[string, ImagesService, string]>([
    ['an SVG', serviceThatGets(() => Promise.resolve({ body: Buffer.from('<svg/>') })), 'unsupported'],
    ['a missing file', serviceThatGets(() => Promise.resolve({ status: 404 })), 'upstream-failed'],
    [
      'a private address',
      serviceThatGets(() => Promise.reject(new SourceError('incompatible', 'private'))),
      'upstream-failed',
    ],
    ['one that people flagged', serviceThatGets(() => Promise.resolve({}), true), 'gone'],
  ])('%s is refused', async (_name, service, code) => {
    await expect(service.picture(ref, signal)).rejects.toMatchObject({ code });
  });
});
