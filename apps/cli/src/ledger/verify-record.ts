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
import { readTileFolder, readVerifiers, readWitness, type Witness, witnessOf } from './published.js';

export interface VerifyRecordFlags {
  readonly data?: string;
  /** checkpoints that were kept elsewhere: what somebody who rewrites the record cannot rewrite with it */
  readonly checkpoint?: readonly string[];
  /** a folder of published tiles; it names the entry that was rewritten together with its hashes */
  readonly tiles?: string;
  /** files with the public keys that may have signed */
  readonly key?: readonly string[];
}

/**
 * Checks the whole record against its head, every state that was signed, what was published, and the checkpoints given:
 * one finding a line, then `{ok, size, checkpoints, signed, findings}`.
 */
export async function verifyWholeRecord(flags: VerifyRecordFlags, session: Session): Promise<void> {
  const dataDir = dataDirOf(flags.data);
  const verifiers = await keysOf(flags.key, dataDir);
  const kept = await Promise.all((flags.checkpoint ?? []).map((file) => readWitness(file, verifiers)));
  const published = await publishedTiles(flags.tiles, dataDir, verifiers);
  const store = await openExisting(flags.data, session);
  try {
    const signedHere = [
      ...(await sealedStates(store, verifiers)),
      ...(published === undefined ? [] : [published.witness]),
    ];
    const head = witnessOf('head', await store.record.checkpoint(), []);
    const witnesses = [head, ...signedHere, ...kept];
    const findings = signatureFindings(signedHere, kept, head, verifiers.length > 0);
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

interface Finding {
  readonly kind: string;
  readonly index: number;
  readonly message: string;
}

/**
 * What this program signs bears its signature; of what was kept elsewhere a signature may be missing, as long as it is not
 * a wrong one. Whoever rewrote the record could also have taken all signed states away.
 */
function signatureFindings(
  signedHere: readonly Witness[],
  kept: readonly Witness[],
  head: Witness,
  keysKnown: boolean,
): Finding[] {
  const wrong = [...signedHere, ...kept].filter(({ signature }) => signature === 'does not hold');
  const missing = signedHere.filter(({ signature }) => signature === 'missing');
  const findings = [...wrong, ...missing].map(({ name, signature, checkpoint: { size } }) => ({
    kind: 'signature',
    index: size,
    message: `the checkpoint of ${String(size)} entries (${name}): its signature ${signature === 'missing' ? 'by a known key is missing' : signature}`,
  }));
  const { size } = head.checkpoint;
  if (keysKnown && size > 0 && signedHere.length === 0)
    findings.push({ kind: 'signature', index: size, message: 'there is a key, and no state that it signed' });
  return findings;
}

async function keysOf(flag: readonly string[] | undefined, dataDir: string): Promise<NoteVerifier[]> {
  const own = join(dataDir, 'record-key.pub');
  return await readVerifiers(flag ?? (existsSync(own) ? [own] : []));
}

type Published = Awaited<ReturnType<typeof readTileFolder>>;

async function publishedTiles(
  flag: string | undefined,
  dataDir: string,
  verifiers: readonly NoteVerifier[],
): Promise<Published | undefined> {
  const own = join(dataDir, 'record');
  if (flag === undefined && !existsSync(join(own, 'checkpoint'))) return undefined;
  return await readTileFolder(flag ?? own, verifiers);
}

async function sealedStates(store: Pick<Store, 'record'>, verifiers: readonly NoteVerifier[]): Promise<Witness[]> {
  const sealed = await store.record.sealed();
  return sealed.map(({ size, note }) => witnessOf(`signed at ${String(size)}`, note, verifiers));
}

/** The leaf hash that was published for an entry. A tile that is damaged is a finding, once; it says nothing then. */
function leafReader(
  { witness, readTile }: { readonly witness: Witness; readonly readTile: ReadTile },
  findings: Finding[],
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
