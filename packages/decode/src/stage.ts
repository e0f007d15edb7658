import type { Disguise } from './decoded.js';
import { applyEdits, originalSpan, type Edit, type TrackedText } from './tracked-text.js';

/**
 * One kind of disguise and how it is undone. `gate` is a cheap test that ordinary text fails; `edits` decides from
 * context what is disguised. Edits do not overlap. Both run in time linear in the text.
 */
export interface Stage {
  readonly gate: Pick<RegExp, 'test'>;
  readonly edits: (text: string) => readonly Edit[];
}

/** What the stages made of a text. */
export interface Progress {
  readonly tracked: TrackedText;
  readonly disguises: readonly Disguise[];
}

/** Runs one stage. */
export function runStage({ tracked, disguises }: Progress, stage: Stage): Progress {
  if (!stage.gate.test(tracked.text)) return { tracked, disguises };
  const edits = stage.edits(tracked.text);
  if (edits.length === 0) return { tracked, disguises };
  const found = edits.map(({ name, start, end }) => ({ name, ...originalSpan(tracked, start, end) }));
  return { tracked: applyEdits(tracked, edits), disguises: [...disguises, ...found] };
}
