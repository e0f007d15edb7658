import type { Detection, FileInput, ReadOptions, ReadResult } from '../definition.js';
import { decodeText } from '../html/charset.js';
import { rejection } from '../input/input-entry.js';
import { readWhole } from '../html/whole-file.js';
import { readChannelPage } from './normalize.js';

const message =
  /class="[^"]*\btgme_widget_message\b[^"]*"[^>]*\bdata-post="|\bdata-post="\w+\/\d+"[^>]*class="[^"]*\btgme_widget_message\b/u;

/** A saved page of a channel, or a part of one that holds messages. */
export function detectTelegramWeb(file: FileInput): Detection {
  const { text } = decodeText(file.head, { format: 'html' });
  if (!/^\s*(?:\ufeff)?</u.test(text)) return 0;
  return message.test(text) || /class="[^"]*\btgme_channel_(?:info|history)\b/u.test(text) ? 0.97 : 0;
}

const mostBytes = 32 * 2 ** 20;

/** Reads the messages of a saved page, oldest first as on the page. */
export async function* readTelegramWebFile(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const whole = await readWhole(file, mostBytes);
  if ('tooLong' in whole) {
    yield rejection(file.name, 'is longer than 32 MB (the limit)');
    return;
  }
  const { text } = decodeText(whole.bytes, { contentType: options.contentType, format: 'html' });
  const { messages } = readChannelPage(text);
  if (messages.length === 0) yield rejection(file.name, 'holds no message of a Telegram channel', text.slice(0, 500));
  for (const { item } of messages) yield { item };
}
