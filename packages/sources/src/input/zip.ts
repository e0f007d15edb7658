import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { SourceError } from '../errors.js';
import { isLitter } from './content-kind.js';
import { InputLimitError } from './limits.js';
import { rejection, type Content, type InputEntry, type WalkContext } from './input-entry.js';
import { metered } from './metered.js';
import { failed, plainReason } from './plain-reason.js';
import { SurroundingFiles } from './surroundings.js';

type Unpack = (content: Content, context: WalkContext) => AsyncGenerator<InputEntry>;

interface Member {
  readonly name: string;
  readonly entry: Entry;
}

/**
 * The members of a zip, in the order of their names, so that a zip and its unpacked folder give the same Items in the
 * same order. A damaged or encrypted member is rejected by name and the others are read.
 */
export async function* readZip(
  archive: Content,
  path: string,
  context: WalkContext,
  unpack: Unpack,
): AsyncGenerator<InputEntry> {
  const zip = await openZip(path, archive.name);
  try {
    const { members, rejected } = await listMembers(zip, archive.name, context);
    yield* rejected;
    const names = new Set(members.map((member) => member.name));
    if (names.has('[Content_Types].xml') || members[0]?.entry.fileName === 'mimetype' || names.has('mimetype')) {
      yield rejection(archive.name, 'is an office document or e-book, which this build does not read');
      return;
    }
    const byName = new Map(members.map((member) => [member.name, member.entry]));
    const files = new SurroundingFiles({
      names,
      open: (name) => {
        const entry = byName.get(name);
        if (entry === undefined || entry.isEncrypted() || !entry.canDecodeFileData()) return undefined;
        return metered(contentOf(zip, entry), `${archive.name}/${name}`, context);
      },
    });
    for (const { name, entry } of members) {
      context.signal?.throwIfAborted();
      if (context.budget.exhausted) return;
      const place = { sideFile: context.isSideFile(name, names), beside: files.of(name) };
      yield* readMember(zip, archive, name, entry, place, context, unpack);
    }
  } finally {
    zip.close();
  }
}

async function* readMember(
  zip: ZipFile,
  archive: Content,
  name: string,
  entry: Entry,
  place: Pick<Content, 'sideFile' | 'beside'>,
  context: WalkContext,
  unpack: Unpack,
): AsyncGenerator<InputEntry> {
  const full = `${archive.name}/${name}`;
  if (isLitter(name)) return;
  if (entry.isEncrypted()) {
    yield rejection(full, 'is encrypted; unpack it with its password first');
    return;
  }
  if (!entry.canDecodeFileData()) {
    yield rejection(full, `uses compression method ${String(entry.compressionMethod)}, which this build does not open`);
    return;
  }
  const member: Content = {
    name: full,
    origin: archive.origin,
    size: entry.uncompressedSize,
    reopens: true,
    ...place,
    chunks: () => metered(contentOf(zip, entry), full, context),
  };
  try {
    yield* unpack(member, context);
  } catch (error) {
    if (context.budget.exhausted || context.signal?.aborted === true) throw error;
    yield failed(error, full);
  }
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  let checksum = 0;
  try {
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) continue;
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } finally {
    stream.destroy();
  }
  if (checksum !== entry.crc32) throw new SourceError('incompatible', 'the member is damaged: its checksum differs');
}

async function openZip(path: string, name: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
  } catch (error) {
    throw new SourceError('incompatible', `${name}: the zip is damaged (${plainReason(error, name)})`, {
      cause: error,
    });
  }
}

async function listMembers(
  zip: ZipFile,
  archive: string,
  context: WalkContext,
): Promise<{ readonly members: readonly Member[]; readonly rejected: readonly InputEntry[] }> {
  const members: Member[] = [];
  const rejected: InputEntry[] = [];
  try {
    for await (const entry of entriesOf(zip)) {
      context.budget.addEntry(archive);
      const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
      if (name.endsWith('/')) continue;
      const problem = yauzl.validateFileName(name);
      if (problem !== null) rejected.push(rejection(archive, `has a member with an unsafe name (${problem})`));
      else if (isSymbolicLink(entry)) rejected.push(rejection(`${archive}/${name}`, 'is a symbolic link'));
      else members.push({ name, entry });
    }
  } catch (error) {
    if (error instanceof InputLimitError) throw error;
    rejected.push(rejection(archive, `the directory of the zip is damaged (${plainReason(error, archive)})`));
  }
  members.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  return { members, rejected };
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await nextEntry(zip);
    if (entry === undefined) return;
    yield entry;
  }
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const onEntry = (entry: Entry) => settle(() => resolve(entry));
    const onEnd = () => settle(() => resolve(undefined));
    const onError = (error: Error) => settle(() => reject(error));
    function settle(then: () => void): void {
      zip.off('entry', onEntry).off('end', onEnd).off('error', onError);
      then();
    }
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError);
    zip.readEntry();
  });
}

/** Unix mode of the member, upper half of the external attributes. */
function isSymbolicLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}
