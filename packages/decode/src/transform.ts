import type { DisguiseName } from './decoded.js';
import type { FoldSigns } from './fold-signs.js';
import type { Payload } from './payload.js';
import type { Edit, TrackedText } from './tracked-text.js';

/**
 * One kind of disguise and how it is undone. It does one or more of three things:
 *
 * - `edits` changes the text in place: the result belongs to `plain`.
 * - `payloads` finds stretches that are a text in another writing (Base64, Morse): decoded together with all other
 *   payloads of the text they become a reading, which is decoded further.
 * - `candidates` offers whole further texts (Arabizi in Arabic script, a text turned around).
 *
 * All three are pure, total and linear in the text, and decide from context. They are called only for a text whose
 * fold signs have one of `flags` and that passes `gate`; neither may ever refuse a text that would have been changed.
 */
export interface Transform {
  /** The step's name in the contract; the folder's name, or the folder's begins with it (`leet`, `leet-arabic`). */
  readonly name: DisguiseName;
  /** Fold flags, any one of which lets the transform be tried; see `foldFlag`. */
  readonly flags: number;
  /** A cheap test of the text, asked after the flags. */
  readonly gate?: Pick<RegExp, 'test'>;
  /** Changes that do not overlap, in any order. */
  readonly edits?: (text: string, signs: FoldSigns) => readonly Edit[];
  readonly payloads?: (text: string, signs: FoldSigns) => readonly Payload[];
  readonly candidates?: (tracked: TrackedText, signs: FoldSigns) => readonly Candidate[];
}

/** A further text that a text may stand for. */
export interface Candidate {
  /** Made from the tracked text that was given (`applyEdits`, or its offsets in another order), so the way back is kept. */
  readonly tracked: TrackedText;
  /** How likely this is what the author meant, given that text: 0..1. See the README, "Confidence". */
  readonly confidence: number;
  /** Steps beyond the transform's own name, in the order in which they were undone. */
  readonly also?: readonly DisguiseName[];
  /** What was read, in units of the given text: becomes disguises. None for a mere offer (a hashtag's words). */
  readonly places?: readonly { readonly start: number; readonly end: number }[];
  /** Whether what is said may itself be disguised: it is then decoded in its turn. */
  readonly further?: boolean;
}
