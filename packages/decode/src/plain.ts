import type { Disguise } from './decoded.js';
import type { TrackedText } from './tracked-text.js';

/** The plain form of a text and what was in the way. */
export function plainOf(text: string): { plain: TrackedText; disguises: readonly Disguise[] } {
  return { plain: { text }, disguises: [] };
}
