/** How much a line of the log matters. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** Where the pipeline says what people who run it should know. `error` is the cause, with its stack, where there is one. */
export type Log = (level: LogLevel, message: string, error?: unknown) => void;
