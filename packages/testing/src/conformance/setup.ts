import type { Item } from '@vedette/contract';
import type { HttpRequest, HttpResponse, SourceDefinition } from '@vedette/sources';

/** A file as somebody has it, and how many Items it gives at least. */
export interface ConformanceFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly items: number;
}

/** A source that is asked over HTTP: its settings, and what the server answers from one poll to the next. */
export interface ConformanceLive<Config> {
  readonly config: Config;
  /** the states of the server in time; a poll sees the next one, the last stays */
  readonly states: readonly ((request: HttpRequest) => HttpResponse)[];
}

/** What the suite of sources needs: the source, and what it is tried on. */
export interface SourceConformance<Config, Cursor> {
  readonly definition: SourceDefinition<Config, Cursor>;
  readonly files?: readonly ConformanceFile[];
  readonly live?: ConformanceLive<Config>;
  /** kinds that Items may have besides that of the definition: what passes Items through */
  readonly passesItemsThrough?: boolean;
}

/** One check of the suite; `run` throws an `AssertionError` where the source does not conform. */
export interface ConformanceCheck {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** What makes an Item the same one: its id and which state of it. */
export function identity(item: Item): string {
  return [item.id, item.text, item.title ?? ''].join('\u0000');
}
