import type { Actor, ImageRef, Store } from '@vedette/store';
import { SourceError, type HttpClient } from '@vedette/sources';
import type { ItemImage } from '@vedette/contract';
import { ServiceError } from '../../errors.js';
import type { ImageCache } from './image-cache.js';
import { imageType, type ImageType } from './image-type.js';

interface Picture {
  readonly type: ImageType;
  readonly bytes: Uint8Array;
}

export interface ImagesService {
  /** @throws ServiceError `not-found`, `gone` (hidden), `unsupported`, `too-large`, `upstream-failed` */
  picture(ref: ImageRef, signal: AbortSignal): Promise<Picture>;
  flag(ref: ImageRef, by: Actor): Promise<ItemImage>;
  unflag(ref: ImageRef, by: Actor): Promise<ItemImage>;
  restore(ref: ImageRef, by: Actor): Promise<ItemImage>;
}

export interface ImagesServiceOptions {
  readonly store: Pick<Store, 'images'>;
  /** refuses private addresses, also after redirects and DNS changes */
  readonly http: HttpClient;
  readonly cache: ImageCache;
}

const maxBytes = 10 * 1024 * 1024;
const timeoutMs = 15_000;

/** Pictures of Items. The reader's browser never meets the other server: only this machine does, with limits. */
export function createImagesService({ store, http, cache }: ImagesServiceOptions): ImagesService {
  async function fetched(address: string, signal: AbortSignal): Promise<Uint8Array> {
    const kept = await cache.get(address);
    if (kept !== undefined) return kept;
    const response = await http
      .get({ url: address, headers: { accept: 'image/avif,image/webp,image/*;q=0.8' }, maxBytes, timeoutMs }, signal)
      .catch((error: unknown) => {
        throw upstream(error);
      });
    if (response.status !== 200) {
      throw new ServiceError('upstream-failed', `the server of the image answers ${response.status}`);
    }
    if (imageType(response.body) === undefined) {
      throw new ServiceError(
        'unsupported',
        'what came is no picture that can be shown safely (PNG, JPEG, GIF, WebP, AVIF)',
      );
    }
    await cache.put(address, response.body);
    return response.body;
  }

  return {
    async picture(ref, signal) {
      const found = await store.images.find(ref);
      if (found === undefined) throw new ServiceError('not-found', 'there is no such image');
      if (found.hidden) throw new ServiceError('gone', 'this image is hidden: several people flagged it');
      const address = found.media.url;
      if (address === undefined) throw new ServiceError('not-found', 'the export left this image out');
      const bytes = await fetched(address, signal);
      const type = imageType(bytes);
      if (type === undefined) throw new ServiceError('unsupported', 'the kept copy is no picture');
      return { type, bytes };
    },
    flag: (ref, by) => store.images.flag(ref, by),
    unflag: (ref, by) => store.images.unflag(ref, by),
    restore: (ref, by) => store.images.restore(ref, by),
  };
}

function upstream(error: unknown): unknown {
  if (error instanceof SourceError) {
    return new ServiceError('upstream-failed', `the image could not be fetched: ${error.message}`, { cause: error });
  }
  return error;
}
