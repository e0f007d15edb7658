import { describe, expect, it } from 'vitest';
import { startHousekeeping } from '../src/housekeeping.js';
import { createFakeClock } from './fake-clock.js';

const hour = 3_600_000;
const nothingDue = async () => ({ analyzed: [], vacuumed: false });

describe('housekeeping', () => {
  it('deletes by clock every hour, and takes out expired rules once a day', async () => {
    const clock = createFakeClock(Date.parse('2026-01-01T20:30:00Z'));
    const runs: string[] = [];
    let reloads = 0;
    const housekeeping = startHousekeeping({
      clock,
      log: () => {},
      retention: {
        run: async (now) => {
          runs.push(new Date(now).toISOString().slice(11, 16));
          return { items: 1, kept: 0 };
        },
      },
      maintain: nothingDue,
      reload: async () => {
        reloads += 1;
      },
    });
    await clock.advance(60_000);
    await clock.advance(3 * hour);
    expect(runs).toEqual(['20:31', '21:31', '22:31', '23:31']);
    expect(reloads).toBe(0);
    await clock.advance(2 * hour);
    expect(reloads).toBe(1);
    await housekeeping.stop();
    expect(clock.sleepers).toBe(0);
  });

  it('says what failed and tries again', async () => {
    const clock = createFakeClock();
    const said: string[] = [];
    let tries = 0;
    const housekeeping = startHousekeeping({
      clock,
      log: (_level, message) => said.push(message),
      retention: {
        run: async () => {
          tries += 1;
          if (tries === 1) throw new Error('the database is away');
          return { items: 0, kept: 0 };
        },
      },
      maintain: nothingDue,
      reload: async () => {},
    });
    await clock.advance(60_000 + hour);
    expect(tries).toBe(2);
    expect(said).toEqual(['Items past their time could not be deleted: the database is away; trying again in an hour']);
    await housekeeping.stop();
  });

  it('looks after the database every five minutes, also after a failure', async () => {
    const clock = createFakeClock();
    const said: string[] = [];
    let tries = 0;
    const housekeeping = startHousekeeping({
      clock,
      log: (level, message) => said.push(`${level} ${message}`),
      retention: { run: async () => ({ items: 0, kept: 0 }) },
      maintain: async () => {
        tries += 1;
        if (tries === 1) throw new Error('the database is away');
        return { analyzed: ['items', 'bodies'], vacuumed: tries === 3 };
      },
      reload: async () => {},
    });
    await clock.advance(60_000 + hour / 6);
    expect(tries).toBe(3);
    expect(said).toEqual([
      'error the database could not be looked after: the database is away; trying again soon',
      'debug upkeep: counted anew items, bodies',
      'debug upkeep: counted anew items, bodies',
      'info upkeep: gave back the room of deleted rows',
    ]);
    await housekeeping.stop();
    expect(clock.sleepers).toBe(0);
  });
});
