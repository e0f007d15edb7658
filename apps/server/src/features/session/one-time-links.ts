import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Accounts } from './accounts.js';

const setupLifetimeMs = 7 * 24 * 3600 * 1000;

/**
 * The secret part of a link that the server prints at its start. It stands behind `#`, so that no log, proxy or referrer
 * ever sees it; only its SHA-256 is kept (with 256 random bits a slow hash would add nothing).
 */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares two secrets in a time that says nothing about where they differ. */
export function sameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(wanted).digest());
}

/** Tokens that make the first administrator: each works once, within seven days. */
export interface SetupTokens {
  issue(): Promise<string>;
  /** True for the first use of a token that was issued and has not run out. */
  redeem(token: string): Promise<boolean>;
  /** Makes a redeemed token good again, where what it was for did not happen. */
  giveBack(token: string): Promise<void>;
}

export function createSetupTokens(accounts: Pick<Accounts, 'keepOnce' | 'takeOnce'>, now: () => number): SetupTokens {
  const keep = (token: string): Promise<void> => accounts.keepOnce(nameOf(token), new Date(now() + setupLifetimeMs));
  return {
    async issue() {
      const token = newToken();
      await keep(token);
      return token;
    },
    redeem: (token) => accounts.takeOnce(nameOf(token)),
    giveBack: keep,
  };
}

function nameOf(token: string): string {
  return `setup:${createHash('sha256').update(token).digest('hex')}`;
}
