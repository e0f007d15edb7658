import { crc32, deflateRawSync } from 'node:zlib';

/** A member to write: its content, and what makes it unusual. */
export interface ArchiveMember {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly encrypted?: boolean;
  /** Unix mode with type, such as 0o120777 for a symbolic link */
  readonly mode?: number;
  /** written instead of the right checksum */
  readonly checksum?: number;
}

/**
 * A zip as the common tools write it (APPNOTE.TXT: local headers, central directory, end record), for tests of what
 * reads one: members may be damaged, encrypted or links.
 * @example zipOf({ name: 'posts.ndjson', content: '{"text":"hello"}\n' }, { name: 'bad', content: 'x', checksum: 1 })
 */
export function zipOf(...members: readonly ArchiveMember[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, encrypted = false, mode = 0o100644, checksum } of members) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const encoded = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(checksum ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(encoded.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, encoded, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), fields, tail, encoded);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]);
}
