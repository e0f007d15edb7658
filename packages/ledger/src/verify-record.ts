import type { Checkpoint } from './checkpoint.js';
import { leafHash } from './hash.js';
import { commitmentOf, type CommittedEntry, type EntryContent, entryBytes, type PlainEntry } from './record-entry.js';
import { append, emptyEdge, root, type TreeEdge } from './tree-edge.js';

/** An entry as it is kept. Content and salt are undefined where they were erased. */
export type KeptEntry = { readonly leafHash: string } & (
  PlainEntry | (CommittedEntry & { readonly content: EntryContent | undefined; readonly salt: string | undefined })
);

/** One way in which a record is not what it was. `index` counts entries from 0. */
export interface RecordFinding {
  /**
   * `changed`: the entry is not what was hashed, committed to or published; `dropped`, `reordered`: it stands where
   * another must; `back-dated`: it is older than the one before it; `erased`: its content is gone, and no entry says so;
   * `root`: the entries up to `index` do not give the root of a checkpoint
   */
  readonly kind: 'changed' | 'dropped' | 'reordered' | 'back-dated' | 'erased' | 'root';
  readonly index: number;
  readonly message: string;
}

/** Whether a record is whole. `size` is how many entries were read. */
export interface RecordVerdict {
  readonly ok: boolean;
  readonly size: number;
  readonly findings: readonly RecordFinding[];
}

/** What a record is held against. */
export interface RecordWitnesses {
  /** states that were kept; the record may have grown since */
  readonly checkpoints: readonly Checkpoint[];
  /** the leaf hash that was published for an entry, in hexadecimal; undefined where none was */
  readonly published?: (index: number) => Promise<string | undefined>;
}

/** The action of the entry that says of others (`details.entries`, a list of indexes) that their content was erased. */
export const erasedAction = 'record.erased';

/**
 * Checks a whole record in one pass and constant memory: that every entry is what its commitment and leaf hash say, that
 * none is missing, out of place or back-dated, that nothing was erased silently, and that the roots over them are those
 * of every checkpoint.
 *
 * Somebody who rewrites an entry together with its hashes is caught by the roots, which name the stretch between the last
 * checkpoint that fits and the first that does not, and by what was published, which names the entry.
 * @example const { ok, findings } = await verifyRecord(entries, { checkpoints: [parseCheckpoint(text)] })
 */
export async function verifyRecord(
  entries: Iterable<KeptEntry> | AsyncIterable<KeptEntry>,
  { checkpoints, published }: RecordWitnesses,
): Promise<RecordVerdict> {
  const findings: RecordFinding[] = [];
  const roots = new RootChecks(checkpoints, findings);
  const erased = new Set<number>();
  const accounted = new Set<number>();
  let edge: TreeEdge = emptyEdge;
  let place = 0;
  let latest = '';
  roots.check(edge);
  for await (const entry of entries) {
    const { index } = entry;
    const found = (kind: RecordFinding['kind'], message: string) => findings.push({ kind, index, message });
    const hash = leafHash(entryBytes(entry));
    const shown = hash.toString('hex');
    if (shown !== entry.leafHash || !keepsItsCommitment(entry))
      found('changed', `entry ${index} was changed after it was written`);
    else if (published !== undefined && ((await published(index)) ?? shown) !== shown)
      found('changed', `entry ${index} is not the one that was published`);
    if (index > place)
      findings.push({ kind: 'dropped', index: place, message: `entry ${place} is missing: entry ${index} follows` });
    else if (index < place) found('reordered', `entry ${index} stands at place ${place}`);
    if (entry.at < latest && 'commitment' in entry)
      found('back-dated', `entry ${index} says ${entry.at}, after an entry of ${latest}`);
    if ('commitment' in entry) {
      latest = entry.at > latest ? entry.at : latest;
      if (entry.content === undefined) erased.add(index);
      else if (entry.action === erasedAction) for (const named of namedIn(entry.content)) accounted.add(named);
    }
    place = Math.max(place, index + 1);
    edge = append(edge, [hash]).edge;
    roots.check(edge);
  }
  for (const index of erased)
    if (!accounted.has(index))
      findings.push({ kind: 'erased', index, message: `the content of entry ${index} is gone, and no entry says why` });
  roots.end(edge);
  return { ok: findings.length === 0, size: edge.size, findings };
}

function keepsItsCommitment(entry: KeptEntry): boolean {
  if (!('commitment' in entry)) return true;
  const { content, salt, commitment } = entry;
  if (content === undefined) return salt === undefined;
  return salt !== undefined && commitmentOf(content, salt) === commitment;
}

function namedIn({ details }: EntryContent): readonly number[] {
  const { entries } = details;
  return Array.isArray(entries) ? entries.filter((index) => typeof index === 'number') : [];
}

/** The checkpoints in order of their sizes, each compared when the tree has that size. */
class RootChecks {
  private readonly waiting: Checkpoint[];
  private lastGood = 0;

  constructor(
    checkpoints: readonly Checkpoint[],
    private readonly findings: RecordFinding[],
  ) {
    this.waiting = checkpoints.toSorted((a, b) => b.size - a.size);
  }

  check(edge: TreeEdge): void {
    for (let next = this.waiting.at(-1); next !== undefined && next.size === edge.size; next = this.waiting.at(-1)) {
      this.waiting.pop();
      if (root(edge).equals(next.root)) this.lastGood = next.size;
      else this.report(next);
    }
  }

  private report({ size }: Checkpoint): void {
    const where =
      this.lastGood === 0
        ? `the first ${size} entries`
        : `the entries from ${this.lastGood} to ${size - 1} (or before)`;
    this.findings.push({ kind: 'root', index: size, message: `${where} do not give the root of the checkpoint` });
  }

  end(edge: TreeEdge): void {
    const missing = this.waiting[0];
    if (missing === undefined) return;
    this.findings.push({
      kind: 'dropped',
      index: edge.size,
      message: `a checkpoint has ${missing.size} entries, the record ${edge.size}`,
    });
  }
}
