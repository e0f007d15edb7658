import { createHash } from 'node:crypto';
import type { Item } from '@vedette/contract';

/** What makes a revision: an Item that is read again with the same of these is the same. */
export function revisionOf({ title, text, editedAt, deletedAt }: Item): string {
  return createHash('sha256')
    .update(JSON.stringify([title ?? null, text, editedAt ?? null, deletedAt ?? null]))
    .digest('base64url')
    .slice(0, 22);
}

/**
 * What happens to a stored Item when another revision of it arrives:
 * - `deleted`: it was deleted where it was published; what stood there is kept, marked
 * - `edited`: the new one takes its place
 * - `older`: it is kept beside it
 */
export function succession(stored: Item, next: Item): 'deleted' | 'edited' | 'older' {
  if (next.deletedAt !== undefined) return 'deleted';
  if (stored.deletedAt !== undefined && stored.text !== '') return 'older';
  if (stored.editedAt !== undefined && (next.editedAt === undefined || next.editedAt < stored.editedAt)) return 'older';
  return 'edited';
}

/** The Item as it is kept after a deletion: with what stood there. */
export function marked(stored: Item, deletion: Item): Item {
  return { ...stored, ...(deletion.deletedAt === undefined ? {} : { deletedAt: deletion.deletedAt }) };
}
