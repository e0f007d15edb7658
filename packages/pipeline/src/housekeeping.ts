import type { Retention, Upkeep } from '@vedette/store';
import type { Clock } from './clock.js';
import { messageOf } from './errors.js';
import type { Log } from './log.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const upkeepMs = 5 * 60_000;

export interface HousekeepingOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly retention: Retention;
  /** `store.maintain`: cheap where nothing is due */
  readonly maintain: () => Promise<Upkeep>;
  readonly reload: () => Promise<void>;
}

/**
 * Does by clock what nobody asks for: every hour, Items past their time are deleted; at each new day (UTC), rules whose
 * `until` is past stop running; every five minutes, the database is looked after. The first round is a minute after the
 * start, out of the way of the first page.
 */
export function startHousekeeping(options: HousekeepingOptions): { stop(): Promise<void> } {
  const { clock, log } = options;
  const leave = new AbortController();
  let day = Math.floor(clock.now() / dayMs);

  async function round(): Promise<void> {
    await attempt('Items past their time could not be deleted', async () => {
      const { items, kept } = await options.retention.run(clock.now());
      if (items > 0) log('info', `retention: deleted ${String(items)} Items, kept ${String(kept)} under a decision`);
    });
    const today = Math.floor(clock.now() / dayMs);
    if (today === day) return;
    await attempt('rules that expired could not be taken out', async () => {
      await options.reload();
      day = today;
    });
  }

  async function upkeep(): Promise<void> {
    try {
      const { analyzed, vacuumed } = await options.maintain();
      if (analyzed.length > 0) log('debug', `upkeep: counted anew ${analyzed.join(', ')}`);
      if (vacuumed) log('info', 'upkeep: gave back the room of deleted rows');
    } catch (error) {
      log('error', `the database could not be looked after: ${messageOf(error)}; trying again soon`, error);
    }
  }

  async function attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log('error', `${what}: ${messageOf(error)}; trying again in an hour`, error);
    }
  }

  async function every(ms: number, work: () => Promise<void>): Promise<void> {
    await clock.sleep(60_000, leave.signal);
    while (!leave.signal.aborted) {
      await work();
      await clock.sleep(ms, leave.signal);
    }
  }

  const running = Promise.all([every(hourMs, round), every(upkeepMs, upkeep)]);
  return {
    async stop() {
      leave.abort();
      await running;
    },
  };
}
