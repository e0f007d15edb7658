import { z } from 'zod';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { rejection } from '../input/input-entry.js';
import { jsonElements, type JsonPath, type JsonVisit } from '../input/json-elements.js';
import { headText } from '../input/text-chunks.js';
import { parseLenientJson } from './lenient-json.js';
import { normalizeMessage, type MessageContext } from './normalize.js';
import { telegramMessageSchema, type TelegramChat } from './schema.js';
import { isTelegramSideFile } from './side-files.js';

const configSchema = z.object({
  zone: z.string().min(1).optional().describe('zone of old exports, which give local time only (IANA); UTC if missing'),
});

/** `result.json` of Telegram Desktop: one chat, or an account with all its chats. */
export const telegramExportSource: SourceDefinition<z.infer<typeof configSchema>, Record<string, never>> = {
  kind: 'telegram-export',
  title: 'Telegram export (result.json)',
  capabilities: { live: false, file: true, backfill: true, edits: true, deletions: false, media: true },
  configSchema,
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  isSideFile: isTelegramSideFile,
  read,
};

const chatType =
  /"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|replies|verification_codes|(?:private|public)_(?:group|supergroup|channel))"/u;

function detect(file: FileInput): Detection {
  const head = headText(file.head);
  if (!/^\s*\{/u.test(head)) return 0;
  if (chatType.test(head) && /"(?:messages|chats)"\s*:/u.test(head)) return 0.98;
  if (/"(?:left_)?chats"\s*:\s*\{[^{}[\]]*"list"\s*:\s*\[/u.test(head)) return 0.95;
  if (/^\s*\{\s*"about"\s*:/u.test(head) && head.includes('"personal_information"')) return 0.95;
  return /"messages"\s*:\s*\[/u.test(head) && /"text_entities"\s*:|"date_unixtime"\s*:/u.test(head) ? 0.9 : 0;
}

/** No message of Telegram is longer than some kilobytes; bytes. */
const maxMessageBytes = 8 * 2 ** 20;

function visit(path: JsonPath): JsonVisit {
  const inChat = path[0] === 'chats' || path[0] === 'left_chats' ? path.slice(3) : path;
  if (inChat !== path && path.length <= 3) return path[1] === undefined || path[1] === 'list' ? 'enter' : 'skip';
  const [key, element, deeper] = inChat;
  if (key === undefined) return 'enter';
  if (key === 'messages') return element === undefined ? 'enter' : deeper === undefined ? 'take' : 'skip';
  return element === undefined && (key === 'id' || key === 'name') ? 'take' : 'skip';
}

async function* read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  let header: Readonly<Record<string, unknown>> = {};
  let context: MessageContext | undefined;
  let ordinal = 0;
  let chats = 0;
  for await (const event of jsonElements(file.open(), visit, maxMessageBytes)) {
    const key = event.path.at(-1);
    if (event.type === 'open') {
      if (key === '*' || event.path.length === 0) header = {};
      if (key === 'messages') {
        chats += 1;
        ordinal = 0;
        context = { chat: chatOf(header), zone: options.zone ?? 'UTC', topics: new Map() };
      }
    } else if (event.type === 'value' && key !== '*') {
      header = { ...header, [key ?? '']: headerValue(event.bytes) };
    } else if (event.type !== 'close' && context !== undefined && key === '*') {
      ordinal += 1;
      yield event.type === 'value'
        ? readMessage(
            event.bytes,
            `${file.name}: chat ${context.chat.id}, message ${String(ordinal)}`,
            context,
            options,
          )
        : rejection(
            `${file.name}: chat ${context.chat.id}, message ${String(ordinal)}`,
            'is longer than 8 MB (the limit)',
          );
    }
  }
  if (chats === 0) yield rejection(file.name, 'holds no messages: neither a chat nor a list of chats');
}

function readMessage(bytes: Buffer, where: string, context: MessageContext, options: ReadOptions): ReadResult {
  const text = bytes.toString('utf8');
  let value: unknown;
  try {
    value = parseLenientJson(text);
  } catch {
    return rejection(where, 'is not JSON', text);
  }
  const parsed = telegramMessageSchema.safeParse(value);
  if (!parsed.success) return rejection(where, 'has no number as its id, so it cannot be told from others', text);
  const item = normalizeMessage(parsed.data, context);
  return { item: options.raw === true ? { ...item, raw: value } : item };
}

function headerValue(bytes: Buffer): unknown {
  try {
    return parseLenientJson(bytes.toString('utf8'));
  } catch {
    return undefined; // an unreadable name of a chat costs the name, not the chat
  }
}

/** A chat exported before Telegram gave ids is known by its name. */
function chatOf(header: Readonly<Record<string, unknown>>): TelegramChat {
  const { id, name } = header;
  const title = typeof name === 'string' && name !== '' ? name : undefined;
  return {
    id: typeof id === 'number' || typeof id === 'string' ? String(id) : (title ?? 'unknown'),
    name: title,
  };
}
