import { SourceError } from '../errors.js';
import { rejection } from './input-entry.js';
import { InputLimitError } from './limits.js';

const systemReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'may not be read: permission denied',
  EPERM: 'may not be read: not permitted',
  EISDIR: 'is a folder where a file was expected',
  ENOTDIR: 'a part of the path is not a folder',
  ELOOP: 'is a loop of symbolic links',
  ENAMETOOLONG: 'the name is too long',
  ENOSPC: 'no space left on the disk for the temporary copy',
  EMFILE: 'too many files are open',
  Z_DATA_ERROR: 'the compressed data is damaged',
  Z_BUF_ERROR: 'the compressed data ends in the middle',
};

/** The reason of a failure in plain words, without the machine's paths. */
export function plainReason(error: unknown, name: string): string {
  if (error instanceof SourceError) {
    return error.message.startsWith(`${name}: `) ? error.message.slice(name.length + 2) : error.message;
  }
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return systemReasons[code] ?? error.message;
}

/** The rejection of what failed: at the place where a limit was reached, else under its own name. */
export function failed(error: unknown, name: string): ReturnType<typeof rejection> {
  const place = error instanceof InputLimitError ? error.place : name;
  return rejection(place, plainReason(error, place));
}
