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
  /** that its signature was checked, or why it does not hold; undefined where no key is known or it has none */
  readonly signature: 'holds' | 'does not hold' | undefined;
}

/** Reads a checkpoint, signed or not. @throws LedgerError where it is none */
export function witnessOf(name: string, text: string, verifier: NoteVerifier | undefined): Witness {
  const checkpoint = parseCheckpoint(text);
  return { name, checkpoint, signature: verifier === undefined ? undefined : signatureOf(text, verifier) };
}

function signatureOf(text: string, verifier: NoteVerifier): Witness['signature'] {
  if (!text.includes('\n\n')) return undefined;
  try {
    return openNote(text, [verifier]).signedBy.length > 0 ? 'holds' : undefined;
  } catch (error) {
    if (error instanceof LedgerError) return 'does not hold';
    throw error;
  }
}

/** Reads a checkpoint file that the user named. @throws UsageError where it cannot be read or is none */
export async function readWitness(file: string, verifier: NoteVerifier | undefined): Promise<Witness> {
  return await named(file, (text) => witnessOf(file, text, verifier));
}

/** Reads a public key file that the user named. @throws UsageError */
export async function readVerifier(file: string): Promise<NoteVerifier> {
  return await named(file, parseVerifier);
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
  verifier: NoteVerifier | undefined,
): Promise<{ readonly witness: Witness; readonly readTile: ReadTile }> {
  return { witness: await readWitness(join(folder, 'checkpoint'), verifier), readTile: tilesIn(folder) };
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
