import type { Item, Media } from '@vedette/contract';
import type { Surroundings } from '../definition.js';
import { findBeside } from './surroundings.js';

/** Whether an Item names an attachment that may lie in the same folder or archive. */
export function namesAttachment(item: Item): boolean {
  return item.media?.some((media) => media.file !== undefined) === true;
}

/** The Item with the SHA-256 of each attachment that lies in the same folder or archive. */
export async function withHashedMedia(item: Item, beside: Surroundings): Promise<Item> {
  const media: Media[] = [];
  for (const one of item.media ?? []) {
    const name = one.file === undefined || one.sha256 !== undefined ? undefined : findBeside(one.file, beside);
    const sha256 = name === undefined ? undefined : await beside.sha256(name);
    media.push(sha256 === undefined ? one : { ...one, sha256 });
  }
  return { ...item, media };
}
