import type { Recognised, SourceDefinition } from '../definition.js';
import { watchChannel } from './live.js';
import { detectTelegramWeb, readTelegramWebFile } from './read-file.js';
import { telegramWebConfigSchema, telegramWebCursorSchema, type TelegramWebConfig, type TelegramWebCursor } from './schema.js'; // prettier-ignore

/** Public channels of Telegram by their preview page, live and from saved pages. */
export const telegramWebSource: SourceDefinition<TelegramWebConfig, TelegramWebCursor> = {
  kind: 'telegram-web',
  title: 'Telegram channel (public preview)',
  capabilities: { live: true, file: true, backfill: true, edits: true, deletions: true, media: true },
  configSchema: telegramWebConfigSchema,
  cursorSchema: telegramWebCursorSchema,
  hosts: (config) => [new URL(config.url).hostname],
  recognise,
  detect: detectTelegramWeb,
  read: readTelegramWebFile,
  open: watchChannel,
};

/** First parts of a path on t.me that are no channel. */
const notChannels = new Set(['joinchat', 'addstickers', 'share', 'proxy', 'socks', 'login', 'addlist', 'setlanguage', 'addemoji', 'boost']); // prettier-ignore

/** `https://t.me/NAME`, `t.me/s/NAME`, a message of it, `tg://resolve?domain=NAME`; a page of the same form on this machine. */
function recognise(pasted: string): Recognised<TelegramWebConfig> | undefined {
  const address = /^(?:t|telegram)\.(?:me|dog)\//iu.test(pasted.trim()) ? `https://${pasted.trim()}` : pasted.trim();
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol === 'tg:') {
    const domain = url.searchParams.get('domain') ?? '';
    return url.host === 'resolve' ? found('https://t.me', domain) : undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (/^(?:t\.me|telegram\.me|telegram\.dog)$/u.test(url.hostname)) {
    const [, preview, name = ''] = /^\/(s\/)?(\w+)(?:\/\d+)?\/?$/u.exec(url.pathname) ?? [];
    return preview === undefined && notChannels.has(name.toLowerCase()) ? undefined : found('https://t.me', name);
  }
  const own = /^(?:localhost|127\.[\d.]+|\[::1\])$/u.test(url.hostname);
  const name = /^\/s\/(\w+)\/?$/u.exec(url.pathname)?.[1];
  return own && name !== undefined ? found(url.origin, name) : undefined;
}

function found(origin: string, name: string): Recognised<TelegramWebConfig> | undefined {
  const config = telegramWebConfigSchema.safeParse({ url: `${origin}/s/${name}` });
  return config.success ? { title: `Telegram: ${name}`, config: config.data } : undefined;
}
