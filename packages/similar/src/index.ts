export { similarityKey } from './key.js';
export {
  SimilarIndex,
  type KeyedInput,
  type SimilarInput,
  type SimilarOptions,
  type SimilarResult,
} from './similar-index.js';
