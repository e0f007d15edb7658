import { z } from 'zod';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { rejection } from '../input/input-entry.js';
import { jsonElements, type JsonPath, type JsonVisit } from '../input/json-elements.js';
import { headText } from '../input/text-chunks.js';
import { normalizeMessage } from './normalize.js';
import { skypeMessageSchema, type SkypeConversation } from './schema.js';
import { parseJson } from '../input/parse-json.js';

/** `messages.json` of the export that Skype gave until it closed. */
export const skypeExportSource: SourceDefinition<Record<string, never>, Record<string, never>> = {
  kind: 'skype-export',
  title: 'Skype export (messages.json)',
  capabilities: { live: false, file: true, backfill: true, edits: true, deletions: true, media: true },
  configSchema: z.object({}).strict(),
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  isSideFile,
  read,
};

function detect(file: FileInput): Detection {
  const head = headText(file.head);
  if (!/^\ufeff?\s*\{/u.test(head) || !/"conversations"\s*:\s*\[/u.test(head)) return 0;
  if (/"userId"\s*:/u.test(head) && /"exportDate"\s*:|"MessageList"\s*:/u.test(head)) return 0.97;
  return /"MessageList"\s*:/u.test(head) ? 0.9 : 0;
}

/** Beside `messages.json` lie `endpoints.json` and `media/`, whose small JSON files describe what was shared. */
function isSideFile(name: string, names: ReadonlySet<string>): boolean {
  const found = /^(.*?)(?:endpoints\.json|media\/[^/]+)$/u.exec(name);
  return found !== null && names.has(`${found[1] ?? ''}messages.json`);
}

/** No message of Skype is longer than some kilobytes; bytes. */
const maxMessageBytes = 8 * 2 ** 20;

function visit(path: JsonPath): JsonVisit {
  if (path.length === 0) return 'enter';
  if (path[0] !== 'conversations') return 'skip';
  if (path.length <= 2) return 'enter';
  if (path[2] === 'MessageList') return path.length === 3 ? 'enter' : 'take';
  return path.length === 3 && (path[2] === 'id' || path[2] === 'displayName') ? 'take' : 'skip';
}

async function* read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  let conversation: SkypeConversation = { id: 'unknown', title: undefined };
  let ordinal = 0;
  let lists = 0;
  for await (const event of jsonElements(file.open(), visit, maxMessageBytes)) {
    const [, , key] = event.path;
    if (event.type === 'open') {
      if (event.path.length === 2) conversation = { id: 'unknown', title: undefined };
      if (key === 'MessageList') {
        lists += 1;
        ordinal = 0;
      }
      continue;
    }
    if (event.type === 'close') continue;
    if (key !== 'MessageList') {
      if (event.type === 'value') conversation = named(conversation, key, parseJson(event.bytes));
      continue;
    }
    ordinal += 1;
    const where = `${file.name}: conversation ${conversation.id}, message ${String(ordinal)}`;
    yield event.type === 'too-long'
      ? rejection(where, 'is longer than 8 MB (the limit)')
      : readMessage(event.bytes, where, conversation, file, options);
  }
  if (lists === 0) yield rejection(file.name, 'holds no conversation with messages');
}

function readMessage(
  bytes: Buffer,
  where: string,
  conversation: SkypeConversation,
  file: FileInput,
  options: ReadOptions,
): ReadResult {
  const value = parseJson(bytes);
  const message = skypeMessageSchema.safeParse(value);
  if (!message.success) {
    return rejection(where, value === undefined ? 'is not JSON' : 'has no id', bytes.toString('utf8'));
  }
  const item = normalizeMessage(message.data, conversation, file.beside?.names);
  return { item: options.raw === true ? { ...item, raw: value } : item };
}

function named(conversation: SkypeConversation, key: string | undefined, value: unknown): SkypeConversation {
  if (typeof value !== 'string' || value === '') return conversation;
  return key === 'id' ? { ...conversation, id: value } : { ...conversation, title: value };
}
