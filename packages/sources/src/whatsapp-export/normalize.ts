import type { Item } from '@vedette/contract';
import type { ContentIds } from '../input/content-id.js';
import { linksIn } from '../input/links.js';
import { instantOfLocalTime } from '../input/local-time.js';
import { mediaOf } from './media-notes.js';
import type { Settled } from './quoted.js';

/** What a message is read with besides itself. */
export interface ChatContext {
  /** hash of the first message: the same in every export of the chat */
  readonly chat: string;
  readonly title: string | undefined;
  readonly zone: string;
  readonly ids: ContentIds;
}

/** Whole messages, after the stamp. */
export function bodyOf({ block, said }: Settled): string {
  return block.lines.length === 1 ? said.text : [said.text, ...block.lines.slice(1)].join('\n');
}

/** One message as an Item. The text is what stands behind the name, to the character; a line without a name is `service`. */
export function normalizeMessage(settled: Settled, context: ChatContext): Item {
  const { block, said } = settled;
  const text = bodyOf(settled);
  const nativeId = context.ids.next(`${block.stamp.written}\u0000${said.name ?? ''}\u0000${text}`);
  const published = publishedAt(settled, context);
  const media = said.name === undefined ? [] : mediaOf(text);
  const links = linksIn(text);
  return {
    id: `whatsapp:${context.chat}:${nativeId}`,
    source: {
      kind: 'whatsapp-export',
      id: context.chat,
      ...(context.title === undefined ? {} : { title: context.title }),
    },
    nativeId,
    kind: said.name === undefined ? 'service' : 'message',
    ...(said.name === undefined ? {} : { author: { name: said.name } }),
    ...(published === undefined ? {} : { publishedAt: published, publishedAtAssumedZone: context.zone }),
    text,
    ...(media.length === 0 ? {} : { media: [...media] }),
    ...(links.length === 0 ? {} : { links }),
  };
}

function publishedAt({ time }: Settled, { zone }: ChatContext): string | undefined {
  if (time === undefined) return undefined;
  const local = new Date(time);
  const instant =
    zone === 'UTC'
      ? time
      : instantOfLocalTime(
          {
            year: local.getUTCFullYear(),
            month: local.getUTCMonth() + 1,
            day: local.getUTCDate(),
            hour: local.getUTCHours(),
            minute: local.getUTCMinutes(),
            second: local.getUTCSeconds(),
          },
          zone,
        );
  return instant === undefined ? undefined : new Date(instant).toISOString().replace('.000Z', 'Z');
}
