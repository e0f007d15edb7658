import { createHash } from 'node:crypto';

/** How many different contents are remembered, so that an endless stream does not fill the memory. */
const mostRemembered = 250_000;

/**
 * Gives ids to records that have none: a hash of what they say and, from the second identical one on, its ordinal. The
 * same file, or a longer one that begins with it, gives the same ids everywhere.
 */
export class ContentIds {
  readonly #seen = new Map<string, number>();

  next(content: string): string {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 24);
    const ordinal = (this.#seen.get(hash) ?? 0) + 1;
    this.#seen.delete(hash);
    this.#seen.set(hash, ordinal);
    if (this.#seen.size > mostRemembered) {
      const oldest = this.#seen.keys().next();
      if (oldest.done !== true) this.#seen.delete(oldest.value);
    }
    return ordinal === 1 ? hash : `${hash}-${String(ordinal)}`;
  }
}

/** Short stable hash of some parts, for ids that must not carry them whole. */
export function shortHash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
