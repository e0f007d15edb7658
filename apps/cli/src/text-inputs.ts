import type { Item, SourceKind } from '@vedette/contract';
import {
  chooseSource,
  failedInput,
  openInputs,
  placed,
  readEntry,
  readNdjsonLines,
  readNdjsonTexts,
  type InputEntry,
  type ReadInputsOptions,
} from '@vedette/sources';
import { inputsOrStdin } from './stdin-argument.js';
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
 * What is not read is named on stderr. `stdin` is what `-` stands for.
 */
export async function* textInputs(
  inputs: readonly string[],
  flags: InputFlags,
  session: Session,
  stdin: AsyncIterable<Uint8Array> = session.stdin,
): AsyncGenerator<TextInput> {
  const options = { ...inputOptions(flags, session), stdin };
  for await (const entry of openInputs(inputsOrStdin(inputs, session), options)) {
    if ('rejected' in entry) session.reject(entry.rejected);
    else yield* textsOf(entry, options, session);
  }
}

async function* textsOf(entry: OpenEntry, options: ReadInputsOptions, session: Session): AsyncGenerator<TextInput> {
  if (!isNdjson(entry, options)) {
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

/** One text alone, with the id that came with it. */
export interface BareText {
  /** the id, or `FILE:LINE` where a raw line has none */
  readonly ref: string;
  readonly id: string | undefined;
  readonly text: string;
}

/** The texts of {@link textInputs} without the rest of their Items, in batches as they arrive: several times as fast. */
export async function* textBatches(
  inputs: readonly string[],
  flags: InputFlags,
  session: Session,
): AsyncGenerator<readonly BareText[]> {
  const options = inputOptions(flags, session);
  for await (const entry of openInputs(inputsOrStdin(inputs, session), options)) {
    if ('rejected' in entry) session.reject(entry.rejected);
    else if (isNdjson(entry, options)) yield* bareTexts(entry, options, session);
    else for await (const { ref, id, item } of textsOf(entry, options, session)) yield [{ ref, id, text: item.text }];
  }
}

async function* bareTexts(
  entry: OpenEntry,
  options: ReadInputsOptions,
  session: Session,
): AsyncGenerator<readonly BareText[]> {
  const { name } = entry.file;
  try {
    for await (const lines of readNdjsonTexts(entry.file, options)) {
      session.signal.throwIfAborted();
      const texts: BareText[] = [];
      for (const line of lines) {
        const place = (): string => `${name}:${String(line.line)}`;
        if ('reason' in line) session.reject({ where: place(), reason: line.reason });
        else texts.push({ ref: line.ownId ?? place(), id: line.ownId, text: line.text });
      }
      yield texts;
    }
  } catch (error) {
    if (session.signal.aborted) throw error;
    session.reject(failedInput(error, name).rejected);
  }
}

type OpenEntry = Extract<InputEntry, { readonly file: unknown }>;

function isNdjson(entry: OpenEntry, options: ReadInputsOptions): boolean {
  const choice = chooseSource(entry, options);
  return 'source' in choice && choice.source.kind === 'ndjson';
}

/** What reading needs besides the arguments. */
export function inputOptions(flags: InputFlags, session: Session): ReadInputsOptions {
  return {
    signal: session.signal,
    stdin: session.stdin,
    log: (message) => {
      session.warn(message);
    },
    ...(flags.as === undefined ? {} : { as: flags.as }),
    ...(flags.zone === undefined ? {} : { zone: flags.zone }),
    ...(flags.columns === undefined ? {} : { columns: flags.columns }),
    ...(flags.textPath === undefined ? {} : { textPath: flags.textPath }),
  };
}
