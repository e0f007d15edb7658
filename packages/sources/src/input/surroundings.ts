import { createHash } from 'node:crypto';
import type { Surroundings } from '../definition.js';

/** How the files of one folder or archive are reached by their names. */
export interface FileSet {
  readonly names: ReadonlySet<string>;
  /** one file was given by its name, and the others are only its neighbours */
  readonly alone?: boolean;
  /** the content of a file, or undefined where this kind of archive cannot go back to it */
  open(name: string): AsyncIterable<Uint8Array> | undefined;
}

/** A companion names an account or a chat, or completes long posts; a longer one is left alone. Bytes. */
export const longestCompanion = 32 * 2 ** 20;

/**
 * The files around one file. Hashes and companions are read when they are asked for and remembered for the whole folder
 * or archive; what cannot be read is as if it were not there.
 */
export class SurroundingFiles {
  readonly #files: FileSet;
  readonly #hashes: Map<string, string | undefined>;
  readonly #companions: Map<string, Uint8Array | undefined>;

  constructor(
    files: FileSet,
    known: {
      readonly hashes?: ReadonlyMap<string, string>;
      readonly companions?: ReadonlyMap<string, Uint8Array>;
    } = {},
  ) {
    this.#files = files;
    this.#hashes = new Map(known.hashes);
    this.#companions = new Map(known.companions);
  }

  /** The same files as one of them sees them. */
  of(self: string): Surroundings {
    return {
      self,
      alone: this.#files.alone === true,
      names: this.#files.names,
      read: (name) => this.#read(name),
      sha256: (name) => this.#hash(name),
    };
  }

  async #read(name: string): Promise<Uint8Array | undefined> {
    if (this.#companions.has(name) || !this.#files.names.has(name)) return this.#companions.get(name);
    const content = await this.#content(name);
    this.#companions.set(name, content);
    return content;
  }

  async #content(name: string): Promise<Uint8Array | undefined> {
    const parts: Uint8Array[] = [];
    let length = 0;
    try {
      const chunks = this.#files.open(name);
      if (chunks === undefined) return undefined;
      for await (const chunk of chunks) {
        length += chunk.length;
        if (length > longestCompanion) return undefined;
        parts.push(chunk);
      }
    } catch {
      return undefined; // it is read as a file of its own too, where its damage is said
    }
    return Buffer.concat(parts);
  }

  async #hash(name: string): Promise<string | undefined> {
    if (this.#hashes.has(name) || !this.#files.names.has(name)) return this.#hashes.get(name);
    let hash: string | undefined;
    try {
      const chunks = this.#files.open(name);
      if (chunks !== undefined) {
        const sum = createHash('sha256');
        for await (const chunk of chunks) sum.update(chunk);
        hash = sum.digest('hex');
      }
    } catch {
      hash = undefined; // an attachment that cannot be read has no hash; the Item names the file all the same
    }
    this.#hashes.set(name, hash);
    return hash;
  }
}

/**
 * The name of a file that an export mentions, as it stands among the files: exports write paths from their own root, which
 * may lie in any folder, or from the folder of the file that mentions it.
 * @example findBeside('photos/a.jpg', file.beside) // 'chat/photos/a.jpg' for a file chat/result.json
 */
export function findBeside(mentioned: string, beside: Surroundings): string | undefined {
  const path = mentioned.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '');
  if (path === '' || path.startsWith('/')) return undefined;
  const folders = beside.self.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const name = [...folders.slice(0, depth), path].join('/');
    if (beside.names.has(name)) return name;
  }
  return undefined;
}
