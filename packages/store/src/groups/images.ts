import type { Item, ItemImage, Media } from '@vedette/contract';
import type { Actor } from '../actor.js';
import type { Context, Reader, Tx } from '../context.js';
import { StoreError } from '../errors.js';
import { imageMedia, imagesOf } from './image-rows.js';
import { appendRecord } from './record.js';
import { teamSettings } from './settings.js';
import { readStored } from '../stored-json.js';

/** An image is named by its Item and its place among the images of the Item (media of other types not counted). */
export interface ImageRef {
  readonly item: string;
  readonly index: number;
}

/** Flags on the images of Items: an image that enough people flagged is hidden for all. */
export interface Images {
  /** The image's media entry and whether it is hidden; undefined where there is none. */
  find(ref: ImageRef): Promise<{ readonly media: Media; readonly hidden: boolean } | undefined>;
  /** Hidden for all once as many different people flagged it as the settings say. @throws StoreError `not-found` */
  flag(ref: ImageRef, by: Actor): Promise<ItemImage>;
  /** Takes back the own flag; what is hidden stays hidden. @throws StoreError `not-found` */
  unflag(ref: ImageRef, by: Actor): Promise<ItemImage>;
  /** Shows it again and clears its flags. @throws StoreError `not-found` */
  restore(ref: ImageRef, by: Actor): Promise<ItemImage>;
}

export function createImages({ db, now, write }: Context): Images {
  return {
    async find({ item: id, index }) {
      const item = await itemOf(db, id);
      const media = item === undefined ? undefined : imageMedia(item)[index];
      if (media === undefined) return undefined;
      const hidden = await db
        .selectFrom('hidden_images')
        .select('at')
        .where('item', '=', id)
        .where('image', '=', index)
        .executeTakeFirst();
      return { media, hidden: hidden !== undefined };
    },
    async flag(ref, by) {
      return await write(async (tx) => {
        await imageFor(tx, ref, by);
        const at = new Date(now());
        await tx
          .insertInto('image_flags')
          .values({ item: ref.item, image: ref.index, person: by.id, at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const { imageFlagThreshold } = await teamSettings(tx);
        const image = await imageFor(tx, ref, by);
        await noted(tx, 'image.flagged', ref, by);
        if (image.hidden || image.flags < imageFlagThreshold) return image;
        await tx.insertInto('hidden_images').values({ item: ref.item, image: ref.index, at }).execute();
        await noted(tx, 'image.hidden', ref, by);
        return { ...image, hidden: true };
      });
    },
    async unflag(ref, by) {
      return await write(async (tx) => {
        await imageFor(tx, ref, by);
        await tx
          .deleteFrom('image_flags')
          .where('item', '=', ref.item)
          .where('image', '=', ref.index)
          .where('person', '=', by.id)
          .execute();
        await noted(tx, 'image.unflagged', ref, by);
        return await imageFor(tx, ref, by);
      });
    },
    async restore(ref, by) {
      return await write(async (tx) => {
        await imageFor(tx, ref, by);
        await tx.deleteFrom('image_flags').where('item', '=', ref.item).where('image', '=', ref.index).execute();
        await tx.deleteFrom('hidden_images').where('item', '=', ref.item).where('image', '=', ref.index).execute();
        await noted(tx, 'image.restored', ref, by);
        return await imageFor(tx, ref, by);
      });
    },
  };

  async function noted(tx: Tx, action: string, { item, index }: ImageRef, by: Actor): Promise<void> {
    await appendRecord(tx, [{ at: now(), actor: by, action, subject: item, details: { image: index } }]);
  }
}

async function itemOf(db: Reader, id: string): Promise<Item | undefined> {
  const row = await db
    .selectFrom('items')
    .innerJoin('bodies', 'bodies.seq', 'items.seq')
    .select('bodies.item')
    .where('items.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : readStored<Item>(row.item);
}

async function imageFor(db: Reader, { item: id, index }: ImageRef, by: Actor): Promise<ItemImage> {
  const item = await itemOf(db, id);
  const image = item === undefined ? undefined : (await imagesOf(db, item, by.id))[index];
  if (image === undefined) throw new StoreError('not-found', `There is no image ${index} of Item ${id}`);
  return image;
}
