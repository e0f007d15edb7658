import { StoreError } from '../errors.js';

/** Compares two versions by their numbers; what stands behind a hyphen is ignored. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => (version.split('-')[0] ?? '').split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** @throws StoreError `newer-version` where the data is ahead of the program */
export function assertNotNewer(written: string, version: string, where: string): void {
  if (compareVersions(written, version) > 0)
    throw new StoreError(
      'newer-version',
      `The data in ${where} was written by Vedette ${written}; this is ${version}. Install ${written} or newer, or use another data folder`,
    );
}
