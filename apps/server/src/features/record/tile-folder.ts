import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newTiles, parseCheckpoint, tilePath, type TilePlace, tileWidth } from '@vedette/ledger';
import type { SealedRecord } from '@vedette/store';

/** Writes the record as static tiles (C2SP tlog-tiles), which any web server or file share can hand out. */
export interface TileFolder {
  /**
   * Writes what a signed state has and the folder has not; the checkpoint last, so that all it names is there.
   * @throws LedgerError `not-a-checkpoint` where the checkpoint in the folder is damaged
   */
  publish(state: SealedRecord): Promise<void>;
}

const checkpointName = 'checkpoint';

/** @param readTile gives a tile of the record; undefined where it does not reach so far */
export function createTileFolder(
  folder: string,
  readTile: (place: TilePlace) => Promise<Uint8Array | undefined>,
): TileFolder {
  let published: number | undefined;

  async function publishedSize(): Promise<number> {
    let text: string;
    try {
      text = await readFile(join(folder, checkpointName), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
      throw error;
    }
    // A damaged one is a finding for whoever verifies, and is not written over.
    return parseCheckpoint(text).size;
  }

  async function write(path: string, content: string | Uint8Array): Promise<void> {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    // A reader sees the old file or the new one, never a part.
    await writeFile(`${file}.new`, content);
    await rename(`${file}.new`, file);
  }

  return {
    async publish({ size, note }) {
      published ??= await publishedSize();
      // A folder that is ahead belongs to a record that was put back from an older copy; verification says so.
      if (size <= published) return;
      for (const place of newTiles(published, size)) {
        const tile = await readTile(place);
        const path = tilePath(place);
        if (tile === undefined) throw new RangeError(`the record of ${String(size)} entries has no ${path}`);
        await write(path, tile);
        if (place.width === tileWidth) await rm(join(folder, `${path}.p`), { recursive: true, force: true });
      }
      await write(checkpointName, note);
      published = size;
    },
  };
}
