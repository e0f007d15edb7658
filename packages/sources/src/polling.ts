import type { Batch, SourceContext } from './definition.js';

/**
 * The loop of a source that asks again and again: every pull asks once, from where the last batch ended. The caller waits
 * between two pulls (`nextAt` says until when) and ends it with the signal.
 */
export async function* polling<Cursor>(
  start: Cursor | undefined,
  context: Pick<SourceContext, 'signal'>,
  ask: (cursor: Cursor | undefined) => Promise<Batch<Cursor>>,
): AsyncGenerator<Batch<Cursor>> {
  let cursor = start;
  while (!context.signal.aborted) {
    const batch = await ask(cursor);
    ({ cursor } = batch);
    yield batch;
  }
}
