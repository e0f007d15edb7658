import {
  append,
  commitmentOf,
  emptyEdge,
  entryBytes,
  hashesOfTiles,
  inclusionPath,
  leafHash,
  newSalt,
  parseCheckpoint,
  printCheckpoint,
  tileWidth,
  verifyRecord,
} from '@vedette/ledger';
import { openBenchStore } from '../bench-store.mjs';
import { seeded } from '../random.mjs';

const large = 1_000_000;
const atOnce = 500;
const at = '2026-03-01T12:00:00.000Z';

/** @param {number} index */
function content(index) {
  return {
    actor: 'anna',
    subject: `alert-${String(index)}`,
    details: { verdict: 'protected', copies: index % 7, by: 'Anna' },
  };
}

/** A record of a million entries as the database keeps it, and its tree. */
function million() {
  const entries = [];
  let edge = emptyEdge;
  /** @type {Buffer[][]} */
  const levels = [[], [], [], []];
  for (let from = 0; from < large; from += atOnce) {
    const batch = Array.from({ length: atOnce }, (_, n) => {
      const salt = newSalt();
      const said = content(from + n);
      const committed = { index: from + n, at, action: 'alert.decided', commitment: commitmentOf(said, salt) };
      return { ...committed, content: said, salt, leaf: leafHash(entryBytes(committed)) };
    });
    const grown = append(
      edge,
      batch.map(({ leaf }) => leaf),
    );
    edge = grown.edge;
    for (const { leaf, ...entry } of batch) {
      levels[0]?.push(leaf);
      entries.push({ ...entry, leafHash: leaf.toString('hex') });
    }
    for (const { level, hash } of grown.full) levels[level]?.push(hash);
  }
  return { entries, edge, levels };
}

/** @type {ReturnType<typeof million> | undefined} */
let kept;

/** @param {'embedded' | 'postgresql'} engine */
async function appendInBatches(engine) {
  const { store, close } = await openBenchStore(engine);
  const count = 20_000;
  return {
    count,
    close,
    round: async () => {
      for (let from = 0; from < count; from += atOnce)
        await store.record.append(
          ...Array.from({ length: atOnce }, (_, n) => ({
            at: Date.now(),
            actor: { id: 'anna', name: 'Anna' },
            action: 'alert.decided',
            subject: `alert-${String(from + n)}`,
            details: { verdict: 'protected' },
          })),
        );
    },
  };
}

async function prove() {
  const { levels } = (kept ??= million());
  const read = async (/** @type {import('@vedette/ledger').TilePlace} */ { level, n, width }) =>
    level === 'entries' ? undefined : Buffer.concat((levels[level] ?? []).slice(n * tileWidth, n * tileWidth + width));
  const random = seeded(7);
  const count = 200;
  return {
    count,
    note: 'tiles made from hashes in memory for each proof; no cache',
    round: async () => {
      for (let n = 0; n < count; n += 1)
        await inclusionPath(hashesOfTiles(read, large), Math.floor(random() * large), large);
    },
  };
}

async function verify() {
  const { entries, edge } = (kept ??= million());
  const checkpoints = [parseCheckpoint(printCheckpoint('bench', edge))];
  return {
    count: large,
    note: 'commitments, leaf hashes, order, time and root of a million entries',
    round: async () => {
      const { ok } = await verifyRecord(entries, { checkpoints });
      if (!ok) throw new Error('the record does not verify');
    },
  };
}

/** @type {import('../run.mjs').Group} */
export const record = {
  title: 'The record',
  unit: 'entries/s',
  about: `Entries of the record: written in transactions of ${String(atOnce)}, proved and verified in one of 1,000,000. A proof is one entry.`,
  cases: {
    'append, PGlite': () => appendInBatches('embedded'),
    'append, PostgreSQL': () => appendInBatches('postgresql'),
    'inclusion proof among 1,000,000': prove,
    'verify 1,000,000': verify,
  },
};
