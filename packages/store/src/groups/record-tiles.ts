import { entryBytes, printBundle, type TilePlace, tileWidth } from '@vedette/ledger';
import type { Reader } from '../context.js';
import { toKept } from './record-rows.js';

/**
 * A tile of the record (C2SP tlog-tiles) out of the tables; undefined where the record does not reach so far. Entries
 * stand in it as they are hashed, so what they say about people is not in it.
 */
export async function readTile(db: Reader, place: TilePlace): Promise<Buffer | undefined> {
  const { level, n, width } = place;
  const [from, to] = [n * tileWidth, n * tileWidth + width];
  const entries = db.selectFrom('record_entries').where('index', '>=', from).where('index', '<', to).orderBy('index');
  if (level === 'entries') {
    const rows = await entries.selectAll().execute();
    return rows.length === width ? printBundle(rows.map((row) => entryBytes(toKept(row)))) : undefined;
  }
  const tiles = db.selectFrom('record_tiles').where('level', '=', level).where('n', '>=', from).where('n', '<', to);
  const rows = await (level === 0 ? entries.select('leaf_hash as hash') : tiles.select('hash').orderBy('n')).execute();
  return rows.length === width ? Buffer.from(rows.map(({ hash }) => hash).join(''), 'hex') : undefined;
}
