import { LedgerError } from './errors.js';

/** A length is 16 bits wide (C2SP tlog-tiles, "Log entries"). */
export const largestEntry = 65_535;

/**
 * Entries as they stand in a tile of the level `entries`: each behind its length, 16 bits, big-endian.
 * @throws LedgerError `not-a-tile` where an entry is longer than 65,535 bytes
 */
export function printBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > largestEntry)
        throw new LedgerError('not-a-tile', `an entry of ${entry.length} bytes does not fit a tile (${largestEntry})`);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** Reads what `printBundle` wrote. @throws LedgerError `not-a-tile` where it ends within an entry */
export function parseBundle(bytes: Buffer): readonly Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 2 + (at + 2 <= bytes.length ? bytes.readUInt16BE(at) : bytes.length);
    if (end > bytes.length) throw new LedgerError('not-a-tile', `entry ${entries.length} of a bundle is cut off`);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
