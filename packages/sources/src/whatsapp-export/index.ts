import { z } from 'zod';
import type { Detection, FileInput, ReadOptions, ReadResult, SourceDefinition } from '../definition.js';
import { ContentIds, shortHash } from '../input/content-id.js';
import { rejection } from '../input/input-entry.js';
import { headText, textChunks } from '../input/text-chunks.js';
import { headStyleOf, readBlocks, type Block } from './blocks.js';
import { DateEvidence } from './date-order.js';
import { normalizeMessage, type ChatContext } from './normalize.js';
import { QuotedHeads, type Settled } from './quoted.js';
import { configSchema } from './schema.js';
import { Senders } from './senders.js';
import { isWhatsAppSideFile, titleOf } from './side-files.js';
import { readStamp } from './stamp.js';

/** Chats that WhatsApp exported on Android or an iPhone, in any language. */
export const whatsappExportSource: SourceDefinition<z.infer<typeof configSchema>, Record<string, never>> = {
  kind: 'whatsapp-export',
  title: 'WhatsApp export',
  capabilities: { live: false, file: true, backfill: true, edits: false, deletions: false, media: true },
  configSchema,
  cursorSchema: z.object({}).strict(),
  hosts: () => [],
  detect,
  isSideFile: isWhatsAppSideFile,
  read,
};

/** Heads with a date, a time and a name; a log of a program has such lines too, but says so by its file's name or its levels. */
function detect(file: FileInput): Detection {
  const head = headText(file.head);
  if (/^\s*[<{]/u.test(head)) return 0;
  const lines = head.split('\n', 60).filter((line) => line.trim() !== '');
  const stamps = lines.map((line) => readStamp(line));
  const heads = stamps.filter((stamp) => stamp !== undefined).length;
  if (heads === 0) return 0;
  const named = /(?:^|\/)_chat\.txt$|whatsapp/iu.test(file.name);
  const said = lines.some((line, place) => {
    const stamp = stamps[place];
    return stamp !== undefined && /^[^:\n]{1,80}: /u.test(line.slice(stamp.end));
  });
  const levels = lines.filter((line) => /\b(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE)\b/u.test(line)).length;
  if (levels * 2 > heads) return 0;
  if (stamps[0] === undefined && !named && heads * 4 < lines.length) return 0;
  return named ? 0.97 : said ? 0.9 : 0.6;
}

/** Characters of messages that are kept until their dates say which number is the day. */
const mostPending = 4 * 2 ** 20;

async function* read(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  const style = headStyleOf(headText(file.head));
  if (style === undefined) {
    yield rejection(file.name, 'holds no message of WhatsApp: no line begins with a date, a time and a name');
    return;
  }
  const chat = new ChatReader(file.name, options);
  for await (const blocks of readBlocks(textChunks(file.open()), style)) {
    for (const block of blocks) {
      if ('reason' in block) {
        yield rejection(`${file.name}:${String(block.line)}`, block.reason, block.sample);
      } else yield* chat.take(block);
    }
  }
  yield* chat.end();
}

class ChatReader {
  private readonly evidence = new DateEvidence();
  private readonly senders = new Senders();
  private pending: Block[] = [];
  private size = 0;
  private quoted: QuotedHeads | undefined;
  private context: ChatContext | undefined;

  constructor(
    private readonly name: string,
    private readonly options: ReadOptions,
  ) {}

  *take(block: Block): Generator<ReadResult> {
    if (this.quoted !== undefined) {
      for (const settled of this.quoted.take(block)) yield this.result(settled);
      return;
    }
    this.pending.push(block);
    this.size += block.whole.length;
    for (const line of block.lines) this.size += line.length;
    this.evidence.add(block.stamp, block.lines[0] ?? '');
    // names with colons are learnt from some messages, whatever the dates say
    if (this.size > mostPending || (this.evidence.conclusive && this.pending.length >= 200)) yield* this.decide();
  }

  *end(): Generator<ReadResult> {
    if (this.quoted === undefined) yield* this.decide();
    for (const settled of this.quoted?.end() ?? []) yield this.result(settled);
  }

  private *decide(): Generator<ReadResult> {
    const { pending } = this;
    this.pending = [];
    const first = pending[0];
    if (first === undefined) return;
    const order = this.evidence.order();
    this.senders.learn(pending.map((block) => block.lines[0] ?? ''));
    this.context = {
      chat: shortHash(first.stamp.written, first.lines[0] ?? ''),
      title: titleOf(this.name) ?? this.titleInside(first),
      zone: this.options.zone ?? 'UTC',
      ids: new ContentIds(),
    };
    this.quoted = new QuotedHeads(order, this.senders);
    for (const block of pending) for (const settled of this.quoted.take(block)) yield this.result(settled);
  }

  /** An iPhone writes the notice of encryption, which opens a chat, in the name of the chat. */
  private titleInside(first: Block): string | undefined {
    const said = this.senders.split(first.lines[0] ?? '');
    return said.text.startsWith('\u200e') ? said.name : undefined;
  }

  private result(settled: Settled): ReadResult {
    const { context } = this;
    if (context === undefined) return rejection(this.name, 'has no beginning');
    const item = normalizeMessage(settled, context);
    if (this.options.raw !== true) return { item };
    const { block } = settled;
    return { item: { ...item, raw: [block.whole, ...block.lines.slice(1)].join('\n') } };
  }
}
