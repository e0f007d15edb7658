import type { Person } from '@vedette/contract';
import type { Store } from '@vedette/store';
import { ServiceError } from '../../errors.js';
import type { Accounts, NewSession } from './accounts.js';
import { newToken, sameSecret, type SetupTokens } from './one-time-links.js';
import type { SignInLimits } from './sign-in-limits.js';

export interface SessionService {
  needsSetup(): Promise<boolean>;
  /** What the link of this start ends with: `/setup#token=…`, `/enter#token=…` in the demo, or nothing. */
  startLink(): Promise<string>;
  setup(input: SetupInput): Promise<NewSession>;
  enter(token: string): Promise<NewSession>;
  signIn(email: string, password: string, address: string): Promise<NewSession>;
}

interface SetupInput {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface SessionServiceOptions {
  readonly accounts: Accounts;
  readonly tokens: SetupTokens;
  readonly limits: SignInLimits;
  readonly store: Pick<Store, 'people' | 'record'>;
  /** whether this start is a demonstration that people enter without an account */
  readonly demo: boolean;
  readonly now: () => number;
}

/** The account of whoever enters a demonstration; `.invalid` can never be a real address. */
const demoEmail = 'demo@vedette.invalid';

/** Signing in, and how the first person gets in. */
export function createSessionService(options: SessionServiceOptions): SessionService {
  const { accounts, tokens, limits, store } = options;
  const demoToken = options.demo ? newToken() : undefined;
  let settingUp: Promise<unknown> = Promise.resolve();

  async function note(action: string, person: Person, details: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await store.record.append({
      at: options.now(),
      actor: { id: person.id, name: person.name },
      action,
      subject: person.id,
      details,
    });
  }

  async function setup(input: SetupInput): Promise<NewSession> {
    if (!(await tokens.redeem(input.token))) {
      throw new ServiceError('forbidden', 'this link was used, has run out or is not whole; start again for a new one');
    }
    try {
      if (await store.people.hasAdministrator()) {
        throw new ServiceError('conflict', 'there is an administrator already; sign in');
      }
      const person = await accounts.create({ ...input, role: 'administrator' });
      await note('person.added', person, { role: person.role, by: 'setup link' });
      return await accounts.enter(person.id);
    } catch (error) {
      await tokens.giveBack(input.token);
      throw error;
    }
  }

  /** Outside a demonstration nobody enters without an account, so the demo's own is shut. */
  async function demoPerson(): Promise<Person | undefined> {
    const known = await accounts.findByEmail(demoEmail);
    if (options.demo) {
      if (known?.disabled === true) await accounts.setDisabled(known.id, false);
      return known ?? (await accounts.create({ name: 'Demo', email: demoEmail, role: 'administrator' }));
    }
    if (known?.disabled === false) await accounts.setDisabled(known.id, true);
    return undefined;
  }

  return {
    needsSetup: async () => !(await store.people.hasAdministrator()),
    async startLink() {
      await demoPerson();
      if (demoToken !== undefined) return `/enter#token=${demoToken}`;
      if (await store.people.hasAdministrator()) return '';
      return `/setup#token=${await tokens.issue()}`;
    },
    setup(input) {
      // One after the other, so that two links cannot make two first administrators.
      const result = settingUp.then(() => setup(input));
      settingUp = result.catch(() => undefined);
      return result;
    },
    async enter(token) {
      const person = demoToken !== undefined && sameSecret(token, demoToken) ? await demoPerson() : undefined;
      if (person === undefined) {
        throw new ServiceError(
          'forbidden',
          'this link is not from the running demonstration; take the one it printed last',
        );
      }
      await note('person.entered', person);
      return accounts.enter(person.id);
    },
    async signIn(email, password, address) {
      limits.begin(email, address);
      const session = await accounts.signIn(email, password);
      if (session === undefined) {
        throw new ServiceError('unauthenticated', 'e-mail or password is not right');
      }
      limits.succeeded(email, address);
      await note('person.signed-in', session.person);
      return session;
    },
  };
}
