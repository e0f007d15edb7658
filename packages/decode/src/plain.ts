import type { Disguise } from './decoded.js';
import { signsOf } from './fold.js';
import type { FoldSigns } from './fold-signs.js';
import { applyEdits, originalSpan, type Edit, type TrackedText } from './tracked-text.js';
import type { Transform } from './transform.js';
import { characterTransforms, spellingTransforms } from './transforms/index.js';

/** A text on its way to its plain form: what it says by now, its signs, and what was in the way. */
export interface Progress {
  readonly tracked: TrackedText;
  readonly signs: FoldSigns;
  readonly disguises: readonly Disguise[];
}

/** A stretch of the original that was read as something else: what is in it is no spelling. */
export interface Taken {
  readonly start: number;
  readonly end: number;
}

/** Restores the characters of a text; offsets of `disguises` are those of the text that `tracked` came from. */
export function restoreCharacters(tracked: TrackedText, signs: FoldSigns): Progress {
  return run({ tracked, signs, disguises: [] }, characterTransforms, []);
}

/** Restores the spelling of a text whose characters are restored, but for what was taken for a payload. */
export function restoreSpelling(characters: Progress, taken: readonly Taken[]): Progress {
  return run(characters, spellingTransforms, taken);
}

function run(from: Progress, transforms: readonly Transform[], taken: readonly Taken[]): Progress {
  let progress = from;
  for (const transform of transforms) {
    if ((progress.signs.flags & transform.flags) !== 0) progress = runOne(progress, transform, taken);
  }
  return progress;
}

function runOne(progress: Progress, transform: Transform, taken: readonly Taken[]): Progress {
  const { tracked, signs, disguises } = progress;
  if (transform.gate?.test(tracked.text) === false) return progress;
  const edits: Edit[] = [];
  const found: Disguise[] = [];
  for (const edit of transform.edits?.(tracked.text, signs) ?? []) {
    const place = originalSpan(tracked, edit.start, edit.end);
    if (taken.some(({ start, end }) => start < place.end && place.start < end)) continue;
    edits.push(edit);
    found.push({ name: edit.name, ...place });
  }
  if (edits.length === 0) return progress;
  const changed = applyEdits(tracked, edits);
  return { tracked: changed, signs: signsOf(changed.text), disguises: [...disguises, ...found] };
}
