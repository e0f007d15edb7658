import { createReadStream } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { isLitter } from './content-kind.js';
import { rejection, type Content, type InputEntry, type WalkContext } from './input-entry.js';
import { failed, plainReason } from './plain-reason.js';
import { SurroundingFiles } from './surroundings.js';
import { unpack } from './unpack.js';

/** A file found in a folder: its path below the folder, with `/`, or why it cannot be followed. */
type Found = { readonly name: string } | { readonly name: string; readonly problem: string };

/**
 * Every file below a folder, in the order of their paths. Symbolic links are not followed: one that stays inside is
 * reached by its own path anyway, one that leads outside is rejected.
 */
export async function* readFolder(
  folder: string,
  contextOf: () => WalkContext,
  signal: AbortSignal | undefined,
): AsyncGenerator<InputEntry> {
  const root = await realpath(folder);
  const found: Found[] = [];
  await collect(root, '', found, signal);
  found.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  const names = new Set(found.map((file) => file.name));
  const files = new SurroundingFiles({ names, open: (name) => createReadStream(join(root, name)) });
  for (const file of found) {
    signal?.throwIfAborted();
    if ('problem' in file) {
      yield rejection(file.name, file.problem);
    } else if (!isLitter(file.name)) {
      const context = contextOf();
      const sideFile = context.isSideFile(file.name, names);
      yield* readLocalFile(join(root, file.name), file.name, { sideFile, beside: files.of(file.name) }, context);
    }
  }
}

/** The folders of files that were given by their own names: each is listed once, however many of its files are given. */
export type GivenFolders = Map<string, SurroundingFiles>;

/** A file that was given by its own name. What lies in the same folder may name its account or be its attachment. */
export async function* readGivenFile(
  path: string,
  context: WalkContext,
  folders: GivenFolders,
): AsyncGenerator<InputEntry> {
  const folder = dirname(resolve(path));
  const name = basename(resolve(path));
  let files = folders.get(folder);
  if (files === undefined) {
    const names = await namesIn(folder);
    files = new SurroundingFiles({ names, alone: true, open: (beside) => createReadStream(join(folder, beside)) });
    folders.set(folder, files);
  }
  yield* readLocalFile(path, name, { sideFile: false, beside: files.of(name) }, context);
}

/** The files in a folder; none where it may be entered but not listed. */
async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  try {
    for await (const entry of await opendir(folder)) if (entry.isFile()) names.add(entry.name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
  return names;
}

/** One file of the machine. A pipe or device is read as the stream that it is. */
async function* readLocalFile(
  path: string,
  name: string,
  place: Pick<Content, 'sideFile' | 'beside'>,
  context: WalkContext,
): AsyncGenerator<InputEntry> {
  try {
    const info = await stat(path);
    const content: Content = {
      name,
      origin: 'file',
      ...place,
      reopens: info.isFile(),
      chunks: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
      ...(info.isFile() ? { path, size: info.size } : {}),
    };
    yield* unpack(content, context);
  } catch (error) {
    if (context.signal?.aborted === true) throw error;
    yield failed(error, name);
  }
}

async function collect(root: string, below: string, found: Found[], signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  try {
    for await (const entry of await opendir(join(root, below))) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await collect(root, name, found, signal);
      else if (entry.isFile()) found.push({ name });
      else if (entry.isSymbolicLink()) await collectLink(root, name, found);
      // sockets, pipes and devices inside a folder hold nothing that somebody exported
    }
  } catch (error) {
    if (signal?.aborted === true) throw error;
    found.push({ name: below === '' ? '.' : below, problem: plainReason(error, below) });
  }
}

async function collectLink(root: string, name: string, found: Found[]): Promise<void> {
  try {
    const target = await realpath(join(root, name));
    if (target !== root && !target.startsWith(root + sep)) {
      found.push({ name, problem: 'is a symbolic link that leads outside the folder' });
    }
  } catch {
    found.push({ name, problem: 'is a symbolic link that leads nowhere' });
  }
}
