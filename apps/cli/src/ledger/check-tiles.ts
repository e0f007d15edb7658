import { verifyTiles } from '@vedette/ledger';
import type { Session } from '../terminal/session.js';
import { readTileFolder, readVerifier } from './published.js';

export interface CheckTilesFlags {
  /** file with the public key that checks the signature of the checkpoint */
  readonly key?: string;
}

/** Checks a folder of published tiles without the data: one finding a line, then `{path, ok, size, signature}`. */
export async function checkTiles(folder: string, flags: CheckTilesFlags, session: Session): Promise<void> {
  const verifier = flags.key === undefined ? undefined : await readVerifier(flags.key);
  const { witness, readTile } = await readTileFolder(folder, verifier);
  const { size } = witness.checkpoint;
  const signature = witness.signature ?? 'not checked';
  let ok = verifier === undefined || witness.signature === 'holds';
  if (!ok) await tell('checkpoint', `the key did not sign it (${signature})`);
  for await (const { path, message } of verifyTiles(readTile, witness.checkpoint)) {
    ok = false;
    await tell(path, message);
  }
  if (!ok) session.failed();
  const mark = ok ? session.paint('green', 'ok  ') : session.paint('red', 'FAIL');
  await (session.pretty
    ? session.out.line(`${mark} ${folder}: ${String(size)} entries, signature ${signature}`)
    : session.out.json({ path: folder, ok, size, signature }));

  async function tell(path: string, message: string): Promise<void> {
    await (session.pretty
      ? session.out.line(`${session.paint('red', 'FAIL')} ${path}: ${message}`)
      : session.out.json({ path, ok: false, message }));
  }
}
