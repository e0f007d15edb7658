import type { Column, QueryProblem } from '@vedette/contract';

export interface ColumnWithVolume extends Column {
  /** Items per quarter of an hour, last 24 hours */
  readonly volume: { readonly at: string; readonly count: number }[];
  readonly problems: QueryProblem[];
}

export interface ColumnInput {
  readonly title: string;
  readonly query: string;
  readonly density: Column['density'];
}

/** Columns of the Live screen belong to a person; nobody sees another's. */
export interface Columns {
  list(person: string): Promise<ColumnWithVolume[]>;
  /** Every column of everybody, for the matcher. */
  all(): Promise<(Column & { readonly person: string })[]>;
  add(person: string, input: ColumnInput): Promise<ColumnWithVolume>;
  /** Moves the others out of the way where `position` changes. @throws StoreError `not-found` */
  change(
    person: string,
    id: string,
    change: { readonly [K in keyof ColumnInput]?: ColumnInput[K] | undefined } & {
      readonly position?: number | undefined;
    },
  ): Promise<ColumnWithVolume>;
  /** @throws StoreError `not-found` */
  remove(person: string, id: string): Promise<void>;
}
