/** See packages/contract `decodedSchema`: the same shape, kept here without a dependency. */
export interface Disguise {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
