import type { Item, ItemImage, Media } from '@vedette/contract';
import type { Reader } from '../context.js';
import { storable } from '../stored-text.js';

const imageType = /^(?:image|photo|picture)/iu;

export function isImage({ type }: Media): boolean {
  return imageType.test(type);
}

/** The images of an Item in their order; an image is named by its place here. */
export function imageMedia(item: Item): Media[] {
  return (item.media ?? []).filter(isImage);
}

/** The images of an Item as `person` sees them. */
export async function imagesOf(db: Reader, item: Item, person: string): Promise<ItemImage[]> {
  const media = imageMedia(item);
  if (media.length === 0) return [];
  const id = storable(item.id);
  const flags = await db.selectFrom('image_flags').select(['image', 'person']).where('item', '=', id).execute();
  const hidden = await db.selectFrom('hidden_images').select('image').where('item', '=', id).execute();
  return media.map(({ alt }, index) => {
    const here = flags.filter(({ image }) => image === index);
    return {
      index,
      ...(alt === undefined ? {} : { alt }),
      flags: here.length,
      flaggedByMe: here.some((flag) => flag.person === person),
      hidden: hidden.some(({ image }) => image === index),
    };
  });
}
