export { disguiseNames, type Decoded, type Disguise, type DisguiseName, type Reading } from './decoded.js';
export { decode, decodeTracked, mayBeDisguised, type DecodeOptions, type TrackedDecoding } from './decode.js';
export { plainOf } from './plain-of.js';
export type { TrackedReading } from './readings.js';
export { explainStep, type ExplanationLanguage } from './explain-step.js';
export { fold, FoldBuffer, foldInto, foldUnits } from './fold.js';
export { foldFlag } from './fold-signs.js';
export { applyEdits, originalSpan, type Edit, type TrackedText } from './tracked-text.js';
export { codePointLabel, visibleTokens, type VisibleToken } from './visible-tokens.js';
export { commonness } from './words/commonness.js';
export {
  arabiziCustom,
  arabiziSteps,
  arabiziTokens,
  hintsAtArabizi,
  isArabiziAnd,
  withArabiziArticle,
  type ArabiziStep,
} from './arabizi-parts.js';
