import type { FileInput, SourceDefinition } from '../definition.js';
import { sources as registered } from '../registry.js';

/**
 * The source that recognises a file best, by its content; undefined where none does. The name is a hint only.
 * @example detectSource(file)?.kind // 'telegram-export'
 */
export function detectSource(
  file: FileInput,
  sources: readonly SourceDefinition[] = registered,
): SourceDefinition | undefined {
  let best: SourceDefinition | undefined;
  let bestScore = 0;
  for (const source of sources) {
    const score = source.read === undefined ? 0 : (source.detect?.(file) ?? 0);
    if (score > bestScore) {
      best = source;
      bestScore = score;
    }
  }
  return best;
}
