import { InvalidArgumentError, type Command } from 'commander';

/** Adds the options that say how INPUT is read. */
export function withInputFlags(command: Command): Command {
  return command
    .option('--as <kind>', 'read every file as this kind ("vedette sources" lists them)')
    .option('--zone <tz>', 'zone of local times that name none, such as Europe/Brussels (UTC)')
    .option('--columns <spec>', 'columns of a table: date,time,author.name,text or text=Header,date=Header')
    .option('--text-path <path>', 'where raw JSON lines have their text, such as commit.record.text', textPathOf)
    .hook('preAction', (_program, called) => checkSourceFlags(called));
}

/** Checks what only the sources know; they are loaded where one of these options is given. */
async function checkSourceFlags(command: Command): Promise<void> {
  const flags: Readonly<Record<string, unknown>> = command.opts();
  const { as, zone, columns } = flags;
  if (as === undefined && zone === undefined && columns === undefined) return;
  const sources = await import('@vedette/sources');
  const kinds = sources.sources.map(({ kind }) => kind);
  if (typeof as === 'string' && !kinds.some((kind) => kind === as))
    refuse(command, '--as <kind>', as, `there is no such kind; this build reads ${kinds.join(', ')}.`);
  if (typeof zone === 'string' && !sources.isTimeZone(zone)) {
    refuse(command, '--zone <tz>', zone, 'it is not a time zone; write it like Europe/Brussels or UTC.');
  }
  if (typeof columns !== 'string') return;
  try {
    sources.parseColumnSpec(columns);
  } catch (error) {
    if (!(error instanceof sources.ColumnSpecError)) throw error;
    refuse(command, '--columns <spec>', columns, `${error.message}.`);
  }
}

/** Ends the call with the message that the parser of options would have given. */
function refuse(command: Command, option: string, value: string, reason: string): never {
  command.error(`error: option '${option}' argument '${value}' is invalid. ${reason}`, {
    exitCode: 1,
    code: 'commander.invalidArgument',
  });
}

function textPathOf(value: string): string {
  if (value.split('.').includes('')) throw new InvalidArgumentError('a path is keys joined by dots.');
  return value;
}

/** A whole number of at least 1. */
export function countOf(value: string): number {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new InvalidArgumentError('it is not a whole number of at least 1.');
  return count;
}

/** A port; 0 takes any free one. */
export function portOf(value: string): number {
  const port = Number(value);
  if (!/^\d+$/u.test(value) || port > 65_535) throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return port;
}
