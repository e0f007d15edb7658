import type { Disguise } from './decoded.js';
import { signsOf } from './fold.js';
import type { FoldSigns } from './fold-signs.js';
import { applyEdits, originalSpan, type TrackedText } from './tracked-text.js';
import type { Transform } from './transform.js';
import { characterTransforms, spellingTransforms } from './transforms/index.js';

/** A text on its way to its plain form: what it says by now, its signs, and what was in the way. */
export interface Progress {
  readonly tracked: TrackedText;
  readonly signs: FoldSigns;
  readonly disguises: readonly Disguise[];
}

/** A text whose characters are restored, and the same once its spelling is restored too. */
export interface PlainForms {
  readonly characters: Progress;
  readonly plain: Progress;
}

/** Restores characters, then spelling; offsets of `disguises` are those of the text that `tracked` came from. */
export function plainForms(tracked: TrackedText, signs: FoldSigns): PlainForms {
  const characters = run({ tracked, signs, disguises: [] }, characterTransforms);
  return { characters, plain: run(characters, spellingTransforms) };
}

function run(from: Progress, transforms: readonly Transform[]): Progress {
  let progress = from;
  for (const transform of transforms) {
    if ((progress.signs.flags & transform.flags) !== 0) progress = runOne(progress, transform);
  }
  return progress;
}

function runOne(progress: Progress, transform: Transform): Progress {
  const { tracked, signs, disguises } = progress;
  if (transform.gate?.test(tracked.text) === false) return progress;
  const edits = transform.edits?.(tracked.text, signs) ?? [];
  if (edits.length === 0) return progress;
  const found = edits.map(({ name, start, end }) => ({ name, ...originalSpan(tracked, start, end) }));
  const changed = applyEdits(tracked, edits);
  return { tracked: changed, signs: signsOf(changed.text), disguises: [...disguises, ...found] };
}
