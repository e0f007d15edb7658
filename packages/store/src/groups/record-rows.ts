import type { RecordEntry } from '@vedette/contract';
import {
  commitmentOf,
  type CommittedEntry,
  type EntryContent,
  entryHash,
  type KeptEntry,
  newSalt,
} from '@vedette/ledger';
import type { RecordEntriesTable } from '../database.js';
import { readStored } from '../stored-json.js';

/** What is to be written of an entry, with its place and time settled. */
export type NewEntry = Omit<CommittedEntry, 'commitment'> & EntryContent;

/** The row of a new entry, with a salt of its own. */
export function toRow({ index, at, action, ...content }: NewEntry): RecordEntriesTable {
  const salt = newSalt();
  const commitment = commitmentOf(content, salt);
  return {
    index,
    at,
    action,
    actor: content.actor,
    subject: content.subject,
    details: JSON.stringify(content.details),
    salt,
    commitment,
    leaf_hash: entryHash({ index, at, action, commitment }),
  };
}

/** An entry as people see it. */
export function toEntry(row: RecordEntriesTable): RecordEntry {
  const { index, at, action, leaf_hash: leafHash } = row;
  const content = contentOf(row);
  return content === undefined
    ? { index, at, action, leafHash, actor: '', subject: '', details: {}, erased: true }
    : { index, at, action, leafHash, ...content };
}

/** An entry with all that its leaf hash is checked by. */
export function toKept(row: RecordEntriesTable): KeptEntry {
  const { index, at, action, leaf_hash: leafHash, commitment, salt } = row;
  const content = contentOf(row);
  return commitment === null
    ? { index, at, action, leafHash, ...(content ?? { actor: '', subject: '', details: {} }) }
    : { index, at, action, leafHash, commitment, content, salt: salt ?? undefined };
}

function contentOf({ actor, subject, details }: RecordEntriesTable): EntryContent | undefined {
  if (actor === null || subject === null || details === null) return undefined;
  return { actor, subject, details: readStored<Record<string, unknown>>(details) };
}
