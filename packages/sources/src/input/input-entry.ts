import type { FileInput, ReadResult, Rejected, SourceDefinition, Surroundings } from '../definition.js';
import type { InputLimits, UnpackBudget } from './limits.js';

/** Where content came from: only Items of files carry `source.file`. */
export type InputOrigin = 'file' | 'stdin' | 'url';

/** Where content of the web came from, and what the server said that it is. */
export interface ContentAddress {
  readonly baseUrl: string;
  readonly contentType?: string;
}

/** What a source gives that follows an address. */
export interface LiveInput {
  readonly source: SourceDefinition;
  readonly results: AsyncIterable<ReadResult>;
}

/** One file found behind the arguments, or something that could not be opened. */
export type InputEntry =
  | {
      readonly file: FileInput;
      readonly origin: InputOrigin;
      readonly address?: ContentAddress;
      /** belongs to an export without carrying anything to read: attachments, style sheets */
      readonly sideFile: boolean;
      /** an address that a source follows by its own protocol: what it gives is read instead of the bytes */
      readonly live?: LiveInput;
    }
  | { readonly rejected: Rejected };

/** Content on the way to being looked at. */
export interface Content {
  readonly name: string;
  readonly origin: InputOrigin;
  /** the file on disk, where there is one: zips are read from there */
  readonly path?: string;
  readonly size?: number;
  readonly address?: ContentAddress;
  readonly sideFile: boolean;
  readonly beside?: Surroundings;
  /** whether `chunks` may be called more than once */
  readonly reopens: boolean;
  /** opens the content from its beginning */
  chunks(): AsyncIterable<Uint8Array>;
}

/** What walking needs to know on the way down. */
export interface WalkContext {
  readonly budget: UnpackBudget;
  readonly limits: InputLimits;
  readonly depth: number;
  readonly signal: AbortSignal | undefined;
  /** whether a name among these names is a side file of an export */
  readonly isSideFile: (name: string, names: ReadonlySet<string>) => boolean;
  /** whether some source asks for the small file of this name beside another */
  readonly isCompanion: (name: string) => boolean;
}

/** A rejection that names its place. */
export function rejection(where: string, reason: string, sample = ''): { readonly rejected: Rejected } {
  return { rejected: { where, reason, sample: sample.slice(0, 500) } };
}
