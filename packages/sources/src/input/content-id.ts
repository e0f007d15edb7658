import { hash } from 'node:crypto';

/** How many different contents are remembered, so that an endless stream does not fill the memory. */
const mostRemembered = 250_000;

/**
 * Gives ids to records that have none: a hash of what they say and, from the second identical one on, its ordinal. The
 * same file, or a longer one that begins with it, gives the same ids everywhere.
 */
export class ContentIds {
  readonly #seen = new Map<string, number>();
  readonly #most: number;

  /** `most` contents are remembered; fewer will do where equal ones stand close together. */
  constructor(most = mostRemembered) {
    this.#most = most;
  }

  next(content: string): string {
    const key = hash('sha256', content, 'hex').slice(0, 24);
    const ordinal = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.delete(key);
    this.#seen.set(key, ordinal);
    if (this.#seen.size > this.#most) {
      const oldest = this.#seen.keys().next();
      if (oldest.done !== true) this.#seen.delete(oldest.value);
    }
    return ordinal === 1 ? key : `${key}-${String(ordinal)}`;
  }
}

/** Short stable hash of some parts, for ids that must not carry them whole. */
export function shortHash(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 16);
}
