import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Records up to this size together stay in memory, larger ones go to a temporary file; bytes. */
const mostInMemory = 4 * 2 ** 20;
const lengthBytes = 4;

/**
 * Records that wait, in order, for something that stands behind them in their file (the name of a chat after its
 * messages). Memory stays bounded however many there are. Call `remove` when done.
 */
export class HeldRecords {
  #kept: Buffer[] = [];
  #keptBytes = 0;
  #spool: { readonly folder: string; readonly handle: FileHandle } | undefined;

  /** Keeps one more; gives a promise where that has to be written first. */
  add(record: Buffer): Promise<void> | undefined {
    const length = Buffer.allocUnsafe(lengthBytes);
    length.writeUInt32LE(record.length);
    this.#kept.push(length, record);
    this.#keptBytes += lengthBytes + record.length;
    return this.#keptBytes > mostInMemory ? this.#write() : undefined;
  }

  /** All of them in their order, many at a time. */
  async *batches(): AsyncGenerator<readonly Buffer[]> {
    if (this.#spool === undefined) {
      yield this.#kept.filter((_, index) => index % 2 === 1);
      return;
    }
    await this.#write();
    const stream = this.#spool.handle.createReadStream({ start: 0, autoClose: false, highWaterMark: 256 * 1024 });
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of stream) {
      if (!Buffer.isBuffer(chunk)) continue;
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const records: Buffer[] = [];
      let from = 0;
      while (rest.length - from >= lengthBytes) {
        const end = from + lengthBytes + rest.readUInt32LE(from);
        if (end > rest.length) break;
        records.push(rest.subarray(from + lengthBytes, end));
        from = end;
      }
      rest = rest.subarray(from);
      yield records;
    }
  }

  async remove(): Promise<void> {
    this.#kept = [];
    const spool = this.#spool;
    this.#spool = undefined;
    if (spool === undefined) return;
    await spool.handle.close();
    await rm(spool.folder, { recursive: true, force: true });
  }

  async #write(): Promise<void> {
    if (this.#spool === undefined) {
      const folder = await mkdtemp(join(tmpdir(), 'vedette-'));
      this.#spool = { folder, handle: await open(join(folder, 'records'), 'wx+', 0o600) };
    }
    await this.#spool.handle.appendFile(Buffer.concat(this.#kept));
    this.#kept = [];
    this.#keptBytes = 0;
  }
}
