import { describe, expect, it } from 'vitest';
import {
  append,
  commitmentOf,
  emptyEdge,
  entryHash,
  type KeptEntry,
  newSalt,
  parseCheckpoint,
  printCheckpoint,
  verifyRecord,
} from '@vedette/ledger';

interface Told {
  readonly at?: string;
  readonly action?: string;
  readonly actor?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An entry with content and salt, as it is kept. */
function kept(index: number, { at, action = 'alert.decided', actor = 'anna', details = {} }: Told = {}): KeptEntry {
  const content = { actor, subject: `alert-${index}`, details };
  const salt = newSalt();
  const minute = String(index).padStart(2, '0');
  const committed = {
    index,
    at: at ?? `2026-03-01T12:${minute}:00.000Z`,
    action,
    commitment: commitmentOf(content, salt),
  };
  return { ...committed, content, salt, leafHash: entryHash(committed) };
}

function checkpointOf(entries: readonly KeptEntry[], size = entries.length) {
  const leaves = entries.slice(0, size).map(({ leafHash }) => Buffer.from(leafHash, 'hex'));
  return parseCheckpoint(printCheckpoint('example.org/record', append(emptyEdge, leaves).edge));
}

const entries = Array.from({ length: 9 }, (_, index) => kept(index));
const checkpoints = [checkpointOf(entries), checkpointOf(entries, 4)];

async function findingsIn(given: readonly KeptEntry[]): Promise<readonly string[]> {
  const { ok, findings } = await verifyRecord(given, { checkpoints });
  expect(ok).toBe(findings.length === 0);
  return findings.map(({ kind, index }) => `${kind} ${index}`);
}

function withEntry(index: number, change: (entry: KeptEntry) => KeptEntry): readonly KeptEntry[] {
  return entries.map((entry) => (entry.index === index ? change(entry) : entry));
}

describe('a record', () => {
  it('is whole when every entry is what was written', async () => {
    expect(await verifyRecord(entries, { checkpoints })).toEqual({ ok: true, size: 9, findings: [] });
  });

  it('names the entry whose content, time, action, commitment or salt was changed', async () => {
    const changes: readonly ((entry: KeptEntry) => KeptEntry)[] = [
      (entry) => ({ ...entry, content: { actor: 'ben', subject: 'alert-4', details: {} } }),
      (entry) => ({ ...entry, at: '2026-03-01T12:04:00.001Z' }),
      (entry) => ({ ...entry, action: 'alert.reopened' }),
      (entry) => ({ ...entry, commitment: 'ab'.repeat(32) }),
      (entry) => ({ ...entry, salt: newSalt() }),
      (entry) => ({ ...entry, leafHash: 'ab'.repeat(32) }),
    ];
    for (const change of changes) expect((await findingsIn(withEntry(4, change)))[0]).toBe('changed 4');
  });

  it('names the entry that was dropped, also at the end', async () => {
    expect((await findingsIn(entries.filter(({ index }) => index !== 4)))[0]).toBe('dropped 4');
    expect((await findingsIn(entries.slice(0, 8)))[0]).toBe('dropped 8');
  });

  it('names entries that changed places or stand there twice', async () => {
    const moved = [...entries.slice(0, 3), ...entries.slice(4, 5), ...entries.slice(3, 4), ...entries.slice(5)];
    expect(await findingsIn(moved)).toContain('reordered 3');
    expect(await findingsIn([...entries.slice(0, 4), ...entries.slice(3)])).toContain('reordered 3');
  });

  it('names the stretch in which an entry was rewritten together with its hashes', async () => {
    expect(await findingsIn(withEntry(6, () => kept(6, { actor: 'ben' })))).toEqual(['root 9']);
    const { findings } = await verifyRecord(
      withEntry(6, () => kept(6, { actor: 'ben' })),
      { checkpoints },
    );
    expect(findings[0]?.message).toContain('from 4 to 8');
    expect(await findingsIn(withEntry(2, () => kept(2, { actor: 'ben' })))).toEqual(['root 4', 'root 9']);
  });

  it('names the entry that was rewritten where its hash was published', async () => {
    const rewritten = withEntry(6, () => kept(6, { actor: 'ben' }));
    const { findings } = await verifyRecord(rewritten, {
      checkpoints: [],
      published: async (index) => entries[index]?.leafHash,
    });
    expect(findings).toEqual([{ kind: 'changed', index: 6, message: 'entry 6 is not the one that was published' }]);
  });

  it('names the entry that was dated back', async () => {
    const late = [...entries, kept(9, { at: '2026-03-01T11:00:00.000Z' })];
    expect(await findingsIn(late)).toEqual(['back-dated 9']);
  });

  it('stays provable when content is erased and an entry says so', async () => {
    const erased = withEntry(4, (entry) => ({ ...entry, content: undefined, salt: undefined }));
    expect(await findingsIn(erased)).toEqual(['erased 4']);
    expect(await findingsIn([...erased, kept(9, { action: 'record.erased', details: { entries: [4] } })])).toEqual([]);
  });

  it('may have grown since the checkpoint', async () => {
    expect(await findingsIn([...entries, kept(9)])).toEqual([]);
  });

  it('may begin with entries that were written before contents had salts', async () => {
    const content = {
      index: 0,
      at: '2026-01-01T00:00:00.000Z',
      actor: 'anna',
      action: 'source.added',
      subject: 's',
      details: { by: 'Anna' },
    };
    const plain = { ...content, leafHash: entryHash(content) };
    expect(plain.leafHash).toBe('e493d2a943b46fc579af175dd73d7e81cacaba7b4d3eb8f35965db603421cafc');
    const mixed = [plain, kept(1)];
    expect((await verifyRecord(mixed, { checkpoints: [checkpointOf(mixed)] })).ok).toBe(true);
    const changed = [{ ...plain, actor: 'ben' }, ...mixed.slice(1)];
    expect((await verifyRecord(changed, { checkpoints: [] })).findings[0]).toMatchObject({ kind: 'changed', index: 0 });
  });
});

describe('a commitment', () => {
  const content = { actor: 'anna', subject: 'alert-1', details: { b: 1, a: [2, { d: 1, c: 2 }] } };

  it('is the same for the same content in another order, and another for another salt', () => {
    const salt = newSalt();
    const turned = { details: { a: [2, { c: 2, d: 1 }], b: 1 }, subject: 'alert-1', actor: 'anna' };
    expect(commitmentOf(turned, salt)).toBe(commitmentOf(content, salt));
    expect(commitmentOf(content, newSalt())).not.toBe(commitmentOf(content, salt));
  });
});

describe('a checkpoint', () => {
  it('has the three lines of C2SP tlog-checkpoint', () => {
    expect(printCheckpoint('example.org/record', emptyEdge)).toBe(
      'example.org/record\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    );
  });

  it('that is none is named by its line', () => {
    expect(() => parseCheckpoint('x\n01\n')).toThrow('line 2');
    expect(() => parseCheckpoint('x\n1\nnope')).toThrow('line 3');
  });
});
