/** One check of the installation. A check that fails says how to mend it. */
export interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly fix?: string;
}

/** What is to be checked. */
export interface CheckTarget {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly now: number;
}

/** A check that went well. */
export function passed(check: string, detail: string): Check {
  return { check, ok: true, detail };
}

/** A check that did not, with what to do. */
export function failedCheck(check: string, detail: string, fix: string): Check {
  return { check, ok: false, detail, fix };
}
