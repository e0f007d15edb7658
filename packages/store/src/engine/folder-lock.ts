import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../errors.js';
import { errorCode } from './error-code.js';

interface Holder {
  readonly pid: number;
  /** when the process began, as the system tells it: a number is given to another process later */
  readonly started: string;
  readonly host: string;
  readonly token: string;
}

const heartbeatMs = 5000;
/** A holder on another host (a container that is gone, say) cannot be asked; its silence is what tells. */
const silentAfterMs = 30_000;

/** When a process began, or undefined where there is none (or the system does not say). */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program is in brackets and may hold blanks; the 20th field behind it is the start in clock ticks.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    if (process.platform === 'linux') return undefined;
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

function readHolder(path: string): { readonly holder: Holder | undefined; readonly text: string } | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const holder: unknown = JSON.parse(text);
    return { holder: isHolder(holder) ? holder : undefined, text };
  } catch {
    return { holder: undefined, text };
  }
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null && ['pid', 'started', 'host'].every((field) => field in value);
}

function isAlive(path: string, holder: Holder | undefined): boolean {
  if (holder === undefined) return false;
  if (holder.host === hostname()) return startOf(holder.pid) === holder.started;
  try {
    return Date.now() - statSync(path).mtimeMs < silentAfterMs;
  } catch {
    return false; // the lock is gone: its holder has just given it back
  }
}

/**
 * Takes a data folder for this process. One process at a time may use it: a second one is told who has it, and the lock
 * of a process that died is taken over.
 * @returns gives the folder back
 * @throws StoreError `locked`
 */
export async function lockFolder(dataDir: string, log: (message: string) => void): Promise<() => void> {
  const path = join(dataDir, 'lock');
  const token = randomBytes(8).toString('hex');
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '', host: hostname(), token });
  const mine = `${path}.${token}`;
  writeFileSync(mine, own);
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (linked(mine, path)) {
        // Whoever moved a stale lock away at the same moment may have moved ours: look again before relying on it.
        if (attempt > 0) await wait(100);
        if (readHolder(path)?.text === own) return keep(path, own);
        continue;
      }
      const found = readHolder(path);
      if (found === undefined) continue;
      if (isAlive(path, found.holder)) throw taken(dataDir, found.holder);
      if (takeAway(path, found.text, token))
        log(`The lock of process ${found.holder?.pid ?? 'unknown'}, which is gone, was taken over.`);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  throw new StoreError(
    'locked',
    `The data folder ${dataDir} is wanted by several instances at once: start one of them`,
  );
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a stale lock away, unless somebody else was quicker. */
function takeAway(path: string, text: string, token: string): boolean {
  const aside = `${path}.stale.${token}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
  const stale = readFileSync(aside, 'utf8') === text;
  if (!stale) linked(aside, path);
  rmSync(aside, { force: true });
  return stale;
}

function taken(dataDir: string, holder: Holder | undefined): StoreError {
  const who =
    holder === undefined
      ? 'another instance'
      : `process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}`}`;
  return new StoreError(
    'locked',
    `The data folder ${dataDir} is in use by ${who}: stop that instance, or give this one another folder with --data`,
  );
}

function keep(path: string, own: string): () => void {
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The folder is gone; the database itself will say so.
    }
  }, heartbeatMs);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (readHolder(path)?.text === own) rmSync(path, { force: true });
  };
}
