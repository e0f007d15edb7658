import { randomBytes } from 'node:crypto';
import type { TeamSettings } from '@vedette/contract';
import type { Actor } from '../actor.js';
import type { Context, Reader, Tx } from '../context.js';
import { appendRecord } from './record.js';
import { readStored } from '../stored-json.js';

/** Settings of the team, and secrets of the installation. */
export interface Settings {
  team(): Promise<TeamSettings>;
  /** Fields left out stay. */
  saveTeam(
    change: { readonly [K in keyof TeamSettings]?: TeamSettings[K] | undefined },
    by: Actor,
  ): Promise<TeamSettings>;
  /** A secret of this installation (for example of sessions), made with 256 random bits on first use. */
  secret(name: string): Promise<string>;
}

const defaults: TeamSettings = { imageFlagThreshold: 3, retentionDays: 365, secondPersonForSevere: false };

async function read<T>(db: Reader, key: string): Promise<T | undefined> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
  return row === undefined ? undefined : readStored<T>(row.value);
}

async function save(tx: Tx, key: string, value: unknown): Promise<void> {
  await tx
    .insertInto('settings')
    .values({ key, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: JSON.stringify(value) }))
    .execute();
}

/** The team's settings, with defaults for what was never set. */
export async function teamSettings(db: Reader): Promise<TeamSettings> {
  return { ...defaults, ...(await read<Partial<TeamSettings>>(db, 'team')) };
}

export function createSettings({ db, now, write }: Context): Settings {
  return {
    team: () => teamSettings(db),
    async saveTeam(change, by) {
      return await write(async (tx) => {
        const before = await teamSettings(tx);
        const next: TeamSettings = {
          imageFlagThreshold: change.imageFlagThreshold ?? before.imageFlagThreshold,
          retentionDays: change.retentionDays ?? before.retentionDays,
          secondPersonForSevere: change.secondPersonForSevere ?? before.secondPersonForSevere,
        };
        await save(tx, 'team', next);
        const details = { before, after: next };
        await appendRecord(tx, [{ at: now(), actor: by, action: 'settings.changed', subject: 'team', details }]);
        return next;
      });
    },
    async secret(name) {
      const key = `secret:${name}`;
      const known = await read<string>(db, key);
      if (known !== undefined) return known;
      return await write(async (tx) => {
        const meanwhile = await read<string>(tx, key);
        if (meanwhile !== undefined) return meanwhile;
        const made = randomBytes(32).toString('base64url');
        await save(tx, key, made);
        return made;
      });
    },
  };
}
