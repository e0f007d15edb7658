import type { PersonalSettings, Person, Role } from '@vedette/contract';
import type { Actor } from '../actor.js';

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
