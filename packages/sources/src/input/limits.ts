import { SourceError } from '../errors.js';

/** How far an archive may unfold before reading stops. Sizes in bytes. */
export interface InputLimits {
  /** members of one archive, nested archives included */
  readonly entries: number;
  /** everything unpacked from one argument */
  readonly totalBytes: number;
  /** unpacked bytes for each packed byte, looked at once `ratioFloorBytes` are unpacked */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  /** archives within archives */
  readonly depth: number;
}

/** Exports of chats and feeds pack 5 to 40 times; bombs start at about 1,000. */
export const defaultInputLimits: InputLimits = {
  entries: 200_000,
  totalBytes: 64 * 2 ** 30,
  ratio: 200,
  ratioFloorBytes: 32 * 2 ** 20,
  depth: 3,
};

/** An archive reached a limit. Nothing more of it is read; the message names the member and the limit. */
export class InputLimitError extends SourceError {
  /** the member or archive at which the limit was reached */
  readonly place: string;

  constructor(place: string, reason: string) {
    super('incompatible', `${place}: ${reason}`);
    this.name = 'InputLimitError';
    this.place = place;
  }
}

/** Counts what one argument packs and unpacks, nested archives together, and throws {@link InputLimitError} at a limit. */
export class UnpackBudget {
  readonly limits: InputLimits;
  #packed = 0;
  #unpacked = 0;
  #entries = 0;
  #exhausted = false;

  constructor(limits: InputLimits) {
    this.limits = limits;
  }

  /** whether a limit was reached: nothing more of the argument is read, and it was said once */
  get exhausted(): boolean {
    return this.#exhausted;
  }

  /** Bytes of the outermost archive, known at once (a file) or counted as they come (a stream). */
  addPacked(bytes: number): void {
    this.#packed += bytes;
  }

  addEntry(archive: string): void {
    this.#entries += 1;
    if (this.#entries > this.limits.entries) {
      const limit = String(this.limits.entries);
      this.#stop(archive, `has more than ${limit} members (the limit); the rest is not read`);
    }
  }

  addUnpacked(bytes: number, name: string): void {
    this.#unpacked += bytes;
    if (this.#unpacked > this.limits.totalBytes) {
      this.#stop(name, `more than ${inMegabytes(this.limits.totalBytes)} unpacked (the limit); the rest is not read`);
    }
    if (this.#unpacked > this.limits.ratioFloorBytes && this.#unpacked > this.#packed * this.limits.ratio) {
      this.#stop(
        name,
        `unpacks to more than ${String(this.limits.ratio)} times its size (the limit), as only an archive bomb does; the rest is not read`,
      );
    }
  }

  #stop(place: string, reason: string): never {
    this.#exhausted = true;
    throw new InputLimitError(place, reason);
  }

  enter(depth: number, name: string): void {
    if (depth > this.limits.depth) {
      throw new InputLimitError(
        name,
        `archives inside archives are opened ${String(this.limits.depth)} deep (the limit); unpack it first`,
      );
    }
  }
}

function inMegabytes(bytes: number): string {
  return `${String(Math.round(bytes / 2 ** 20))} MB`;
}
