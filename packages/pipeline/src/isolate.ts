/** What became of one element: its result, or why it has none. */
export type Isolated<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly reason: string };

export interface IsolateOptions<Element, Result> {
  /** works on a batch; throws when the whole batch was lost (a worker died or took too long) */
  run(batch: readonly Element[]): Promise<readonly Isolated<Result>[]>;
  /** whether a thrown error means a lost batch; every other error is thrown on */
  isLost(error: unknown): boolean;
  /** plain words for the quarantine: why a single element was given up */
  reasonOf(error: unknown): string;
}

/**
 * Runs a batch so that one poisonous element costs only itself. A lost batch is tried once more as a whole (the machine
 * may have been at fault), then halved until the elements that kill their worker stand alone; those are given up.
 * @returns one entry per element, in order
 */
export async function isolate<Element, Result>(
  batch: readonly Element[],
  options: IsolateOptions<Element, Result>,
): Promise<readonly Isolated<Result>[]> {
  return attempt(batch, options, 2);
}

async function attempt<Element, Result>(
  batch: readonly Element[],
  options: IsolateOptions<Element, Result>,
  tries: number,
): Promise<readonly Isolated<Result>[]> {
  try {
    return await options.run(batch);
  } catch (error) {
    if (!options.isLost(error)) throw error;
    if (tries > 1) return attempt(batch, options, tries - 1);
    if (batch.length === 1) return [{ ok: false, reason: options.reasonOf(error) }];
    const middle = Math.ceil(batch.length / 2);
    const first = await attempt(batch.slice(0, middle), options, 1);
    const second = await attempt(batch.slice(middle), options, 1);
    return [...first, ...second];
  }
}
