import type { Actor } from '../actor.js';
import type { Context } from '../context.js';
import { CountChanges, countOf } from './counts.js';
import { deleteInSteps } from './item-removal.js';
import { appendRecord } from './record.js';

/** The fictional demo world; its Items come in through the ordinary importers with a source that says `demo`. */
export interface Demo {
  /** Whether demo data is here. */
  present(): Promise<boolean>;
  /** Whether nothing was read yet: only then may the demo be loaded. */
  empty(): Promise<boolean>;
  /** Removes all demo Items, alerts, decisions, sources and watchlists; the record keeps its entries. */
  remove(by: Actor): Promise<{ readonly items: number }>;
}

export function createDemo(context: Context): Demo {
  const { db, now, write } = context;
  return {
    async present() {
      const [source, watchlist] = await Promise.all([
        db.selectFrom('sources').select('id').where('demo', '=', true).executeTakeFirst(),
        db.selectFrom('watchlists').select('id').where('demo', '=', true).executeTakeFirst(),
      ]);
      return source !== undefined || watchlist !== undefined;
    },
    async empty() {
      return (await countOf(db, 'items')) === 0 && (await countOf(db, 'quarantine')) === 0;
    },
    async remove(by) {
      const { items } = await deleteInSteps(context, { demo: true });
      await write(async (tx) => {
        const sources = await tx.selectFrom('sources').select('id').where('demo', '=', true).execute();
        const counts = new CountChanges();
        for (const { id } of sources) {
          const rejected = await tx.deleteFrom('quarantine').where('source', '=', id).executeTakeFirst();
          counts.add('quarantine', '', -Number(rejected.numDeletedRows));
          counts.add('quarantine', id, -Number(rejected.numDeletedRows));
        }
        await counts.write(tx);
        await tx.deleteFrom('sources').where('demo', '=', true).execute();
        await tx.deleteFrom('watchlists').where('demo', '=', true).execute();
        await appendRecord(tx, [{ at: now(), actor: by, action: 'demo.removed', subject: 'demo', details: { items } }]);
      });
      return { items };
    },
  };
}
