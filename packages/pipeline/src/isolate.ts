/** What became of one element: its result, or why it has none. */
export type Isolated<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly reason: string };

export interface IsolateOptions<Element, Result> {
  /** works on a batch; throws when the whole batch was lost (a worker died or hung) */
  run(batch: readonly Element[]): Promise<readonly Isolated<Result>[]>;
  /** whether a thrown error means a lost batch; every other error is thrown on */
  isLost(error: unknown): boolean;
  /** index of the element that was being worked on when the batch was lost, where that is known */
  suspectOf(error: unknown): number | undefined;
  /** plain words for the quarantine: why a single element was given up */
  reasonOf(error: unknown): string;
}

/**
 * Runs a batch so that one poisonous element costs only itself. When a batch is lost, the element that was being worked
 * on is tried once more alone (the machine may have been at fault) and given up if it is lost again; the others go on
 * without it. Where it is not known, halving finds it.
 * @returns one entry per element, in order
 */
export async function isolate<Element, Result>(
  batch: readonly Element[],
  options: IsolateOptions<Element, Result>,
): Promise<readonly Isolated<Result>[]> {
  return attempt(batch, options, batch.length === 1 ? 2 : 1);
}

async function attempt<Element, Result>(
  batch: readonly Element[],
  options: IsolateOptions<Element, Result>,
  tries: number,
): Promise<readonly Isolated<Result>[]> {
  if (batch.length === 0) return [];
  try {
    return await options.run(batch);
  } catch (error) {
    if (!options.isLost(error)) throw error;
    if (batch.length === 1) {
      return tries > 1 ? attempt(batch, options, tries - 1) : [{ ok: false, reason: options.reasonOf(error) }];
    }
    const suspect = options.suspectOf(error);
    const known = suspect !== undefined && suspect >= 0 && suspect < batch.length;
    const cuts = known ? [suspect, suspect + 1] : [Math.ceil(batch.length / 2)];
    const results: Isolated<Result>[] = [];
    let from = 0;
    for (const to of [...cuts, batch.length]) {
      results.push(...(await attempt(batch.slice(from, to), options, known ? 1 : 2)));
      from = to;
    }
    return results;
  }
}
