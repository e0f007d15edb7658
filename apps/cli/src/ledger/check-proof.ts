import { readFile } from 'node:fs/promises';
import { checkProof, LedgerError } from '@vedette/ledger';
import type { Session } from '../terminal/session.js';

/** Proof cases are small; what is larger is something else. Bytes. */
const largestCase = 4 * 2 ** 20;

/** Checks each proof case: `{file, kind, ok}` a line. A file that is no proof case is rejected. */
export async function checkProofFiles(files: readonly string[], session: Session): Promise<void> {
  for (const file of files) {
    session.signal.throwIfAborted();
    const verdict = await verdictOf(file);
    if ('reason' in verdict) {
      session.reject({ where: file, reason: verdict.reason });
      continue;
    }
    if (!verdict.ok) {
      session.failed();
      session.warn(`${file}: the ${verdict.kind} proof does not hold`);
    }
    if (session.pretty) {
      const mark = verdict.ok ? session.paint('green', 'ok  ') : session.paint('red', 'FAIL');
      await session.out.line(`${mark} ${file}: ${verdict.kind}`);
    } else {
      await session.out.json({ file, kind: verdict.kind, ok: verdict.ok });
    }
  }
}

async function verdictOf(file: string): Promise<ReturnType<typeof checkProof> | { readonly reason: string }> {
  try {
    const content = await readFile(file);
    if (content.length > largestCase) return { reason: 'is too large for a proof case' };
    return checkProof(content.toString('utf8'));
  } catch (error) {
    if (error instanceof LedgerError) return { reason: error.message };
    if (error instanceof Error && 'code' in error) {
      return { reason: error.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${String(error.code)})` };
    }
    throw error;
  }
}
