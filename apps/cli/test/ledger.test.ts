import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { cli } from './run-cli.js';
import { useScratch } from './scratch.js';

const { put, path } = useScratch();

const hash = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (text: string) => hash(Buffer.from([0]), Buffer.from(text));
const node = (left: Uint8Array, right: Uint8Array) => hash(Buffer.from([1]), left, right);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

// a tree of two leaves (RFC 6962, 2.1)
const [first, second] = [leaf('one'), leaf('two')];
const root = node(first, second);
const inclusion = { leafIdx: 1, treeSize: 2, root: base64(root), leafHash: base64(second), proof: [base64(first)] };
const consistency = { size1: 1, size2: 2, root1: base64(first), root2: base64(root), proof: [base64(second)] };

describe('vedette ledger check-proof', () => {
  it('says of each case whether its proof holds', async () => {
    const files = [
      put('inclusion.json', JSON.stringify(inclusion)),
      put('consistency.json', JSON.stringify(consistency)),
      put('damaged.json', JSON.stringify({ ...inclusion, leafIdx: 0 })),
    ];
    const { status, lines, stderr } = await cli(['ledger', 'check-proof', ...files]);
    expect(lines).toEqual([
      { file: files[0], kind: 'inclusion', ok: true },
      { file: files[1], kind: 'consistency', ok: true },
      { file: files[2], kind: 'inclusion', ok: false },
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('damaged.json: the inclusion proof does not hold');
  });

  it('is status 0 where every proof holds', async () => {
    expect((await cli(['ledger', 'check-proof', put('a.json', JSON.stringify(consistency))])).status).toBe(0);
  });

  it('rejects what is no proof case, and goes on', async () => {
    const files = [path('none.json'), put('text.json', 'words'), put('a.json', JSON.stringify(inclusion))];
    const { status, lines, stderr } = await cli(['ledger', 'check-proof', ...files]);
    expect([status, lines.length]).toEqual([1, 1]);
    expect(stderr).toMatch(/rejected .*none\.json: there is no such file\nvedette: rejected .*text\.json: /u);
  });
});
