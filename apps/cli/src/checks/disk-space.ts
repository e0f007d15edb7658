import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { failedCheck, passed, type Check } from './check.js';

/** What the database, its copy before an update and a spooled archive need; bytes. */
const needed = 2 ** 30;

/** Whether the disk of the data folder has room. */
export async function checkDisk(dataDir: string): Promise<Check> {
  const folder = nearestExisting(resolve(dataDir));
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const detail = `${gigabytes(free)} GB free where ${dataDir} is`;
  return free >= needed
    ? passed('disk', detail)
    : failedCheck('disk', detail, 'free at least 1 GB there, or choose another folder with --data DIR');
}

/** The folder itself, or the first above it that is there. */
export function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

function gigabytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
