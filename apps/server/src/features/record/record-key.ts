import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createSigner, type NoteSigner, parseSigner } from '@vedette/ledger';
import { StartError } from '../../errors.js';

/**
 * The key that signs the record's checkpoints: in the data folder and not in the database, so that whoever can write the
 * database cannot sign what he wrote. Made at the first start; its public half lies beside it, to be kept elsewhere.
 * @throws StartError `data-damaged` where the file is there and holds no key
 */
export async function recordKey(dataDir: string): Promise<NoteSigner> {
  const file = join(dataDir, 'record-key');
  try {
    return parseSigner(await readFile(file, 'utf8'));
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'))
      throw new StartError(
        'data-damaged',
        `${file} holds no key that signs the record; put it back from a copy. A new key is made where the file is away`,
        { cause },
      );
  }
  const signer = createSigner(`vedette/${hostname().replaceAll(/[\s+]/gu, '-')}`);
  // The secret half last: where it is, the public one is too.
  await writeFile(`${file}.pub`, `${signer.verifierKey}\n`);
  await writeFile(file, `${signer.text}\n`, { mode: 0o600, flag: 'wx' });
  return signer;
}
