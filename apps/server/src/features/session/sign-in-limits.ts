import { ServiceError } from '../../errors.js';

export interface LimitOptions {
  readonly windowMs: number;
  readonly perAccount: number;
  readonly perAddress: number;
  /** how many keys are remembered; the oldest go first */
  readonly remembered: number;
}

const defaults: LimitOptions = { windowMs: 15 * 60_000, perAccount: 10, perAddress: 50, remembered: 10_000 };

interface Window {
  count: number;
  readonly endsAt: number;
}

/** Counts attempts to sign in that did not succeed, by account and by address. */
export interface SignInLimits {
  /**
   * Counts an attempt before it is tried, so that many at once are no way around.
   * @throws ServiceError `rate-limited`, the same for accounts that exist and that do not
   */
  begin(email: string, address: string): void;
  /** The attempt was right: the account starts afresh and the address gets its attempt back. */
  succeeded(email: string, address: string): void;
}

export function createSignInLimits(now: () => number, options: LimitOptions = defaults): SignInLimits {
  const windows = new Map<string, Window>();

  function windowOf(key: string): Window {
    const known = windows.get(key);
    if (known !== undefined && known.endsAt > now()) return known;
    const fresh: Window = { count: 0, endsAt: now() + options.windowMs };
    windows.delete(key);
    windows.set(key, fresh);
    const oldest = windows.keys().next();
    if (windows.size > options.remembered && oldest.done !== true) windows.delete(oldest.value);
    return fresh;
  }

  return {
    begin(email, address) {
      const account = windowOf(`account:${email.toLowerCase()}`);
      const from = windowOf(`address:${address}`);
      const over = account.count >= options.perAccount ? account : from.count >= options.perAddress ? from : undefined;
      if (over !== undefined) {
        throw new ServiceError('rate-limited', 'too many attempts to sign in; wait and try again', {
          retryAfterSeconds: (over.endsAt - now()) / 1000,
        });
      }
      account.count += 1;
      from.count += 1;
    },
    succeeded(email, address) {
      windows.delete(`account:${email.toLowerCase()}`);
      const from = windowOf(`address:${address}`);
      from.count = Math.max(0, from.count - 1);
    },
  };
}
