export { similarityKey } from './key.js';
export {
  createSimilarIndex,
  type SimilarIndex,
  type SimilarInput,
  type SimilarOptions,
  type SimilarResult,
} from './similar-index.js';
