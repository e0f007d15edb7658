import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  hashesOfTiles,
  type KeptEntry,
  LedgerError,
  type NoteVerifier,
  type ReadTile,
  verifyRecord,
} from '@vedette/ledger';
import type { Store } from '@vedette/store';
import { dataDirOf } from '../data-location.js';
import { openExisting } from '../open-existing.js';
import type { Session } from '../terminal/session.js';
import { readTileFolder, readVerifier, readWitness, type Witness, witnessOf } from './published.js';

export interface VerifyRecordFlags {
  readonly data?: string;
  /** checkpoints that were kept elsewhere: what somebody who rewrites the record cannot rewrite with it */
  readonly checkpoint?: readonly string[];
  /** a folder of published tiles; it names the entry that was rewritten together with its hashes */
  readonly tiles?: string;
  /** file with the public key that checks signatures */
  readonly key?: string;
}

/**
 * Checks the whole record against its head, every state that was signed, what was published, and the checkpoints given:
 * one finding a line, then `{ok, size, checkpoints, signed, findings}`.
 */
export async function verifyWholeRecord(flags: VerifyRecordFlags, session: Session): Promise<void> {
  const dataDir = dataDirOf(flags.data);
  const verifier = await keyOf(flags.key, dataDir);
  const kept = await Promise.all((flags.checkpoint ?? []).map((file) => readWitness(file, verifier)));
  const published = await publishedTiles(flags.tiles, dataDir, verifier);
  const store = await openExisting(flags.data, session);
  try {
    const witnesses = [
      witnessOf('head', await store.record.checkpoint(), undefined),
      ...(await sealedStates(store, verifier)),
      ...(published === undefined ? [] : [published.witness]),
      ...kept,
    ];
    const findings: { readonly kind: string; readonly index: number; readonly message: string }[] = witnesses
      .filter(({ signature }) => signature === 'does not hold')
      .map(({ name, checkpoint: { size } }) => ({
        kind: 'signature',
        index: size,
        message: `the checkpoint of ${String(size)} entries (${name}) is not what was signed`,
      }));
    const verdict = await verifyRecord(flat(store.record.entries()), {
      checkpoints: witnesses.map(({ checkpoint }) => checkpoint),
      ...(published === undefined ? {} : { published: leafReader(published, findings) }),
    });
    findings.push(...verdict.findings);
    const ok = findings.length === 0;
    if (!ok) session.failed();
    const signed = witnesses.filter(({ signature }) => signature === 'holds').length;
    const { size } = verdict;
    const summary = { ok, size, checkpoints: witnesses.length, signed, findings: findings.length };
    for (const finding of findings)
      await (session.pretty
        ? session.out.line(`${session.paint('red', 'FAIL')} ${finding.kind}: ${finding.message}`)
        : session.out.json({ ok: false, ...finding }));
    const mark = ok ? session.paint('green', 'ok  ') : session.paint('red', 'FAIL');
    const counts = `${String(size)} entries, ${String(summary.checkpoints)} checkpoints (${String(signed)} signed)`;
    await (session.pretty ? session.out.line(`${mark} ${counts}`) : session.out.json(summary));
  } finally {
    await store.close();
  }
}

async function keyOf(flag: string | undefined, dataDir: string): Promise<NoteVerifier | undefined> {
  const own = join(dataDir, 'record-key.pub');
  if (flag === undefined && !existsSync(own)) return undefined;
  return await readVerifier(flag ?? own);
}

type Published = Awaited<ReturnType<typeof readTileFolder>>;

async function publishedTiles(
  flag: string | undefined,
  dataDir: string,
  verifier: NoteVerifier | undefined,
): Promise<Published | undefined> {
  const own = join(dataDir, 'record');
  if (flag === undefined && !existsSync(join(own, 'checkpoint'))) return undefined;
  return await readTileFolder(flag ?? own, verifier);
}

async function sealedStates(store: Pick<Store, 'record'>, verifier: NoteVerifier | undefined): Promise<Witness[]> {
  const sealed = await store.record.sealed();
  return sealed.map(({ size, note }) => witnessOf(`signed at ${String(size)}`, note, verifier));
}

/** The leaf hash that was published for an entry. A tile that is damaged is a finding, once; it says nothing then. */
function leafReader(
  { witness, readTile }: { readonly witness: Witness; readonly readTile: ReadTile },
  findings: { readonly kind: string; readonly index: number; readonly message: string }[],
): (index: number) => Promise<string | undefined> {
  const { size } = witness.checkpoint;
  const read = hashesOfTiles(readTile, size);
  const damaged = new Set<string>();
  return async (index) => {
    if (index >= size) return undefined;
    try {
      return Buffer.from(await read(0, index, 1)).toString('hex');
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      if (!damaged.has(error.message)) findings.push({ kind: 'tile', index, message: error.message });
      damaged.add(error.message);
      return undefined;
    }
  };
}

async function* flat(batches: AsyncIterable<readonly KeptEntry[]>): AsyncGenerator<KeptEntry> {
  for await (const batch of batches) yield* batch;
}
