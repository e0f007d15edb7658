import { failedCheck, passed, type Check } from './check.js';

/** No build of this program is older: a clock before it is wrong. */
const builtAfter = Date.UTC(2026, 10, 1);
const farFuture = Date.UTC(2100, 0, 1);

/** Whether the clock can be right: what is decided and recorded carries its time. */
export function checkClock(now: number): Check {
  if (now >= builtAfter && now < farFuture) return passed('clock', new Date(now).toISOString());
  const detail = `the clock says ${new Date(now).toISOString()}`;
  return failedCheck('clock', detail, 'set it, best by a time service: timedatectl set-ntp true');
}
