import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolders } from '@vedette/store';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder.js';

describe('makeFolders', () => {
  it('makes what is missing, for this user only, and minds nothing that is there', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b', 'c');
    await makeFolders(folder);
    await makeFolders(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('does not take a file for a folder', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(makeFolders(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolders(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it.skipIf(!existsSync('/proc/self'))('gives up where the file system takes no folder', async () => {
    await expect(makeFolders('/proc/nope/data')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
