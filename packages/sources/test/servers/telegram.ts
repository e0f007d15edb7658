import { createServer } from 'node:http';
import { portOf } from './port-of.js';

export interface FakeChannel {
  /** number of a message → the markup of its text */
  readonly messages: ReadonlyMap<number, string>;
  readonly title: string;
}

/** A page of a channel as `t.me/s/NAME` sends it: 20 messages, and where older ones are. */
export function channelPage(name: string, { messages, title }: FakeChannel, before: number | undefined): string {
  const below = [...messages.keys()].filter((number) => number < (before ?? Number.POSITIVE_INFINITY));
  const shown = below.toSorted((one, other) => one - other).slice(-20);
  const [lowest] = shown;
  const more =
    lowest !== undefined && below.length > shown.length
      ? `<a href="/s/${name}?before=${String(lowest)}" class="tme_messages_more js-messages_more" data-before="${String(lowest)}"></a>`
      : '';
  const bubbles = shown.map((number) => messageMarkup(`${name}/${String(number)}`, messages.get(number) ?? '', title));
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><div class="tgme_channel_info"><div class="tgme_channel_info_header_title"><span>${title}</span></div></div><section class="tgme_channel_history">${more}${bubbles.join('')}</section></body></html>`;
}

export function messageMarkup(post: string, text: string, owner: string, more = ''): string {
  return `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message js-widget_message" data-post="${post}"><div class="tgme_widget_message_bubble"><a class="tgme_widget_message_owner_name" href="https://t.me/x"><span>${owner}</span></a>${more}<div class="tgme_widget_message_text js-message_text" dir="auto">${text}</div><a class="tgme_widget_message_date" href="https://t.me/${post}"><time datetime="2026-05-01T12:00:00+00:00">12:00</time></a></div></div></div>`;
}

/** Serves one channel; any other name is redirected to a page without messages, as Telegram does. */
export async function fakeTelegram(
  name: string,
  channel: FakeChannel,
): Promise<{ readonly address: string; readonly asked: readonly string[]; close(): Promise<void> }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    asked.push(url.pathname + url.search);
    if (url.pathname === `/s/${name}`) {
      const before = url.searchParams.get('before');
      response.end(channelPage(name, channel, before === null ? undefined : Number(before)));
    } else if (url.pathname.startsWith('/s/')) response.writeHead(302, { location: url.pathname.slice(2) }).end();
    else
      response.end(
        '<html><body><div class="tgme_page"><div class="tgme_page_title">Somebody</div></div></body></html>',
      );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${String(portOf(server))}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
