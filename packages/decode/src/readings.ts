import type { Disguise, Reading } from './decoded.js';
import type { TrackedText } from './tracked-text.js';

/** Further candidates of what a text says. */
export function readingsOf(
  _plain: TrackedText,
  _disguises: readonly Disguise[],
): readonly (Reading & { tracked: TrackedText })[] {
  return [];
}
