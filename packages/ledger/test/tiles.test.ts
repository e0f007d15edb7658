import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  append,
  checkProof,
  consistencyPath,
  emptyEdge,
  entryBytes,
  hashesOfTiles,
  inclusionPath,
  leafHash,
  LedgerError,
  newTiles,
  parseBundle,
  parseTilePath,
  printBundle,
  printCheckpoint,
  parseCheckpoint,
  root,
  rootFromTiles,
  tilePath,
  tilesOf,
  verifyTiles,
} from '@vedette/ledger';

/** Entries of a log that was published tile by tile, as a folder holds it. */
function published(size: number): {
  readonly files: Map<string, Buffer>;
  readonly entries: readonly Buffer[];
  readonly leaves: readonly Buffer[];
} {
  const entries = Array.from({ length: size }, (_, index) =>
    entryBytes({ index, at: '2026-03-01T12:00:00.000Z', action: 'alert.decided', commitment: `${index}` }),
  );
  const leaves = entries.map(leafHash);
  const { full } = append(emptyEdge, leaves);
  const above = [1, 2].map((level) => full.filter((tile) => tile.level === level).map(({ hash }) => hash));
  const rows = [leaves, ...above];
  const files = new Map<string, Buffer>();
  for (const place of tilesOf(size)) {
    const slice = <T>(row: readonly T[]) => row.slice(place.n * 256, place.n * 256 + place.width);
    files.set(
      tilePath(place),
      place.level === 'entries' ? printBundle(slice(entries)) : Buffer.concat(slice(rows[place.level] ?? [])),
    );
  }
  return { files, entries, leaves };
}

function checkpointOf(entries: readonly Buffer[]) {
  return parseCheckpoint(printCheckpoint('example.org/record', append(emptyEdge, entries.map(leafHash)).edge));
}

const b64 = (hash: Buffer) => hash.toString('base64');

/** The proofs for an entry, and for the log that ends with it, in a log of a size; as the command checks them. */
async function proofsOf({ files, leaves }: ReturnType<typeof published>, index: number, size: number) {
  const read = hashesOfTiles(async (place) => files.get(tilePath(place)), leaves.length);
  const rootOf = (count: number) => root(append(emptyEdge, leaves.slice(0, count)).edge);
  const whole = rootOf(size);
  expect(await rootFromTiles(read, size)).toEqual(whole);
  const inclusion = {
    leafIdx: index,
    treeSize: size,
    root: b64(whole),
    leafHash: b64(leaves[index] ?? Buffer.alloc(0)),
    proof: (await inclusionPath(read, index, size)).map(b64),
  };
  const consistency = {
    size1: index + 1,
    size2: size,
    root1: b64(rootOf(index + 1)),
    root2: b64(whole),
    proof: (await consistencyPath(read, index + 1, size)).map(b64),
  };
  return [inclusion, consistency].map((proof) => checkProof(JSON.stringify(proof)).ok);
}

describe('the place of a tile', () => {
  it('is the path that the standard gives as its example', () => {
    expect(tilePath({ level: 0, n: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 'entries', n: 0, width: 3 })).toBe('tile/entries/000.p/3');
  });

  it('is read back from its path, and from no other spelling', () => {
    for (const place of tilesOf(70_000)) expect(parseTilePath(tilePath(place))).toEqual(place);
    for (const wrong of [
      'tile/0/1',
      'tile/00/000',
      'tile/0/x000/001',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      '../0/000',
    ])
      expect(parseTilePath(wrong)).toBeUndefined();
  });

  it('is one of those that the standard counts for 70,000 and for 256 entries', () => {
    const tiles = [...tilesOf(70_000)];
    const rows = [0, 1, 2].map((row) => tiles.filter(({ level }) => level === row));
    expect(rows.map((row) => [row.length, row.at(-1)?.width])).toEqual([
      [274, 112],
      [2, 17],
      [1, 1],
    ]);
    expect([...tilesOf(256)].map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1', 'tile/entries/000']);
  });

  it('is new where a log grew, and nowhere else', () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.nat(3_000), (a, b) => {
        const [before, size] = [Math.min(a, b), Math.max(a, b)];
        const had = new Set([...tilesOf(before)].map(tilePath));
        expect([...newTiles(before, size)].map(tilePath)).toEqual(
          [...tilesOf(size)].map(tilePath).filter((path) => !had.has(path)),
        );
      }),
    );
  });
});

