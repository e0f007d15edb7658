import { createHmac, randomBytes } from 'node:crypto';
import { leafHash } from './hash.js';

/** What an entry of the record says about people and things; it can be erased while the record stays provable. */
export interface EntryContent {
  readonly actor: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The part of an entry that is in the tree: where it stands, when, what was done, and a commitment to the rest. */
export interface CommittedEntry {
  readonly index: number;
  /** ISO 8601, UTC */
  readonly at: string;
  readonly action: string;
  /** HMAC-SHA-256 of the content under the entry's own salt, in hexadecimal */
  readonly commitment: string;
}

/** An entry of the form that was written before contents had salts: everything it says is in the tree itself. */
export interface PlainEntry extends Omit<CommittedEntry, 'commitment'>, EntryContent {}

/** A new salt of an entry, in hexadecimal. Whoever has lost it can neither read nor guess what was committed to. */
export function newSalt(): string {
  return randomBytes(32).toString('hex');
}

/**
 * The commitment to what an entry says. Without the salt it tells nothing, also to somebody who guesses the content;
 * with both it proves that the content is what was written.
 */
export function commitmentOf(content: EntryContent, salt: string): string {
  const { actor, details, subject } = content;
  return createHmac('sha256', Buffer.from(salt, 'hex')).update(canonical({ actor, details, subject })).digest('hex');
}

/**
 * The bytes of an entry that its leaf hash is made of: JSON with the keys of every object in code-unit order and no
 * blanks (RFC 8785 for what a record holds: strings, whole numbers, booleans, lists).
 */
export function entryBytes(entry: CommittedEntry | PlainEntry): Buffer {
  const { index, at, action } = entry;
  if ('commitment' in entry) return canonical({ index, at, action, commitment: entry.commitment });
  const { actor, subject, details } = entry;
  return canonical({ index, at, actor, action, subject, details });
}

/** The leaf hash of an entry, in hexadecimal as the record shows it. */
export function entryHash(entry: CommittedEntry | PlainEntry): string {
  return leafHash(entryBytes(entry)).toString('hex');
}

function canonical(value: Readonly<Record<string, unknown>>): Buffer {
  return Buffer.from(JSON.stringify(inOrder(value)), 'utf8');
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
