import type { Person } from '@vedette/contract';
import type { Actor, Store } from '@vedette/store';
import type { Accounts, NewAccount } from '../session/accounts.js';

export interface PeopleServiceOptions {
  readonly accounts: Pick<Accounts, 'create'>;
  readonly store: Pick<Store, 'people' | 'record'>;
  readonly now: () => number;
  /** hears whose sessions or rights changed, at once */
  readonly sessionsChanged: (personId: string) => void;
}

export interface PeopleService {
  add(account: NewAccount, by: Actor): Promise<Person>;
  change(id: string, change: Parameters<Store['people']['change']>[1], by: Actor): Promise<Person>;
}

/** Accounts as administrators keep them; each step goes to the record. */
export function createPeopleService(options: PeopleServiceOptions): PeopleService {
  return {
    async add(account, by) {
      const person = await options.accounts.create(account);
      await options.store.record.append({
        at: options.now(),
        actor: by,
        action: 'person.added',
        subject: person.id,
        details: { role: person.role },
      });
      return person;
    },
    async change(id, change, by) {
      const person = await options.store.people.change(id, change, by);
      // What they may do has changed: an open stream was begun with the rights of before.
      options.sessionsChanged(id);
      return person;
    },
  };
}
