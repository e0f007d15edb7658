import { betterAuth } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { roleSchema, type Person, type Role } from '@vedette/contract';
import type { Store } from '@vedette/store';
import { z } from 'zod';
import { ServiceError } from '../../errors.js';
import type { Log } from '../../log.js';

/** A session that has just begun, with the `Set-Cookie` lines that carry it. */
export interface NewSession {
  readonly person: Person;
  readonly cookies: readonly string[];
}

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  /** missing: nobody can sign in to it with a password */
  readonly password?: string;
  readonly role: Role;
}

/**
 * Local accounts and sessions. This file is the only one that knows better-auth; everything else speaks `Person`.
 * Passwords are kept as scrypt hashes, sessions in the store, so that ending one takes effect with the next request.
 */
export interface Accounts {
  /** The session of a right e-mail and password; undefined for any wrong pair, after the same work. */
  signIn(email: string, password: string): Promise<NewSession | undefined>;
  /** A session without a password, for the links that the server itself printed. */
  enter(personId: string): Promise<NewSession>;
  /** @throws ServiceError `conflict` when the e-mail has an account */
  create(account: NewAccount): Promise<Person>;
  /** Who the cookie of a request belongs to. */
  identify(headers: Headers): Promise<{ readonly person: Person; readonly session: string } | undefined>;
  /** Ends the session of the cookie; gives the lines that remove it. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** @throws ServiceError `invalid-request` when `current` is wrong. Ends all sessions but the new one. */
  changePassword(headers: Headers, current: string, next: string): Promise<readonly string[]>;
  findByEmail(email: string): Promise<Person | undefined>;
  /** Enables or disables without the rule about the last administrator; for the demo's own account. */
  setDisabled(personId: string, disabled: boolean): Promise<void>;
  /** Keeps something to be used once: `take` gives true to the first caller before the time is up. */
  keepOnce(name: string, until: Date): Promise<void>;
  takeOnce(name: string): Promise<boolean>;
}

export interface AccountsOptions {
  readonly store: Pick<Store, 'db' | 'dialect'>;
  /** signs the cookies; from the store, so that a restart ends no session */
  readonly secret: string;
  readonly origin: string;
  readonly secureCookies: boolean;
  readonly log: Log;
}

const sessionSeconds = 7 * 24 * 3600;
const minimumPassword = 12;
const maximumPassword = 256;

/** Opens a session without a password. It has no path, so no request can reach it. */
const enterAs = createAuthEndpoint(
  { method: 'POST', body: z.object({ personId: z.string() }) },
  async (context): Promise<{ readonly ok: true }> => {
    const user = await context.context.internalAdapter.findUserById(context.body.personId);
    if (user === null || asPerson(user).disabled) throw new APIError('FORBIDDEN');
    const session = await context.context.internalAdapter.createSession(user.id);
    await setSessionCookie(context, { session, user });
    return { ok: true };
  },
);

/** Makes the accounts of a store. */
export function createAccounts(options: AccountsOptions): Accounts {
  const auth = betterAuth({
    appName: 'Vedette',
    baseURL: options.origin,
    secret: options.secret,
    database: { db: options.store.db, type: options.store.dialect },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: minimumPassword,
      maxPasswordLength: maximumPassword,
    },
    session: { expiresIn: sessionSeconds, updateAge: 24 * 3600, cookieCache: { enabled: false } },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabled: { type: 'boolean', required: true, input: false, defaultValue: false },
      },
    },
    // Attempts are limited by `SignInLimits`, which counts failures by account as well.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'vedette',
      useSecureCookies: options.secureCookies,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      // The HTTP layer has checked name and origin before anything reaches this.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const user = await context?.context.internalAdapter.findUserById(session.userId);
            return user === undefined || user === null || asPerson(user).disabled ? false : undefined;
          },
        },
      },
    },
    plugins: [{ id: 'vedette', endpoints: { enterAs } }],
    logger: {
      // Its messages name accounts and tokens at lower levels; only real failures go to the log, without arguments.
      level: 'error',
      log: (level, message) => {
        if (level === 'error') options.log('warn', 'accounts', { reason: message });
      },
    },
  });

  async function credentialAccount(person: Person, password: string): Promise<void> {
    const { internalAdapter, password: hashing } = await auth.$context;
    await internalAdapter.linkAccount({
      userId: person.id,
      providerId: 'credential',
      accountId: person.id,
      password: await hashing.hash(password),
    });
  }

  async function byEmail(email: string): Promise<Person | undefined> {
    const { internalAdapter } = await auth.$context;
    const found = await internalAdapter.findUserByEmail(email.toLowerCase());
    return found === null ? undefined : asPerson(found.user);
  }

  return {
    async signIn(email, password) {
      try {
        const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
        const person = await byEmail(email);
        return person === undefined ? undefined : { person, cookies: headers.getSetCookie() };
      } catch (error) {
        if (isRefusal(error)) return undefined;
        throw error;
      }
    },
    async enter(personId) {
      const { headers } = await auth.api
        .enterAs({ body: { personId }, returnHeaders: true })
        .catch((error: unknown) => {
          throw isRefusal(error)
            ? new ServiceError('forbidden', 'this account is disabled or gone', { cause: error })
            : error;
        });
      const { internalAdapter } = await auth.$context;
      const user = await internalAdapter.findUserById(personId);
      if (user === null) throw new ServiceError('forbidden', 'this account is gone');
      return { person: asPerson(user), cookies: headers.getSetCookie() };
    },
    async create(account) {
      const email = account.email.toLowerCase();
      if ((await byEmail(email)) !== undefined) {
        throw new ServiceError('conflict', 'there is an account with this e-mail address already');
      }
      const { internalAdapter } = await auth.$context;
      const user = await internalAdapter.createUser(
        { name: account.name, email, emailVerified: false, role: account.role, disabled: false },
        { method: 'email-password' },
      );
      const person = asPerson(user);
      if (account.password !== undefined) await credentialAccount(person, account.password);
      return person;
    },
    async identify(headers) {
      const found = await auth.api.getSession({ headers });
      if (found === null) return undefined;
      const person = asPerson(found.user);
      return person.disabled ? undefined : { person, session: found.session.id };
    },
    async signOut(headers) {
      const answer = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.headers.getSetCookie();
    },
    async changePassword(headers, current, next) {
      try {
        const answer = await auth.api.changePassword({
          headers,
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          returnHeaders: true,
        });
        return answer.headers.getSetCookie();
      } catch (error) {
        if (isRefusal(error)) {
          throw new ServiceError('invalid-request', 'the current password is not right', { cause: error });
        }
        throw error;
      }
    },
    findByEmail: byEmail,
    async setDisabled(personId, disabled) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.updateUser(personId, { disabled });
      if (disabled) await internalAdapter.deleteUserSessions(personId);
    },
    async keepOnce(name, until) {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.createVerificationValue({ identifier: name, value: 'once', expiresAt: until });
    },
    async takeOnce(name) {
      const { internalAdapter } = await auth.$context;
      return (await internalAdapter.consumeVerificationValue(name)) !== null;
    },
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof APIError && error.statusCode < 500;
}

const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  disabled: z.boolean(),
  createdAt: z.coerce.date(),
});

function asPerson(user: object): Person {
  const { createdAt, ...rest } = userSchema.parse(user);
  return { ...rest, createdAt: createdAt.toISOString() };
}
