import { leafHash } from './hash.js';

/** What of a record entry is hashed; the same shape as `recordEntrySchema` of the contract without `leafHash`. */
export interface EntryContent {
  readonly index: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, inOrder(field)]),
  );
}

/**
 * The bytes of an entry that its leaf hash is made of: JSON with the keys of every object in code-unit order and no
 * blanks (RFC 8785 for what a record holds: strings, whole numbers, booleans, lists).
 */
export function entryBytes({ index, at, actor, action, subject, details }: EntryContent): Buffer {
  return Buffer.from(JSON.stringify(inOrder({ index, at, actor, action, subject, details })), 'utf8');
}

/** The leaf hash of an entry, in hexadecimal as the record shows it. */
export function entryHash(entry: EntryContent): string {
  return leafHash(entryBytes(entry)).toString('hex');
}
