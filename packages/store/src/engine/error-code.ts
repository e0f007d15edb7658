/** The code of a failure: an errno name such as ENOENT, or an SQLSTATE; undefined where it has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
