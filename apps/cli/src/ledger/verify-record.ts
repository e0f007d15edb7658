import { readFile } from 'node:fs/promises';
import type { RecordEntry } from '@vedette/contract';
import { LedgerError, parseCheckpoint, verifyRecord, type Checkpoint } from '@vedette/ledger';
import { UsageError } from '../errors.js';
import { openExisting } from '../open-existing.js';
import type { Session } from '../terminal/session.js';

export interface VerifyRecordFlags {
  readonly data?: string;
  /** checkpoints that were kept elsewhere: what somebody who rewrites the record cannot rewrite with it */
  readonly checkpoint?: readonly string[];
}

/**
 * Checks the whole record against its own checkpoint and those given: one finding a line, then one line for each
 * checkpoint.
 */
export async function verifyWholeRecord(flags: VerifyRecordFlags, session: Session): Promise<void> {
  const kept = await Promise.all((flags.checkpoint ?? []).map(readCheckpoint));
  const store = await openExisting(flags.data, session);
  try {
    const own = { name: 'own', checkpoint: parseCheckpoint(await store.record.checkpoint()) };
    for (const { name, checkpoint } of [own, ...kept]) {
      const { ok, size, findings } = await verifyRecord(flat(store.record.entries()), checkpoint);
      if (!ok) session.failed();
      for (const finding of findings) await session.out.json({ checkpoint: name, ok: false, ...finding });
      const summary = {
        checkpoint: name,
        ok,
        size,
        entries: checkpoint.size,
        root: checkpoint.root.toString('base64'),
      };
      if (session.pretty) {
        const mark = ok ? session.paint('green', 'ok  ') : session.paint('red', 'FAIL');
        await session.out.line(`${mark} ${name}: ${String(size)} entries, ${String(findings.length)} findings`);
      } else {
        await session.out.json(summary);
      }
    }
  } finally {
    await store.close();
  }
}

async function readCheckpoint(file: string): Promise<{ readonly name: string; readonly checkpoint: Checkpoint }> {
  try {
    return { name: file, checkpoint: parseCheckpoint(await readFile(file, 'utf8')) };
  } catch (error) {
    const reason = error instanceof LedgerError ? error.message : 'it cannot be read';
    throw new UsageError(`${file}: ${reason}`, error);
  }
}

async function* flat(batches: AsyncIterable<readonly RecordEntry[]>): AsyncGenerator<RecordEntry> {
  for await (const batch of batches) yield* batch;
}
