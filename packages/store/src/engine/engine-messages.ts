/** What the engine's thread is asked. `last` ends a transaction (or is one by itself): upkeep may follow it. */
export type EngineRequest =
  | {
      readonly type: 'run' | 'last';
      readonly id: number;
      readonly sql: string;
      readonly parameters: readonly unknown[];
    }
  | { readonly type: 'close'; readonly id: number };

export interface EngineFailure {
  readonly message: string;
  /** SQLSTATE */
  readonly code?: string;
  readonly constraint?: string;
  /** the engine itself is gone, not only the statement */
  readonly fatal: boolean;
}

/** What it answers, in order. Id 0 is the opening. */
export type EngineReply =
  | {
      readonly id: number;
      readonly rows?: readonly unknown[];
      readonly affectedRows?: number;
      readonly error?: undefined;
    }
  | { readonly id: number; readonly error: EngineFailure };
