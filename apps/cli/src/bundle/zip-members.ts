import { createHash } from 'node:crypto';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** A member of a zip: what its content hashes to, and the content itself where it is small. */
export interface ZipMember {
  readonly name: string;
  readonly bytes: number;
  /** by algorithm, hexadecimal */
  readonly hashes: Readonly<Record<'sha256' | 'sha512' | 'md5', string>>;
  readonly content: Buffer | undefined;
}

/** Members up to this size are kept: manifests, signatures, proofs. Bytes. */
const keptBytes = 16 * 2 ** 20;

/** Reads every member once, in the order of the zip. Throws where the zip or a member is damaged. */
export async function* zipMembers(path: string, signal: AbortSignal): AsyncGenerator<ZipMember> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  try {
    for (let entry = await nextEntry(zip); entry !== undefined; entry = await nextEntry(zip)) {
      signal.throwIfAborted();
      if (!entry.fileName.endsWith('/')) yield await readMember(zip, entry);
    }
  } finally {
    zip.close();
  }
}

async function readMember(zip: ZipFile, entry: Entry): Promise<ZipMember> {
  const hashes = { sha256: createHash('sha256'), sha512: createHash('sha512'), md5: createHash('md5') };
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    if (!(chunk instanceof Buffer)) continue;
    bytes += chunk.length;
    for (const hash of Object.values(hashes)) hash.update(chunk);
    if (bytes <= keptBytes) kept.push(chunk);
  }
  return {
    name: entry.fileName,
    bytes,
    hashes: {
      sha256: hashes.sha256.digest('hex'),
      sha512: hashes.sha512.digest('hex'),
      md5: hashes.md5.digest('hex'),
    },
    content: bytes <= keptBytes ? Buffer.concat(kept) : undefined,
  };
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
