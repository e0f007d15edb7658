export type {
  AnyPlaceNode,
  Comparison,
  FieldNode,
  HashtagNode,
  MetadataField,
  NearNode,
  PlaceNode,
  QueryNode,
  RegexNode,
  TermNode,
  ViaNode,
  WordPattern,
} from './query.js';
export { metadataFields } from './query.js';
export type * from './shapes.js';
