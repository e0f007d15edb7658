import { z } from 'zod';

export const telegramWebConfigSchema = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .regex(/\/s\/\w{4,32}\/?$/u, 'the address of a channel page ends with /s/NAME')
    .describe('page of the channel: https://t.me/s/NAME'),
  minutes: z.number().min(2).max(1440).default(10).describe('ask this often'),
  pages: z.number().int().min(1).max(500).default(50).describe('pages of about 20 messages to go back at first'),
});
export type TelegramWebConfig = z.infer<typeof telegramWebConfigSchema>;

export const telegramWebCursorSchema = z.object({
  version: z.literal(1),
  /** number of the newest message that was given */
  newest: z.number().int().nonnegative(),
  /** what is still to be asked for: messages below `before`, down to `after` */
  gap: z
    .object({ before: z.number().int(), after: z.number().int(), pages: z.number().int().nonnegative() })
    .optional(),
  /** number of a message → hash of what was last seen of it, newest last, bounded */
  seen: z.array(z.tuple([z.number().int(), z.string()])),
});
export type TelegramWebCursor = z.infer<typeof telegramWebCursorSchema>;
