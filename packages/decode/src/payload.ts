import type { DisguiseName } from './decoded.js';

/** A stretch of text that is a text in another writing; `start` and `end` are units of the text it stands in. */
export interface Payload {
  readonly name: DisguiseName;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** All steps in the order in which they were undone, where it took more than `name` (a payload in a payload). */
  readonly steps?: readonly DisguiseName[];
  /** The text is no writing itself but looks like a further payload; worth something only if that can be read. */
  readonly packed?: boolean;
  /** How likely the stretch is meant so, 0..1; 0.95 where it is not said. */
  readonly confidence?: number;
}
