import { access, constants, cp, mkdir, readFile, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../errors.js';
import { assertNotNewer } from './data-version.js';
import { inWords } from './database-errors.js';
import { errorCode } from './error-code.js';
import { makeFolders } from './make-folders.js';

const copiesKept = 3;

/** Where the engine's own files are within a data folder. */
export function engineFolder(dataDir: string): string {
  return join(dataDir, 'database');
}

/** Makes the folder. @throws StoreError where it cannot be written */
export async function makeFolder(dataDir: string): Promise<void> {
  try {
    await makeFolders(dataDir);
    await access(dataDir, constants.W_OK);
  } catch (error) {
    const spoken = inWords(error);
    if (spoken instanceof StoreError) throw spoken;
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      'unavailable',
      `The data folder ${dataDir} cannot be made or written (${why}): give another with --data`,
      {
        cause: error,
      },
    );
  }
}

/** Whether the engine has data here already. */
export async function hasData(dataDir: string): Promise<boolean> {
  return await exists(join(engineFolder(dataDir), 'PG_VERSION'));
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Reads which version wrote the folder before anything is opened.
 * @throws StoreError `newer-version` naming both
 */
export async function checkFolderVersion(dataDir: string, version: string): Promise<void> {
  const text = await readFile(join(dataDir, 'version.json'), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw inWords(error);
  });
  if (text === undefined) return;
  let written: unknown;
  try {
    const parsed: unknown = JSON.parse(text);
    written = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : undefined;
  } catch (cause) {
    throw new StoreError('damaged', `${join(dataDir, 'version.json')} is no JSON; remove it and start again`, {
      cause,
    });
  }
  if (typeof written === 'string') assertNotNewer(written, version, dataDir);
}

/** Notes which version wrote the folder. */
export async function writeFolderVersion(dataDir: string, version: string): Promise<void> {
  const path = join(dataDir, 'version.json');
  await writeFile(`${path}.new`, `${JSON.stringify({ version })}\n`);
  await rename(`${path}.new`, path);
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  return bytes;
}

/**
 * Copies the closed database before its tables change; the last three copies are kept.
 * @returns where the copy is
 * @throws StoreError `disk-full` before anything is written where the copy would not fit
 */
export async function copyBeforeMigration(dataDir: string, at: number): Promise<string> {
  const folder = join(dataDir, 'copies');
  const name = new Date(at).toISOString().replaceAll(':', '-');
  await mkdir(folder, { recursive: true });
  // What an interrupted copy left is no copy.
  for (const entry of await readdir(folder))
    if (entry.endsWith('.part')) await rm(join(folder, entry), { recursive: true, force: true });
  const { bavail, bsize } = await statfs(dataDir);
  const needed = await sizeOf(engineFolder(dataDir));
  if (bavail * bsize < needed * 1.1)
    throw new StoreError(
      'disk-full',
      `Before its tables change, the database is copied, and there is no room: ${folder} needs ${Math.ceil(needed / 1e6)} MB`,
    );
  const copy = join(folder, name);
  await cp(engineFolder(dataDir), `${copy}.part`, { recursive: true });
  await rename(`${copy}.part`, copy);
  const kept = (await readdir(folder)).sort();
  for (const old of kept.slice(0, Math.max(0, kept.length - copiesKept)))
    await rm(join(folder, old), { recursive: true, force: true });
  return copy;
}
