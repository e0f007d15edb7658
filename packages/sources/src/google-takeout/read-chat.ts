import type { Item, Media } from '@vedette/contract';
import { typeOfName } from '../facebook-export/media.js';
import type { FileInput, ReadOptions, ReadResult, Surroundings } from '../definition.js';
import { ContentIds } from '../input/content-id.js';
import { rejection } from '../input/input-entry.js';
import { jsonElements, type JsonPath, type JsonVisit } from '../input/json-elements.js';
import { isJsonObject } from '../input/json-object.js';
import { instantOfLongDate } from './long-date.js';
import { chatMessageSchema, groupInfoSchema, type ChatMessage } from './schema.js';
import { parseJson } from '../input/parse-json.js';

/** No message is longer; bytes. */
const maxMessageBytes = 8 * 2 ** 20;

/** The space or conversation that messages belong to. */
export interface ChatGroup {
  readonly id: string | undefined;
  readonly title: string | undefined;
}

/** The messages of one space or conversation of Google Chat (`messages.json`). */
export async function* readGoogleChat(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const group = await groupOf(file);
  const ids = new ContentIds();
  let ordinal = 0;
  for await (const event of jsonElements(file.open(), visit, maxMessageBytes)) {
    if (event.type !== 'value' && event.type !== 'too-long') continue;
    ordinal += 1;
    const where = `${file.name}: message ${String(ordinal)}`;
    if (event.type === 'too-long') {
      yield rejection(where, 'is longer than 8 MB (the limit)');
      continue;
    }
    const value = parseJson(event.bytes);
    if (!isJsonObject(value)) {
      const reason = value === undefined ? 'is not JSON' : 'is not an object';
      yield rejection(where, reason, event.bytes.toString('utf8', 0, 2000));
      continue;
    }
    const item = normalizeChatMessage(chatMessageSchema.parse(value), group, ids);
    yield { item: options.raw === true ? { ...item, raw: value } : item };
  }
}

function visit(path: JsonPath): JsonVisit {
  const [key, element] = path;
  if (key === undefined) return 'enter';
  if (key !== 'messages') return 'skip';
  return element === undefined ? 'enter' : 'take';
}

/** Pure: one message as an Item. */
export function normalizeChatMessage(message: ChatMessage, group: ChatGroup, ids: ContentIds): Item {
  const { creator, message_id: ownId } = message;
  const text = message.text ?? '';
  // `space/topic/message` in newer exports
  const space = ownId?.includes('/') === true ? ownId.split('/')[0] : group.id;
  const nativeId =
    ownId ?? ids.next(JSON.stringify([space ?? null, message.created_date ?? null, creator?.email ?? null, text]));
  const publishedAt = instantOfLongDate(message.created_date);
  const updatedAt = instantOfLongDate(message.updated_date);
  const deletedAt = instantOfLongDate(message.deleted_date);
  const media = attachmentsOf(message);
  const links = linksOf(message);
  const thread = message.topic_id;
  const replyTo = message.quoted_message_metadata?.message_id;
  return {
    id: `google-chat:${nativeId}`,
    source: {
      kind: 'google-takeout',
      id: space ?? 'google-chat',
      ...(group.title === undefined ? {} : { title: group.title }),
    },
    nativeId,
    kind: isService(message) ? 'service' : 'message',
    ...authorOf(creator),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(updatedAt === undefined || updatedAt === publishedAt ? {} : { editedAt: updatedAt }),
    ...(deletedAt === undefined ? {} : { deletedAt }),
    text,
    ...(media.length === 0 ? {} : { media }),
    ...(links.length === 0 ? {} : { links }),
    ...(thread === undefined || thread === '' ? {} : { thread }),
    ...(replyTo === undefined || replyTo === '' ? {} : { replyTo }),
  };
}

function authorOf(creator: ChatMessage['creator']): Pick<Item, 'author'> {
  const id = creator?.email === '' ? undefined : creator?.email;
  const name = creator?.name === '' ? undefined : creator?.name;
  if (id === undefined && name === undefined) return {};
  return { author: { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) } };
}

/** Joins, renames and settings have no words of their own. */
function isService(message: ChatMessage): boolean {
  if (message.text !== undefined && message.text !== '') return false;
  return (message.annotations ?? []).some(
    (one) =>
      one.membership_changed !== undefined ||
      one.room_updated !== undefined ||
      one.group_retention_settings_updated !== undefined,
  );
}

function attachmentsOf(message: ChatMessage): Media[] {
  return (message.attached_files ?? []).map((file) => {
    const name = file.export_name ?? '';
    const relative = name !== '' && !name.startsWith('/') && !/^[a-z]:[\\/]/iu.test(name);
    const type = typeOfName(file.original_name ?? name);
    return { type, ...(relative ? { file: name } : {}) };
  });
}

function linksOf(message: ChatMessage): string[] {
  const links = (message.annotations ?? []).flatMap((one) => {
    const wrapped = one.url_metadata?.url ?? one.interaction_data?.url;
    return wrapped?.private_do_not_access_or_else_safe_url_wrapped_value ?? [];
  });
  return [...new Set(links)].filter((link) => URL.canParse(link) && /^https?:/iu.test(link));
}

async function groupOf(file: FileInput): Promise<ChatGroup> {
  const folder = file.name.split('/').at(-2);
  const id = folder === undefined ? undefined : /^(?:\S+ )?([\w-]{6,})$/u.exec(folder)?.[1];
  return { id, title: file.beside === undefined ? undefined : await titleBeside(file.beside) };
}

/** A space has a name; a conversation is named after who is in it. */
async function titleBeside(beside: Surroundings): Promise<string | undefined> {
  const folder = beside.self.slice(0, beside.self.lastIndexOf('/') + 1);
  const content = await beside.read(`${folder}group_info.json`);
  const info = groupInfoSchema.safeParse(parseJson(content));
  if (!info.success) return undefined;
  const { name, members } = info.data;
  if (name !== undefined && name !== '') return name;
  const people = (members ?? []).flatMap((member) => member.name ?? member.email ?? []);
  return people.length === 0 ? undefined : people.join(', ');
}
