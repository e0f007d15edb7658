import type { PersonalSettings, Person, Role } from '@vedette/contract';
import type { Selectable } from 'kysely';
import type { Actor } from '../actor.js';
import type { Context, Reader } from '../context.js';
import type { UserTable } from '../database.js';
import { StoreError } from '../errors.js';
import { appendRecord } from './record.js';
import { readStored } from '../stored-json.js';

/** Reads and changes what this program keeps about an account; better-auth makes accounts and sessions. */
export interface People {
  list(): Promise<Person[]>;
  get(id: string): Promise<Person | undefined>;
  /** Whether an enabled administrator exists. */
  hasAdministrator(): Promise<boolean>;
  /**
   * A disabled person's sessions end at once.
   * @throws StoreError `not-found`; `conflict` where it would leave no administrator
   */
  change(
    id: string,
    change: { readonly role?: Role | undefined; readonly disabled?: boolean | undefined },
    by: Actor,
  ): Promise<Person>;
  settings(id: string): Promise<PersonalSettings>;
  /** Fields left out stay. */
  saveSettings(id: string, change: PersonalSettings): Promise<PersonalSettings>;
}

function toPerson(
  row: Pick<Selectable<UserTable>, 'id' | 'name' | 'email' | 'role' | 'disabled' | 'createdAt'>,
): Person {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    disabled: row.disabled,
    createdAt: row.createdAt.toISOString(),
  };
}

const personColumns = ['id', 'name', 'email', 'role', 'disabled', 'createdAt'] as const;

async function administrators(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('user')
    .select('id')
    .where('role', '=', 'administrator')
    .where('disabled', '=', false)
    .execute();
  return rows.map(({ id }) => id);
}

async function readSettings(db: Reader, id: string): Promise<PersonalSettings> {
  const row = await db.selectFrom('user').select('settings').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new StoreError('not-found', `There is no account ${id}`);
  return readStored<PersonalSettings>(row.settings);
}

export function createPeople({ db, now, write }: Context): People {
  return {
    async list() {
      return (await db.selectFrom('user').select(personColumns).orderBy('createdAt').orderBy('id').execute()).map(
        toPerson,
      );
    },
    async get(id) {
      const row = await db.selectFrom('user').select(personColumns).where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : toPerson(row);
    },
    async hasAdministrator() {
      return (await administrators(db)).length > 0;
    },
    async change(id, { role, disabled }, by) {
      return await write(async (tx) => {
        const row = await tx.selectFrom('user').select(personColumns).where('id', '=', id).executeTakeFirst();
        if (row === undefined) throw new StoreError('not-found', `There is no account ${id}`);
        const next = { role: role ?? row.role, disabled: disabled ?? row.disabled };
        const others = (await administrators(tx)).filter((other) => other !== id);
        if (others.length === 0 && (next.role !== 'administrator' || next.disabled))
          throw new StoreError('conflict', 'This is the last administrator: make another one first');
        await tx
          .updateTable('user')
          .set({ ...next, updatedAt: new Date(now()) })
          .where('id', '=', id)
          .execute();
        if (next.disabled) await tx.deleteFrom('session').where('userId', '=', id).execute();
        const details = { before: { role: row.role, disabled: row.disabled }, after: next };
        await appendRecord(tx, [{ at: now(), actor: by, action: 'person.changed', subject: id, details }]);
        return toPerson({ ...row, ...next });
      });
    },
    settings: (id) => readSettings(db, id),
    async saveSettings(id, change) {
      return await write(async (tx) => {
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        const next: PersonalSettings = { ...(await readSettings(tx, id)), ...given };
        await tx
          .updateTable('user')
          .set({ settings: JSON.stringify(next) })
          .where('id', '=', id)
          .execute();
        return next;
      });
    },
  };
}
