import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { decodeFile, formatFinding, readWatchlist, type ReadWatchlist, type WatchlistFinding } from '@vedette/match';
import { UsageError } from './errors.js';
import type { Session } from './terminal/session.js';

/** Reads a watchlist file: YAML, JSON or CSV by its name, else by its content. A file that is not there is exit 2. */
export async function loadWatchlist(file: string, session: Session): Promise<ReadWatchlist> {
  const content = decodeFile(await readBytes(file, session));
  return readWatchlist(content, { format: formatOf(file, content), file });
}

/** The bytes of a file, or of stdin for `-`. */
export async function readBytes(file: string, session: Session): Promise<Uint8Array> {
  if (file === '-') return buffer(session.stdin);
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new UsageError(`${file}: ${reason}`, error);
  }
}

/** Names mistakes on stderr, one a line, `FILE:LINE:COLUMN: rule ID: …; try: …`. An error makes the exit status 1. */
export function reportFindings(findings: readonly WatchlistFinding[], file: string, session: Session): void {
  for (const finding of findings) {
    session.note(formatFinding(finding, file));
    if (finding.level === 'error') session.failed();
  }
}

function formatOf(file: string, content: string): 'yaml' | 'json' | 'csv' {
  const extension = /\.([a-z]+)$/iu.exec(file)?.[1]?.toLowerCase();
  if (extension === 'csv' || extension === 'json') return extension;
  if (extension === 'yaml' || extension === 'yml') return 'yaml';
  if (/^\s*[{[]/u.test(content)) return 'json';
  return /^[^\n:]*\bquery\b[^\n:]*,|^[^\n:]*,[^\n:]*\bquery\b/u.test(content) ? 'csv' : 'yaml';
}
