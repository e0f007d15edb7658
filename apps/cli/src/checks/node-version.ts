import { failedCheck, passed, type Check } from './check.js';

const least = [20, 19] as const;

/** Whether this Node is new enough. */
export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > least[0] || (major === least[0] && minor >= least[1]);
  const needed = `${String(least[0])}.${String(least[1])}`;
  return enough
    ? passed('node', `Node ${version}`)
    : failedCheck('node', `Node ${version} is older than ${needed}`, `install Node ${needed} or newer (nodejs.org)`);
}
