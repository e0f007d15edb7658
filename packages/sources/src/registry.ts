import type { SourceDefinition } from './definition.js';
import { blueskySource } from './bluesky/index.js';
import { csvSource } from './csv/index.js';
import { discordExportSource } from './discord-export/index.js';
import { facebookExportSource } from './facebook-export/index.js';
import { feedSource } from './feed/index.js';
import { googleTakeoutSource } from './google-takeout/index.js';
import { instagramExportSource } from './instagram-export/index.js';
import { mastodonSource } from './mastodon/index.js';
import { ndjsonSource } from './ndjson/index.js';
import { skypeExportSource } from './skype-export/index.js';
import { telegramExportSource } from './telegram-export/index.js';
import { telegramWebSource } from './telegram-web/index.js';
import { viberExportSource } from './viber-export/index.js';
import { webPageSource } from './web-page/index.js';
import { whatsappExportSource } from './whatsapp-export/index.js';
import { xArchiveSource } from './x-archive/index.js';
import { xStreamSource } from './x-stream/index.js';
import { youtubeSource } from './youtube/index.js';

/** Every source of this build, in alphabetical order. Nothing registers itself: a new source is added here. */
export const sources: readonly SourceDefinition[] = [
  blueskySource,
  csvSource,
  discordExportSource,
  facebookExportSource,
  feedSource,
  googleTakeoutSource,
  instagramExportSource,
  mastodonSource,
  ndjsonSource,
  skypeExportSource,
  telegramExportSource,
  telegramWebSource,
  viberExportSource,
  webPageSource,
  whatsappExportSource,
  xArchiveSource,
  xStreamSource,
  youtubeSource,
];
