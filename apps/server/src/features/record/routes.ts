import { routes } from '@vedette/contract';
import { actorOf } from '../../caller.js';
import { handle, type HandledRoute } from '../../http/handle.js';
import type { RecordService } from './service.js';

export function recordRoutes(record: RecordService): readonly HandledRoute[] {
  return [
    handle(routes.listRecord, async ({ query }) => record.list(query)),
    handle(routes.getCheckpoint, async () => record.checkpoint()),
    handle(routes.getRecordProof, async ({ params }) => record.proof(params.index)),
    handle(routes.eraseRecord, async ({ body, caller }) => {
      await record.erase({ ...body, by: actorOf(caller) });
      return { erased: body.entries.length };
    }),
  ];
}
