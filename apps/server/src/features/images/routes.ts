import { routes } from '@vedette/contract';
import { actorOf, personOf, type Caller } from '../../caller.js';
import { handle, type HandledRoute } from '../../http/handle.js';
import type { ImagesService } from './service.js';

export function imageRoutes(images: ImagesService): readonly HandledRoute[] {
  return [
    handle(routes.getImage, async ({ params, signal }) => {
      const { type, bytes } = await images.picture(refOf(params), signal);
      return {
        type,
        body: bytes,
        // Whatever the bytes are, opened on their own they may do nothing.
        headers: {
          'content-security-policy': "default-src 'none'; sandbox",
          'content-disposition': 'inline; filename="image"',
        },
      };
    }),
    handle(routes.flagImage, async ({ params, caller }) => images.flag(refOf(params), flagger(caller))),
    handle(routes.unflagImage, async ({ params, caller }) => images.unflag(refOf(params), flagger(caller))),
    handle(routes.restoreImage, async ({ params, caller }) => images.restore(refOf(params), actorOf(caller))),
  ];
}

function refOf(params: { readonly id: string; readonly index: number }): {
  readonly item: string;
  readonly index: number;
} {
  return { item: params.id, index: params.index };
}

/** Only people flag: a program with several keys would count as several. */
function flagger(caller: Caller): { readonly id: string; readonly name: string } {
  const { id, name } = personOf(caller);
  return { id, name };
}
