import { sourceKinds, type SourceKind } from '@vedette/contract';
import { ColumnSpecError, isTimeZone, parseColumnSpec, sources } from '@vedette/sources';
import { InvalidArgumentError, type Command } from 'commander';

/** Adds the options that say how INPUT is read. */
export function withInputFlags(command: Command): Command {
  return command
    .option('--as <kind>', 'read every file as this kind ("vedette sources" lists them)', kindOf)
    .option('--zone <tz>', 'zone of local times that name none, such as Europe/Brussels (UTC)', zoneOf)
    .option('--columns <spec>', 'columns of a table: date,time,author.name,text or text=Header,date=Header', columnsOf)
    .option('--text-path <path>', 'where raw JSON lines have their text, such as commit.record.text', textPathOf);
}

function kindOf(value: string): SourceKind {
  const known = sourceKinds.find((kind) => kind === value);
  const readable = sources.filter((source) => source.read !== undefined).map((source) => source.kind);
  if (known === undefined)
    throw new InvalidArgumentError(`there is no such kind; this build reads ${readable.join(', ')}.`);
  if (!readable.includes(known)) {
    throw new InvalidArgumentError(`this build does not read it yet; it reads ${readable.join(', ')}.`);
  }
  return known;
}

function zoneOf(value: string): string {
  if (!isTimeZone(value))
    throw new InvalidArgumentError('it is not a time zone; write it like Europe/Brussels or UTC.');
  return value;
}

function columnsOf(value: string): string {
  try {
    parseColumnSpec(value);
    return value;
  } catch (error) {
    if (error instanceof ColumnSpecError) throw new InvalidArgumentError(`${error.message}.`);
    throw error;
  }
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
