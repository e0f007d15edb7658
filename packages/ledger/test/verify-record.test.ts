import { describe, expect, it } from 'vitest';
import { append, emptyEdge, entryHash, parseCheckpoint, printCheckpoint, verifyRecord } from '@vedette/ledger';

const entries = Array.from({ length: 9 }, (_, index) => {
  const content = {
    index,
    at: '2026-03-01T12:00:00.000Z',
    actor: 'anna',
    action: 'alert.decided',
    subject: `alert-${index}`,
    details: { verdict: 'protected', copies: index },
  };
  return { ...content, leafHash: entryHash(content) };
});
const edge = entries.reduce((tree, { leafHash }) => append(tree, Buffer.from(leafHash, 'hex')), emptyEdge);
const checkpoint = parseCheckpoint(printCheckpoint('example.org/record', edge));

const kinds = async (given: typeof entries) => {
  const { ok, findings } = await verifyRecord(given, checkpoint);
  return { ok, first: findings[0]?.kind, index: findings[0]?.index };
};

describe('a record', () => {
  it('is whole when every entry is what was written', async () => {
    expect(await verifyRecord(entries, checkpoint)).toEqual({ ok: true, size: 9, findings: [] });
  });

  it('names the entry that was changed', async () => {
    const changed = entries.map((entry) => (entry.index === 4 ? { ...entry, actor: 'ben' } : entry));
    expect(await kinds(changed)).toEqual({ ok: false, first: 'changed', index: 4 });
  });

  it('names the entry that was dropped, also at the end', async () => {
    expect(await kinds(entries.filter(({ index }) => index !== 4))).toEqual({ ok: false, first: 'dropped', index: 4 });
    expect(await kinds(entries.slice(0, 8))).toEqual({ ok: false, first: 'dropped', index: 8 });
  });

  it('names entries that changed places', async () => {
    const moved = [...entries.slice(0, 3), ...entries.slice(4, 5), ...entries.slice(3, 4), ...entries.slice(5)];
    const { findings } = await verifyRecord(moved, checkpoint);
    expect(findings.map(({ kind, index }) => [kind, index])).toContainEqual(['reordered', 3]);
  });

  it('is caught when an entry and its hash were changed together', async () => {
    const forged = entries.map((entry) => {
      const content = { ...entry, actor: entry.index === 4 ? 'ben' : entry.actor };
      return { ...content, leafHash: entryHash(content) };
    });
    expect(await kinds(forged)).toEqual({ ok: false, first: 'root', index: 9 });
  });

  it('may have grown since the checkpoint', async () => {
    const content = { ...entries[0], index: 9, at: '', actor: '', action: '', subject: '', details: {} };
    expect((await verifyRecord([...entries, { ...content, leafHash: entryHash(content) }], checkpoint)).ok).toBe(true);
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
