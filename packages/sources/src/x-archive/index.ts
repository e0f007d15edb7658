import { z } from 'zod';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { ContentIds } from '../input/content-id.js';
import { rejection } from '../input/input-entry.js';
import { jsonElementBatches, type JsonEvent, type JsonPath, type JsonVisit } from '../input/json-elements.js';
import { isJsonObject } from '../input/json-object.js';
import { accountBeside, isAccountFile } from './account.js';
import { isNoteFile, notesBeside } from './notes.js';
import { normalizeMessage, normalizeNote, normalizeTweet, type XContext } from './normalize.js';
import { messageSchema, noteSchema, tweetSchema } from './schema.js';
import { isArchiveSettings, scriptData, scriptHead } from './script-data.js';
import { attachmentIn, isLastTweetFile, isXSideFile } from './side-files.js';

/** The archive that X gives to the owner of an account: posts, their long forms, deleted posts, direct messages. */
export const xArchiveSource: SourceDefinition<Record<string, never>, Record<string, never>> = {
  kind: 'x-archive',
  title: 'X (Twitter) archive',
  capabilities: { live: false, file: true, backfill: true, edits: true, deletions: true, media: true },
  configSchema: z.object({}).strict(),
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  isSideFile: isXSideFile,
  isCompanion: (name) => isAccountFile(baseOf(name)) || isNoteFile(baseOf(name)),
  read,
};

const posts = /^(?:(?:deleted_|community_)?tweets?|)$/u;
const conversations = /^(?:direct_messages?(?:_group)?|)$/u;
const notes = /^(?:note_tweets?|)$/u;

/** No post or message is longer; bytes. */
const maxRecordBytes = 8 * 2 ** 20;

function detect(file: FileInput): Detection {
  const beginning = beginningOf(file);
  if (scriptHead(beginning) !== undefined) return 0.98;
  return isArchiveSettings(beginning) ? 0.9 : 0;
}

function beginningOf(file: FileInput): string {
  return Buffer.from(file.head.subarray(0, 4096)).toString('utf8');
}

/** What stands in a file, by its name and how it begins; undefined where nobody's words stand in it. */
function contentOf(beginning: string): 'tweets' | 'flat-tweets' | 'messages' | 'notes' | undefined {
  const head = scriptHead(beginning);
  if (head === undefined) return undefined;
  const { name, firstKey } = head;
  if (posts.test(name) && firstKey !== undefined && firstKey !== 'dmConversation' && firstKey !== 'noteTweet') {
    return firstKey === 'tweet' ? 'tweets' : name === '' ? undefined : 'flat-tweets';
  }
  if (conversations.test(name) && firstKey === 'dmConversation') return 'messages';
  return notes.test(name) && firstKey === 'noteTweet' ? 'notes' : undefined;
}

async function* read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const content = contentOf(beginningOf(file));
  if (content === undefined) {
    if (detect(file) === 0) yield rejection(file.name, 'is no file of an X archive');
    return;
  }
  const reader = new XReader(file, options, await contextOf(file));
  if (content === 'messages') yield* reader.messages();
  else if (content === 'notes') yield* reader.notes();
  else yield* reader.tweets(content === 'tweets' ? 2 : 1);
}

async function contextOf(file: FileInput): Promise<XContext> {
  const { beside } = file;
  if (beside === undefined) return { account: undefined, notes: undefined, fileOf: () => undefined };
  return {
    account: await accountBeside(beside),
    notes: await notesBeside(beside),
    fileOf: (base) => attachmentIn(beside, base),
  };
}

class XReader {
  readonly #ids = new ContentIds();

  constructor(
    private readonly file: FileInput,
    private readonly options: ReadOptions,
    private readonly context: XContext,
  ) {}

