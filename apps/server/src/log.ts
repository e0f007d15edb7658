type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Where the server writes what happens. `fields` hold ids, counts and reasons; never the content of Items, never secrets. */
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void;

/**
 * Writes one JSON object a call: `time` (ISO 8601), `level`, `message`, then the fields.
 * @example const log = jsonLog((line) => process.stdout.write(`${line}\n`));
 */
export function jsonLog(write: (line: string) => void, now: () => number = Date.now): Log {
  return (level, message, fields = {}) => {
    if (level === 'debug') return;
    write(JSON.stringify({ time: new Date(now()).toISOString(), level, message, ...fields }));
  };
}

/** For tests and embedded use: says nothing. */
export const silentLog: Log = () => undefined;
