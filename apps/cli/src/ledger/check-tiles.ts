import { verifyTiles } from '@vedette/ledger';
import type { Session } from '../terminal/session.js';
import { readTileFolder, readVerifiers } from './published.js';

export interface CheckTilesFlags {
  /** files with public keys, one of which must have signed the checkpoint */
  readonly key?: readonly string[];
}

/** Checks a folder of published tiles without the data: one finding a line, then `{path, ok, size, signature}`. */
export async function checkTiles(folder: string, flags: CheckTilesFlags, session: Session): Promise<void> {
  const { witness, readTile } = await readTileFolder(folder, await readVerifiers(flags.key ?? []));
  const { signature } = witness;
  const { size } = witness.checkpoint;
  let ok = signature === 'holds' || signature === 'not checked';
  if (!ok) await tell('checkpoint', `its signature ${signature === 'missing' ? 'by the key is missing' : signature}`);
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