  /** `depth` of a tweet in the document: inside a wrapper, or an element itself. */
  async *tweets(depth: number): AsyncGenerator<ReadResult> {
    yield* this.#records(
      (path) =>
        path.length < depth ? 'enter' : path.length === depth && (depth === 1 || path[1] === 'tweet') ? 'take' : 'skip',
      (value, where) => {
        const item = normalizeTweet(tweetSchema.parse(value), this.context);
        return item === undefined
          ? rejection(where, 'has no id, so it cannot be told from others', textOf(value))
          : { item };
      },
    );
    if (this.file.beside === undefined || !isLastTweetFile(this.file.beside)) return;
    for (const note of this.context.notes?.left() ?? []) yield { item: normalizeNote(note, this.context) };
  }

  /** Long texts complete the tweets beside them; alone, they are posts of their own. */
  async *notes(): AsyncGenerator<ReadResult> {
    const { beside } = this.file;
    const complete = beside !== undefined && !beside.alone && isLastTweetFile(beside, true);
    for await (const result of this.#records(
      (path) => (path.length < 2 ? 'enter' : path.length === 2 && path[1] === 'noteTweet' ? 'take' : 'skip'),
      (value, where) => {
        const parsed = noteSchema.safeParse(value);
        if (!parsed.success) return rejection(where, 'has no id, so it cannot be told from others', textOf(value));
        return { item: normalizeNote(parsed.data, this.context) };
      },
    )) {
      if ('rejected' in result || !complete) yield result;
    }
  }

  async *messages(): AsyncGenerator<ReadResult> {
    let conversation = 'unknown';
    yield* this.#records(
      (path) => visitConversation(path),
      (value, where, path) => {
        if (path.at(-1) === 'conversationId') {
          conversation = typeof value === 'string' && value !== '' ? value : 'unknown';
          return undefined;
        }
        const key = path.at(-1) ?? '';
        const parsed = messageSchema.safeParse(value);
        if (!parsed.success) return rejection(where, 'is not an object', textOf(value));
        const message = parsed.data;
        const nativeId = message.id ?? this.#ids.next(JSON.stringify([conversation, key, value]));
        return { item: normalizeMessage(message, key, conversation, nativeId, this.context) };
      },
    );
  }

  async *#records(
    visit: (path: JsonPath) => JsonVisit,
    readOne: (value: unknown, where: string, path: JsonPath) => ReadResult | undefined,
  ): AsyncGenerator<ReadResult> {
    const { file } = this;
    let ordinal = 0;
    for await (const events of jsonElementBatches(scriptData(file.open()), visit, maxRecordBytes, 'ignored')) {
      for (const event of events) {
        if (event.type !== 'value' && event.type !== 'too-long') continue;
        if (event.path.at(-1) !== 'conversationId') ordinal += 1;
        const result = this.#result(event, `${file.name}: entry ${String(ordinal)}`, readOne);
        if (result !== undefined) yield result;
      }
    }
  }

  #result(
    event: Extract<JsonEvent, { readonly type: 'value' | 'too-long' }>,
    where: string,
    readOne: (value: unknown, where: string, path: JsonPath) => ReadResult | undefined,
  ): ReadResult | undefined {
    if (event.type === 'too-long') return rejection(where, 'is longer than 8 MB (the limit)');
    const text = event.bytes.toString('utf8');
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return rejection(where, 'is not JSON', text);
    }
    if (event.path.at(-1) !== 'conversationId' && !isJsonObject(value)) {
      return rejection(where, 'is not an object', text);
    }
    const result = readOne(value, where, event.path);
    return result !== undefined && 'item' in result && this.options.raw === true
      ? { item: { ...result.item, raw: value } }
      : result;
  }
}

/** `*`, `dmConversation`, `messages`, `*`, and what the message is. */
function visitConversation(path: JsonPath): JsonVisit {
  const [, wrapper, key, , event] = path;
  if (path.length < 2) return 'enter';
  if (wrapper !== 'dmConversation') return 'skip';
  if (path.length === 2) return 'enter';
  if (key === 'conversationId') return 'take';
  if (key !== 'messages') return 'skip';
  return event === undefined ? 'enter' : path.length === 5 ? 'take' : 'skip';
}

function textOf(value: unknown): string {
  return JSON.stringify(value).slice(0, 500);
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
