import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { errorCode } from './error-code.js';

/**
 * Makes a folder, and those above it, readable by this user only. Node's own recursive `mkdir` never ends where a file
 * system answers "no such file" to a name that it does not take, as `/proc` does; this one gives up with that answer.
 * @throws the system's error, with its `code`
 * @example await makeFolders('/srv/vedette/data')
 */
export async function makeFolders(folder: string): Promise<void> {
  const path = resolve(folder);
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (await isFolder(path)) return;
    const parent = dirname(path);
    if (errorCode(error) !== 'ENOENT' || (await isFolder(parent))) throw error;
    await makeFolders(parent);
    await makeFolders(path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
