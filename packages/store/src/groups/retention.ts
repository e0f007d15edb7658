import { systemActor } from '../actor.js';
import type { Context } from '../context.js';
import { deleteInSteps } from './item-removal.js';
import { appendRecord } from './record.js';
import { teamSettings } from './settings.js';

/** What one run deleted and kept. */
export interface RetentionResult {
  /** Items deleted */
  readonly items: number;
  /** Items past their time that stay because a decision rests on them */
  readonly kept: number;
}

/** Forgets what may no longer be kept. */
export interface Retention {
  /**
   * Deletes Items past the days of their source (or of the settings), unless a decision other than false-alarm or
   * not-relevant rests on them, or their alert is escalated. Works in small transactions; recorded once a run.
   */
  run(now: number): Promise<RetentionResult>;
}

const day = 86_400_000;

export function createRetention(context: Context): Retention {
  const { db, write } = context;
  return {
    async run(now) {
      const { retentionDays } = await teamSettings(db);
      // Sources that were removed still have Items here, so their rows and their days stay.
      const sources = await db.selectFrom('sources').select(['id', 'retention_days']).orderBy('id').execute();
      let items = 0;
      let kept = 0;
      for (const { id, retention_days } of sources) {
        const before = now - (retention_days ?? retentionDays) * day;
        const result = await deleteInSteps(context, { watched: id, before });
        items += result.items;
        kept += result.kept;
      }
      if (items > 0)
        await write((tx) =>
          appendRecord(tx, [
            { at: now, actor: systemActor, action: 'retention.ran', subject: 'items', details: { items, kept } },
          ]),
        );
      return { items, kept };
    },
  };
}