describe('proofs from tiles', () => {
  const log = published(1_500);

  it('hold for every entry and every size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_500 }), fc.nat(), async (size, a) => {
        expect(await proofsOf(log, a % size, size)).toEqual([true, true]);
      }),
      {
        examples: [
          [1, 0],
          [256, 255],
          [257, 256],
          [512, 256],
          [1_500, 1_499],
        ],
      },
    );
  });

  it('hold where tiles stand on tiles of tiles', async () => {
    const large = published(66_000);
    for (const [index, size] of [
      [65_999, 66_000],
      [0, 65_536],
      [65_535, 65_537],
    ] as const)
      expect(await proofsOf(large, index, size)).toEqual([true, true]);
  });

  it('are refused for what is not there', async () => {
    const read = hashesOfTiles(async (place) => log.files.get(tilePath(place)), 1_500);
    await expect(inclusionPath(read, 5, 5)).rejects.toThrow('entry 5 is not among the first 5');
    await expect(consistencyPath(read, 6, 5)).rejects.toThrow('cannot begin with 6');
    await expect(
      rootFromTiles(
        hashesOfTiles(async () => undefined, 3),
        3,
      ),
    ).rejects.toMatchObject({ code: 'not-a-tile' });
  });
});

describe('a published log', () => {
  const small = published(600);
  const checkpoint = checkpointOf(small.entries);
  const findingsIn = async (files: ReadonlyMap<string, Buffer>) => {
    const found: string[] = [];
    for await (const { path, message } of verifyTiles(async (place) => files.get(tilePath(place)), checkpoint))
      found.push(`${path} ${message}`);
    return found;
  };

  it('is whole as it was published', async () => {
    expect(await findingsIn(small.files)).toEqual([]);
  });

  it('is found out at any byte that is changed, cut off or missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...small.files.keys()),
        fc.nat(),
        fc.constantFrom('flip', 'cut', 'drop'),
        async (path, at, how) => {
          const files = new Map(small.files);
          const bytes = Buffer.from(files.get(path) ?? []);
          if (how === 'flip') bytes.writeUInt8(bytes.readUInt8(at % bytes.length) ^ 1, at % bytes.length);
          if (how === 'drop') files.delete(path);
          else files.set(path, how === 'cut' ? bytes.subarray(0, -1) : bytes);
          expect(await findingsIn(files)).not.toEqual([]);
        },
      ),
    );
  });

  it('names the entry whose bytes were changed', async () => {
    const entries = [...small.entries];
    entries[300] = Buffer.from('{}');
    const files = new Map(small.files).set('tile/entries/001', printBundle(entries.slice(256, 512)));
    expect(await findingsIn(files)).toContain(
      'tile/0/001 does not hold the hash of entry 300: one of them was changed',
    );
  });
});

function outcomeOf(bytes: Buffer): unknown {
  try {
    return printBundle(parseBundle(bytes)).toString('hex');
  } catch (error) {
    return error instanceof LedgerError ? 'cut off' : error;
  }
}

describe('a bundle of entries', () => {
  it('is read back as it was printed', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (entries) => {
        expect(parseBundle(printBundle(entries))).toEqual(entries.map((entry) => Buffer.from(entry)));
      }),
    );
  });

  it('that is none is refused, and an entry that fits none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        expect(['cut off', Buffer.from(bytes).toString('hex')]).toContain(outcomeOf(Buffer.from(bytes)));
      }),
    );
    expect(() => printBundle([Buffer.alloc(65_536)])).toThrow('does not fit');
  });
});
