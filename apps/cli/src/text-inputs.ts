import type { Item, SourceKind } from '@vedette/contract';
import {
  chooseSource,
  failedInput,
  openInputs,
  placed,
  readEntry,
  readNdjsonLines,
  type InputEntry,
  type ReadInputsOptions,
} from '@vedette/sources';
import { UsageError } from './errors.js';
import type { Session } from './terminal/session.js';

/** One text to work on: an Item, or a raw line as one. */
export interface TextInput {
  /** the id, or `FILE:LINE` where a raw line has none */
  readonly ref: string;
  /** the id that came with the line or Item */
  readonly id: string | undefined;
  readonly item: Item;
}

/** Options that every command with INPUT has. */
export interface InputFlags {
  readonly as?: SourceKind;
  readonly zone?: string;
  readonly columns?: string;
  readonly textPath?: string;
}

/**
 * Everything that `read` accepts, and Items or raw `{"id"?, "text"}` lines, in order; stdin where no INPUT is given.
 * What is not read is named on stderr.
 */
export async function* textInputs(
  inputs: readonly string[],
  flags: InputFlags,
  session: Session,
): AsyncGenerator<TextInput> {
  const options = inputOptions(flags, session);
  for await (const entry of openInputs(inputsOrStdin(inputs, session), options)) {
    if ('rejected' in entry) session.reject(entry.rejected);
    else yield* textsOf(entry, options, session);
  }
}

async function* textsOf(
  entry: Extract<InputEntry, { readonly file: unknown }>,
  options: ReadInputsOptions,
  session: Session,
): AsyncGenerator<TextInput> {
  const choice = chooseSource(entry, options);
  if (!('source' in choice) || choice.source.kind !== 'ndjson') {
    for await (const result of readEntry(entry, options)) {
      if ('rejected' in result) session.reject(result.rejected);
      else yield { ref: result.item.id, id: result.item.id, item: result.item };
    }
    return;
  }
  const { name } = entry.file;
  try {
    for await (const line of readNdjsonLines(entry.file, options)) {
      session.signal.throwIfAborted();
      const ref = `${name}:${String(line.line)}`;
      if ('reason' in line) session.reject({ where: ref, reason: line.reason });
      else {
        const item = placed(line.item, 'ndjson', name, entry.origin);
        yield { ref: line.ownId ?? ref, id: line.ownId, item };
      }
    }
  } catch (error) {
    if (session.signal.aborted) throw error;
    session.reject(failedInput(error, name).rejected);
  }
}

/** What reading needs besides the arguments. */
export function inputOptions(flags: InputFlags, session: Session): ReadInputsOptions {
  return {
    signal: session.signal,
    stdin: session.stdin,
    ...(flags.as === undefined ? {} : { as: flags.as }),
    ...(flags.zone === undefined ? {} : { zone: flags.zone }),
    ...(flags.columns === undefined ? {} : { columns: flags.columns }),
    ...(flags.textPath === undefined ? {} : { textPath: flags.textPath }),
  };
}

/** The arguments, or stdin where there are none and something is piped in. */
export function inputsOrStdin(inputs: readonly string[], session: Session): readonly string[] {
  if (inputs.length > 0) return inputs;
  if (session.stdin.isTTY === true) {
    throw new UsageError('nothing to read: name an INPUT, or pipe Items or lines into it');
  }
  return ['-'];
}
