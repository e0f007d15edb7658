import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { assert, property, string } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUploads, safeFileName } from '../src/features/sources/upload.js';

describe('the name of an upload', () => {
  it.each([
    ['export.zip', 'export.zip'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\my export (1).zip', 'my_export_1_.zip'],
    ['تصدير.json', 'تصدير.json'],
    ['..', 'upload'],
    ['.hidden', 'hidden'],
    ['', 'upload'],
    ['a\u0000b\u202Egnp.exe', 'a_b_gnp.exe'],
  ])('%j becomes %j', (given, name) => {
    expect(safeFileName(given)).toBe(name);
  });

  it('never leaves its folder, whatever it is', () => {
    expect.hasAssertions();
    assert(
      property(string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = safeFileName(given);
        expect(resolve('/folder', name)).toBe(`/folder/${name}`);
        expect(basename(name)).toBe(name);
        expect(Buffer.byteLength(name)).toBeLessThan(1000);
        expect(name).not.toMatch(/\p{Surrogate}/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an upload', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vedette-uploads-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('can be read while it is used, and is gone afterwards', async () => {
    const uploads = await createUploads(join(folder, 'uploads'), 100);
    const text = await uploads.withFile('a.txt', Readable.from([Buffer.from('one '), Buffer.from('two')]), (path) =>
      readFile(path, 'utf8'),
    );
    expect(text).toBe('one two');
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
  });

  it('is gone also when it is too large, or when reading fails', async () => {
    const uploads = await createUploads(join(folder, 'uploads'), 5);
    const large = uploads.withFile('a', Readable.from([Buffer.alloc(6)]), () => Promise.resolve());
    await expect(large).rejects.toMatchObject({ code: 'too-large' });
    const failing = uploads.withFile('a', Readable.from([Buffer.alloc(1)]), () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
  });

  it('left behind by an earlier start is removed', async () => {
    const first = await createUploads(join(folder, 'uploads'), 5);
    await first.withFile('a', Readable.from([Buffer.alloc(1)]), async () => {
      await createUploads(join(folder, 'uploads'), 5);
      expect(await readdir(join(folder, 'uploads'))).toEqual([]);
    });
  });
});
