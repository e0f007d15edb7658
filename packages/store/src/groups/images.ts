import type { ItemImage, Media } from '@vedette/contract';
import type { Actor } from '../actor.js';

/** An image is named by its Item and its place among the images of the Item (media of other types not counted). */
export interface ImageRef {
  readonly item: string;
  readonly index: number;
}

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
