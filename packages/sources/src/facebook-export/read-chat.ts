import type { FileInput, ReadOptions, ReadResult } from '../definition.js';
import { ContentIds, shortHash } from '../input/content-id.js';
import { HeldRecords } from '../input/held-records.js';
import { rejection } from '../input/input-entry.js';
import { jsonElementBatches, type JsonPath, type JsonVisit } from '../input/json-elements.js';
import { isJsonObject } from '../input/json-object.js';
import { normalizeMessage, type MetaChat } from './normalize.js';
import { repairText, repairValue } from './repair.js';
import { messageSchema } from './schema.js';
import { parseJson } from '../input/parse-json.js';

/** No message of a chat is longer; bytes. */
const maxMessageBytes = 8 * 2 ** 20;

const headerKeys = new Set(['title', 'thread_path', 'threadName', 'participants']);

/**
 * The messages of one chat file (`message_1.json`), as Facebook and Instagram write them. What the chat is called stands
 * behind its messages in most exports: they wait for it, on disk where they are many.
 */
export async function* readChat(
  file: FileInput,
  options: ReadOptions,
  kind: MetaChat['kind'],
): AsyncGenerator<ReadResult> {
  const header = new Map<string, unknown>();
  const held = new HeldRecords();
  const reader = new MessageReader(file, options);
  let chat: MetaChat | undefined;
  let failure: { readonly error: unknown } | undefined;
  try {
    const batches = jsonElementBatches(file.open(), visit, maxMessageBytes)[Symbol.asyncIterator]();
    for (;;) {
      const step = await batches
        .next()
        .catch((error: unknown) => ({ done: true as const, value: error, failed: true }));
      if (step.done === true) {
        // what came before a file was cut off is kept, and the failure thrown behind it
        if ('failed' in step) failure = { error: step.value };
        break;
      }
      for (const event of step.value) {
        const key = event.path[0] ?? '';
        if (event.type === 'open' && event.path.length === 1 && knowsThread(header)) chat = chatOf(header, file, kind);
        else if (event.type === 'value' && key !== 'messages') header.set(key, parseJson(event.bytes));
        else if (event.type === 'value' || event.type === 'too-long') {
          const bytes = event.type === 'value' ? event.bytes : tooLong;
          if (chat !== undefined) {
            yield reader.read(bytes, chat);
            continue;
          }
          const written = held.add(bytes);
          if (written !== undefined) await written;
        }
      }
    }
    chat ??= chatOf(header, file, kind);
    for await (const records of held.batches()) for (const bytes of records) yield reader.read(bytes, chat);
  } finally {
    await held.remove();
  }
  if (failure !== undefined) throw failure.error;
}

/** Stands for a message over the limit among those that wait; no message is empty. */
const tooLong = Buffer.alloc(0);

function visit(path: JsonPath): JsonVisit {
  const [key, element] = path;
  if (key === undefined) return 'enter';
  if (key === 'messages') return element === undefined ? 'enter' : 'take';
  return element === undefined && headerKeys.has(key) ? 'take' : 'skip';
}

class MessageReader {
  /** equal messages are of the same millisecond, and stand together */
  readonly #ids = new ContentIds(10_000);
  #ordinal = 0;

  constructor(
    private readonly file: FileInput,
    private readonly options: ReadOptions,
  ) {}

  read(bytes: Buffer, chat: MetaChat): ReadResult {
    this.#ordinal += 1;
    const where = `${this.file.name}: message ${String(this.#ordinal)}`;
    if (bytes.length === 0) return rejection(where, 'is longer than 8 MB (the limit)');
    const value = parseJson(bytes);
    if (!isJsonObject(value)) {
      return rejection(
        where,
        value === undefined ? 'is not JSON' : 'is not an object',
        bytes.toString('utf8', 0, 2000),
      );
    }
    const message = messageSchema.parse('senderName' in value ? value : repairValue(value));
    const item = normalizeMessage(message, chat, this.#ids);
    return { item: this.options.raw === true ? { ...item, raw: value } : item };
  }
}

function knowsThread(header: ReadonlyMap<string, unknown>): boolean {
  return typeof header.get('thread_path') === 'string' || typeof header.get('threadName') === 'string';
}

/** A chat is known by the last part of its path: it is the same in the inbox, in the archive and among requests. */
function chatOf(header: ReadonlyMap<string, unknown>, file: FileInput, kind: MetaChat['kind']): MetaChat {
  const text = (key: string): string | undefined => {
    const value = header.get(key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const secret = text('threadName');
  const path = text('thread_path');
  const title = text('title');
  const repaired = title === undefined ? undefined : repairText(title);
  const thread = (path === undefined ? undefined : repairText(path)) ?? secret ?? folderOf(file) ?? repaired;
  const people = shortHash(JSON.stringify(repairValue(header.get('participants') ?? null)));
  return {
    kind,
    id: thread?.replace(/\/+$/u, '').split('/').at(-1) ?? people,
    thread: thread ?? people,
    title: repaired ?? secret?.replace(/_\d+$/u, ''),
  };
}

/** In an export that was cut off before the path of the thread, the folder has the same name. */
function folderOf(file: FileInput): string | undefined {
  const [base = '', folder, box] = file.name.split('/').toReversed();
  return /^message_\d+\.json$/u.test(base) && folder !== undefined && folder !== ''
    ? `${box === undefined ? '' : `${box}/`}${folder}`
    : undefined;
}
