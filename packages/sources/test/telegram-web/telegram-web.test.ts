import { onlyGet } from '@vedette/testing';
import { afterEach, describe, expect, it } from 'vitest';
import type { Batch } from '../../src/definition.js';
import { readInputs } from '../../src/input/read-inputs.js';
import { telegramWebSource } from '../../src/telegram-web/index.js';
import { watchChannel } from '../../src/telegram-web/live.js';
import { readChannelPage } from '../../src/telegram-web/normalize.js';
import { telegramWebConfigSchema, type TelegramWebCursor } from '../../src/telegram-web/schema.js';
import { channelPage, fakeTelegram, messageMarkup } from '../servers/telegram.js';

const numbered = (...numbers: readonly number[]): Map<number, string> =>
  new Map(numbers.map((number) => [number, `Ferry number ${String(number)}`]));
const upTo = (count: number): Map<number, string> =>
  numbered(...Array.from({ length: count }, (_, index) => index + 1));

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

describe('an address', () => {
  it('is read page by page to the beginning of the channel, and ends', async () => {
    const server = await fakeTelegram('river_news', { title: 'River news', messages: upTo(65) });
    close = () => server.close();
    const numbers: number[] = [];
    for await (const result of readInputs([`${server.address}/s/river_news`]))
      if ('item' in result) numbers.push(Number(result.item.nativeId.split('/')[1]));
    expect(numbers.toSorted((one, other) => one - other)).toEqual([...upTo(65).keys()]);
    expect(server.asked).toEqual(['', '?before=46', '?before=26', '?before=6'].map((query) => `/s/river_news${query}`));
  });

  it('of a channel without a preview is refused in plain words', async () => {
    const server = await fakeTelegram('river_news', { title: 'River news', messages: upTo(1) });
    close = () => server.close();
    const results = [];
    for await (const result of readInputs([`${server.address}/s/hidden_channel`])) results.push(result);
    expect(results).toEqual([
      {
        rejected: expect.objectContaining({
          reason: expect.stringMatching(/no public preview/u) as unknown,
        }) as unknown,
      },
    ]);
  });

  it.each([
    ['https://t.me/river_news', 'https://t.me/s/river_news'],
    ['t.me/s/river_news?before=7', 'https://t.me/s/river_news'],
    ['https://telegram.me/river_news/512', 'https://t.me/s/river_news'],
    ['tg://resolve?domain=river_news', 'https://t.me/s/river_news'],
    ['https://t.me/+AbCdEf', undefined],
    ['https://t.me/joinchat/AbCdEf', undefined],
    ['https://press.example/s/river_news', undefined],
  ])('%s is the channel %s', (pasted, url) => {
    expect(telegramWebSource.recognise?.(pasted)?.config.url).toBe(url);
  });
});

const ids = (items: readonly { readonly nativeId: string }[]) =>
  items.map((item) => Number(item.nativeId.split('/')[1])).toSorted((one, other) => one - other);

