import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Checkpoint,
  LedgerError,
  type NoteVerifier,
  openNote,
  parseCheckpoint,
  parseVerifier,
  type ReadTile,
  tilePath,
  tileWidth,
} from '@vedette/ledger';
import { UsageError } from '../errors.js';

/** A checkpoint that was kept somewhere. */
export interface Witness {
  /** the file, or where in the data it stands */
  readonly name: string;
  readonly checkpoint: Checkpoint;
  readonly signature: Signature;
}

/** Of a checkpoint: `missing` where none of the known keys signed it, `not checked` where no key is known. */
export type Signature = 'holds' | 'does not hold' | 'missing' | 'not checked';

/** Reads a checkpoint, signed or not. @throws LedgerError where it is none */
export function witnessOf(name: string, text: string, verifiers: readonly NoteVerifier[]): Witness {
  return { name, checkpoint: parseCheckpoint(text), signature: signatureOf(text, verifiers) };
}

function signatureOf(text: string, verifiers: readonly NoteVerifier[]): Signature {
  if (verifiers.length === 0) return 'not checked';
  if (!text.includes('\n\n')) return 'missing';
  try {
    return openNote(text, verifiers).signedBy.length > 0 ? 'holds' : 'missing';
  } catch (error) {
    if (error instanceof LedgerError) return 'does not hold';
    throw error;
  }
}

/** Reads a checkpoint file that the user named. @throws UsageError where it cannot be read or is none */
export async function readWitness(file: string, verifiers: readonly NoteVerifier[]): Promise<Witness> {
  return await named(file, (text) => witnessOf(file, text, verifiers));
}

/** Reads public key files that the user named. @throws UsageError */
export async function readVerifiers(files: readonly string[]): Promise<NoteVerifier[]> {
  return await Promise.all(files.map((file) => named(file, parseVerifier)));
}

async function named<T>(file: string, parse: (text: string) => T): Promise<T> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof LedgerError ? error.message : 'it cannot be read';
    throw new UsageError(`${file}: ${reason}`, error);
  }
}

/** A folder of tiles: its checkpoint, and its tiles. @throws UsageError where it has no checkpoint */
export async function readTileFolder(
  folder: string,
  verifiers: readonly NoteVerifier[],
): Promise<{ readonly witness: Witness; readonly readTile: ReadTile }> {
  return { witness: await readWitness(join(folder, 'checkpoint'), verifiers), readTile: tilesIn(folder) };
}

function tilesIn(folder: string): ReadTile {
  const readOrNothing = async (path: string) => {
    try {
      return await readFile(join(folder, path));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  };
  return async (place) => {
    const tile = await readOrNothing(tilePath(place));
    // A partial tile may be removed once the full one is there; its beginning is the partial one (C2SP tlog-tiles).
    if (tile !== undefined || place.level === 'entries' || place.width === tileWidth) return tile;
    return (await readOrNothing(tilePath({ ...place, width: tileWidth })))?.subarray(0, place.width * 32);
  };
}
