import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPresence } from '../src/features/alerts/presence.js';
import { sameSecret } from '../src/features/session/one-time-links.js';
import { createSignInLimits, type SignInLimits } from '../src/features/session/sign-in-limits.js';

const options = { windowMs: 1000, perAccount: 3, perAddress: 5, remembered: 10 };

function refused(limits: SignInLimits, email: string, address: string): boolean {
  try {
    limits.begin(email, address);
    return false;
  } catch {
    return true;
  }
}

describe('attempts to sign in', () => {
  it('are limited by account, whatever the address and the letters', () => {
    const limits = createSignInLimits(() => 0, options);
    const attempts = ['1', '2', '3', '4'].map((address, index) =>
      refused(limits, index % 2 === 0 ? 'ann@example.org' : 'ANN@example.org', address),
    );
    expect(attempts).toEqual([false, false, false, true]);
    expect(refused(limits, 'ben@example.org', '1')).toBe(false);
  });

  it('are limited by address, whatever the account', () => {
    const limits = createSignInLimits(() => 0, options);
    const attempts = Array.from({ length: 6 }, (_, index) => refused(limits, `${index}@example.org`, '1'));
    expect(attempts).toEqual([false, false, false, false, false, true]);
  });

  it('are free again when the window is over, and after a success', () => {
    let now = 0;
    const limits = createSignInLimits(() => now, options);
    for (let count = 0; count < 4; count += 1) refused(limits, 'ann', '1');
    expect(refused(limits, 'ann', '2')).toBe(true);
    now = 1000;
    expect(refused(limits, 'ann', '2')).toBe(false);
    limits.succeeded('ann', '2');
    const attempts = [1, 2, 3].map(() => refused(limits, 'ann', '2'));
    expect(attempts).toEqual([false, false, false]);
  });

  it('say how long to wait', () => {
    const limits = createSignInLimits(() => 250, options);
    for (let count = 0; count < 3; count += 1) limits.begin('ann', '1');
    expect(() => limits.begin('ann', '1')).toThrow(
      expect.objectContaining({ code: 'rate-limited', retryAfterSeconds: 1 }),
    );
  });
});

it('two secrets are the same only when they are', () => {
  expect.hasAssertions();
  assert(
    property(string(), string(), (a, b) => {
      expect(sameSecret(a, b)).toBe(a === b);
    }),
    { numRuns: 200 },
  );
});

describe('who looks at an alert', () => {
  it('is known in order, and forgotten after 45 seconds of silence', () => {
    let now = 0;
    const presence = createPresence(() => now);
    presence.look('x', { id: 'ann', name: 'Ann' });
    now = 20_000;
    expect(presence.look('x', { id: 'ben', name: 'Ben' }).map(({ id }) => id)).toEqual(['ann', 'ben']);
    now = 45_000;
    expect(presence.viewers('x').map(({ id }) => id)).toEqual(['ben']);
    expect(presence.expire()).toEqual(['x']);
    expect(presence.expire()).toEqual([]);
    now = 100_000;
    expect(presence.expire()).toEqual(['x']);
    expect(presence.viewers('x')).toEqual([]);
  });
});