describe('a watched channel', () => {
  const config = telegramWebConfigSchema.parse({ url: 'https://t.me/s/river_news', pages: 10 });
  /** Polls until nothing is left to ask, from a cursor that went through the store. */
  async function poll(messages: ReadonlyMap<number, string>, start?: TelegramWebCursor, most = 99) {
    const asked: string[] = [];
    const batches: Batch<TelegramWebCursor>[] = [];
    const context = {
      now: () => 1_000,
      signal: new AbortController().signal,
      log: () => undefined,
      secret: () => undefined,
      http: onlyGet(({ url }) => {
        asked.push(url);
        const before = new URL(url).searchParams.get('before');
        const body = channelPage(
          'river_news',
          { title: 'River news', messages },
          before === null ? undefined : Number(before),
        );
        return Promise.resolve({ status: 200, url, headers: {}, body: Buffer.from(body) });
      }),
    };
    for await (const batch of watchChannel(config, start, context)) {
      batches.push(batch);
      if (batch.nextAt !== 1_000 || batches.length === most) break;
    }
    const cursor = batches.at(-1)?.cursor;
    if (cursor === undefined) throw new Error('nothing was asked');
    const items = batches.flatMap((batch) => batch.items);
    return { items, asked, cursor: telegramWebSource.cursorSchema.parse(JSON.parse(JSON.stringify(cursor))) };
  }

  it('asks back only as far as something is missing, also when it was stopped in the middle', async () => {
    const first = await poll(upTo(30));
    expect(ids(first.items)).toEqual([...upTo(30).keys()]);
    const stopped = await poll(upTo(100), first.cursor, 2);
    const rest = await poll(upTo(100), stopped.cursor);
    expect(ids([...stopped.items, ...rest.items])).toEqual([...upTo(100).keys()].slice(30));
    expect(rest.asked.at(-1)).toBe('https://t.me/s/river_news?before=41');
  });

  it('tells edits and deletions as further Items, and nothing where nothing changed', async () => {
    const before = await poll(upTo(10));
    const messages = upTo(10);
    messages.set(7, 'Ferry number 7, later');
    messages.delete(5);
    const { items, cursor } = await poll(messages, before.cursor);
    expect(items).toEqual([
      expect.objectContaining({ id: 'telegram-web:river_news:5', text: '', deletedAt: '1970-01-01T00:00:01.000Z' }),
      expect.objectContaining({ id: 'telegram-web:river_news:7', text: 'Ferry number 7, later', editedAt: '1970-01-01T00:00:01.000Z' }),
    ]); // prettier-ignore
    expect((await poll(messages, cursor)).items).toEqual([]);
  });
});

const itemOf = (text: string, more = '') =>
  readChannelPage(messageMarkup('river_news/9', text, 'River news', more)).messages[0]?.item;

describe('a message', () => {
  it('has its own text, not that of the message it answers', () => {
    const reply = '<a class="tgme_widget_message_reply" href="https://t.me/river_news/3?single"><div class="tgme_widget_message_text js-message_reply_text">before</div></a>';
    expect(itemOf('after', reply)).toMatchObject({ text: 'after', replyTo: 'river_news/3' });
  }); // prettier-ignore

  it('keeps breaks, double blanks, emoji and hidden words; its hashtags are no links', () => {
    expect(
      itemOf(
        'a  b<br/><br/><br/>c <tg-spoiler>hidden</tg-spoiler> <tg-emoji><i class="emoji"><b>🚢</b></i></tg-emoji> <a href="?q=%23river">#river</a> <a href="https://river.example/">here</a><pre>x\n  y</pre>',
      ),
    ).toMatchObject({ text: 'a  b\n\n\nc hidden 🚢 #river herex\n  y', links: ['https://river.example/'] });
  });

  it('has what stands beside the text: forwarding, signature, album, file, sticker, poll', () => {
    const more =
      '<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/a/1"><span>Lake news</span></a></div>' +
      '<div class="tgme_widget_message_grouped_wrap"><a class="tgme_widget_message_photo_wrap" style="width:1px;background-image:url(\'https://cdn.example/1.jpg\')"></a><a class="tgme_widget_message_video_player"><video src="https://cdn.example/2.mp4"></video></a></div>' +
      '<a class="tgme_widget_message_document_wrap"><div class="tgme_widget_message_document_title">times.pdf</div></a>' +
      '<div class="tgme_widget_message_poll"><div class="tgme_widget_message_poll_question">When?</div><div class="tgme_widget_message_poll_option_text">Nine</div><div class="tgme_widget_message_poll_option_text">Ten</div></div>' +
      '<span class="tgme_widget_message_from_author">Lenn</span>';
    expect(itemOf('see', more)).toMatchObject({
      forwardedFrom: 'Lake news',
      author: { handle: 'river_news', name: 'Lenn' },
      title: 'When?',
      text: 'see\nNine\nTen',
      media: [
        { type: 'image', url: 'https://cdn.example/1.jpg' },
        { type: 'video', url: 'https://cdn.example/2.mp4' },
        { type: 'document', alt: 'times.pdf' },
      ],
    });
  });
});
