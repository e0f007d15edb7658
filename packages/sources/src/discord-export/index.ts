import type { Author } from '@vedette/contract';
import { z } from 'zod';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { shortHash } from '../input/content-id.js';
import { rejection } from '../input/input-entry.js';
import { jsonElements, type JsonPath, type JsonVisit } from '../input/json-elements.js';
import { headText } from '../input/text-chunks.js';
import { normalizeExported, normalizeOwn } from './normalize.js';
import {
  channelSchema,
  exporterMessageSchema,
  packageChannelSchema,
  packageMessageSchema,
  packageUserSchema,
  type DiscordChannel,
} from './schema.js';
import { isDiscordSideFile, packageRoots } from './side-files.js';
import { isExporterTable, isOwnTable, readTable } from './tables.js';
import { parseJson } from '../input/parse-json.js';

/** Channels saved by DiscordChatExporter (JSON, CSV), and the data package that Discord gives to a member. */
export const discordExportSource: SourceDefinition<Record<string, never>, Record<string, never>> = {
  kind: 'discord-export',
  title: 'Discord export',
  capabilities: { live: false, file: true, backfill: true, edits: true, deletions: false, media: true },
  configSchema: z.object({}).strict(),
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  isSideFile: isDiscordSideFile,
  isCompanion: (name) => /(?:^|\/)(?:channel|user)\.json$/u.test(name),
  read,
};

const exporterForm = /^\s*\{\s*"guild"\s*:\s*\{[\s\S]*"channel"\s*:\s*\{/u;
const ownForm = /^\s*\[\s*\{\s*"ID"\s*:\s*"?\d{15,20}"?\s*,\s*"Timestamp"\s*:/u;

function detect(file: FileInput): Detection {
  const head = headText(file.head).replace(/^\ufeff/u, '');
  if (exporterForm.test(head) && /"messages"\s*:\s*\[/u.test(head)) return 0.97;
  if (ownForm.test(head)) return 0.96;
  return isExporterTable(head) || isOwnTable(head) ? 0.95 : 0;
}

/** No message of Discord is longer than some kilobytes, embeds included; bytes. */
const maxMessageBytes = 8 * 2 ** 20;

async function* read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const head = headText(file.head).replace(/^\ufeff/u, '');
  if (!/^\s*[{[]/u.test(head)) {
    yield* readTable(file, options, isOwnTable(head) ? await ownChannel(file) : undefined);
  } else if (/^\s*\[/u.test(head)) yield* readOwn(file, options);
  else yield* readExported(file, options);
}

function visitExported(path: JsonPath): JsonVisit {
  if (path.length === 0) return 'enter';
  if (path[0] === 'messages') return path.length === 1 ? 'enter' : 'take';
  return path.length === 1 && (path[0] === 'channel' || path[0] === 'guild') ? 'take' : 'skip';
}

async function* readExported(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  let channel: DiscordChannel = { id: 'unknown', title: undefined, isThread: false };
  let ordinal = 0;
  let opened = false;
  for await (const event of jsonElements(file.open(), visitExported, maxMessageBytes)) {
    if (event.path[0] === 'messages' && event.type === 'open') opened = true;
    if (event.type !== 'value' && event.type !== 'too-long') continue;
    if (event.path[0] === 'channel' && event.type === 'value') channel = channelOf(event.bytes);
    if (event.path[0] !== 'messages') continue;
    ordinal += 1;
    const where = `${file.name}: message ${String(ordinal)}`;
    if (event.type === 'too-long') {
      yield rejection(where, 'is longer than 8 MB (the limit)');
      continue;
    }
    const value = parseJson(event.bytes);
    const message = exporterMessageSchema.safeParse(value);
    if (!message.success) {
      yield rejection(where, value === undefined ? 'is not JSON' : 'has no id', event.bytes.toString('utf8'));
      continue;
    }
    const item = normalizeExported(message.data, channel);
    yield { item: options.raw === true ? { ...item, raw: value } : item };
  }
  if (!opened) yield rejection(file.name, 'holds no list of messages');
}

async function* readOwn(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const { channel, author } = await ownChannel(file);
  let ordinal = 0;
  for await (const event of jsonElements(
    file.open(),
    (path) => (path.length === 0 ? 'enter' : 'take'),
    maxMessageBytes,
  )) {
    if (event.type !== 'value') continue;
    ordinal += 1;
    // ids are numbers of 19 digits, more than a number of JavaScript holds
    const text = event.bytes.toString('utf8').replace(/"ID"\s*:\s*(\d+)/u, '"ID":"$1"');
    const value = parseJson(text);
    const message = packageMessageSchema.safeParse(value);
    if (!message.success) {
      yield rejection(`${file.name}: message ${String(ordinal)}`, 'is no message of a data package', text);
      continue;
    }
    const item = normalizeOwn(message.data, channel, author);
    yield { item: options.raw === true ? { ...item, raw: value } : item };
  }
}

function channelOf(bytes: Buffer): DiscordChannel {
  const channel = channelSchema.safeParse(parseJson(bytes));
  if (!channel.success) return { id: 'unknown', title: undefined, isThread: false };
  const { id, name, type } = channel.data;
  return { id: id ?? name ?? 'unknown', title: name, isThread: /Thread/u.test(type ?? '') };
}

/** The channel and the writer of a file of a data package, from the small files around it. */
async function ownChannel(
  file: FileInput,
): Promise<{ readonly channel: DiscordChannel; readonly author: Author | undefined }> {
  const { beside } = file;
  const self = beside?.self ?? file.name;
  const folder = self.slice(0, self.lastIndexOf('/') + 1);
  const about = packageChannelSchema.safeParse(parseJson(await beside?.read(`${folder}channel.json`)));
  const id =
    (about.success ? about.data.id : undefined) ??
    /c?(\d{15,20})\/$/u.exec(folder)?.[1] ??
    shortHash(headText(file.head).slice(0, 200));
  const title = about.success ? (about.data.name ?? about.data.guild?.name) : undefined;
  const roots = beside === undefined ? [] : packageRoots(beside.names).filter((root) => self.startsWith(root));
  const account = [...(beside?.names ?? [])].find(
    (name) => /(?:^|\/)user\.json$/u.test(name) && roots.some((root) => name.startsWith(root)),
  );
  const user = account === undefined ? undefined : packageUserSchema.safeParse(parseJson(await beside?.read(account)));
  const author = user?.success === true ? userOf(user.data) : undefined;
  return { channel: { id, title, isThread: false }, author };
}

function userOf({ id, username, global_name: name }: z.infer<typeof packageUserSchema>): Author {
  const shown = name ?? username;
  return {
    ...(id === undefined ? {} : { id }),
    ...(username === undefined ? {} : { handle: username }),
    ...(shown === undefined ? {} : { name: shown }),
  };
}
