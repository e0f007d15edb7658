import type { SourceKind } from '@vedette/contract';
import type { SourceDefinition } from '../definition.js';
import { sources as registered } from '../registry.js';
import { extensionOf, isMediaContent, isMediaName, looksLikeText } from './content-kind.js';
import { detectSource } from './detect-source.js';
import type { InputEntry } from './input-entry.js';

/** What to do with a file: read it with a source, pass it over in silence, or reject it with a reason. */
export type Choice =
  { readonly source: SourceDefinition } | { readonly passedOver: true } | { readonly reason: string };

/** What limits the choice; every source of the registry where nothing is given. */
export interface ChooseOptions {
  /** reads every file as this kind, whatever it looks like */
  readonly as?: SourceKind;
  readonly sources?: readonly SourceDefinition[];
  /** with a path of the text, lines of JSON are raw lines, whoever's they are */
  readonly textPath?: string;
}

const lineExtensions = new Set(['ndjson', 'jsonl']);

/** Chooses the source of one file. Pictures, sound, video, PDF and side files of an export are passed over. */
export function chooseSource(entry: Extract<InputEntry, { readonly file: unknown }>, options: ChooseOptions): Choice {
  const { file } = entry;
  const sources = options.sources ?? registered;
  if (entry.live !== undefined) return { source: entry.live.source };
  if (entry.sideFile || isMediaContent(file.head)) return { passedOver: true };
  if (options.as !== undefined) {
    const source = sources.find((one) => one.kind === options.as);
    if (source?.read !== undefined) return { source };
    return { reason: `this build does not read files of the kind ${options.as}` };
  }
  if (file.head.length === 0) {
    // a stream without a line, and a list of lines without one, are whole
    if (entry.origin === 'stdin' || lineExtensions.has(extensionOf(file.name))) return { passedOver: true };
    return { reason: 'the file is empty' };
  }
  const lines = options.textPath === undefined ? [] : sources.filter((one) => one.kind === 'ndjson');
  const source = looksLikeText(file.head) ? (detectSource(file, lines) ?? detectSource(file, sources)) : undefined;
  if (source !== undefined) return { source };
  if (isMediaName(file.name)) return { passedOver: true };
  return { reason: reasonOf(file.head) };
}

function reasonOf(head: Uint8Array): string {
  if (!looksLikeText(head)) return 'holds binary data that no source of this build reads';
  const beginning = Buffer.from(head.subarray(0, 1000)).toString('utf8');
  if (/<opml\b/iu.test(beginning))
    return 'is a list of feeds (OPML), not a feed: add it on the Sources page of the console';
  return 'no source of this build recognises it (--as KIND reads it anyway)';
}
