import { z } from 'zod';
import { optional } from '../permissive.js';

export const mastodonConfigSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).describe('address of the server, such as https://mastodon.example'),
  timeline: z
    .enum(['public', 'public:local', 'public:remote', 'hashtag', 'list', 'account'])
    .default('public')
    .describe('what to follow'),
  name: z.string().optional().describe('the hashtag without #, the id of the list, or the account (name or name@host)'),
  transport: z.enum(['sse', 'websocket']).default('sse').describe('how the server streams'),
  streaming: z
    .url({ protocol: /^(?:https?|wss?)$/ })
    .optional()
    .describe('host of the streams where it is another one (configuration.urls.streaming of the server)'),
  minutes: z.number().min(1).max(1440).default(10).describe('accounts cannot be streamed: ask this often'),
});
export type MastodonConfig = z.infer<typeof mastodonConfigSchema>;

export const mastodonCursorSchema = z.object({
  version: z.literal(1),
  /** the newest post that was given: what is newer is asked for after a gap; missing before the first post */
  newest: z.string().optional(),
});
export type MastodonCursor = z.infer<typeof mastodonCursorSchema>;

const idSchema = z.union([z.string().min(1), z.number().transform(String)]);

const accountSchema = z.object({
  id: optional(idSchema),
  username: optional(z.string()),
  acct: optional(z.string()),
  display_name: optional(z.string()),
  url: optional(z.string()),
});
export type MastodonAccount = z.infer<typeof accountSchema>;

const attachmentSchema = z.object({
  type: z.string().catch('unknown'),
  url: z.string().nullable().optional().catch(undefined),
  remote_url: z.string().nullable().optional().catch(undefined),
  description: z.string().nullable().optional().catch(undefined),
});

const addressSchema = z.object({ url: optional(z.string()) });

const statusShape = {
  id: idSchema,
  url: z.string().nullable().optional().catch(undefined),
  uri: optional(z.string()),
  created_at: optional(z.string()),
  edited_at: z.string().nullable().optional().catch(undefined),
  account: optional(accountSchema),
  content: z.string().catch(''),
  spoiler_text: z.string().catch(''),
  visibility: z.string().catch('public'),
  language: z.string().nullable().optional().catch(undefined),
  in_reply_to_id: idSchema.nullable().optional().catch(undefined),
  media_attachments: optional(z.array(attachmentSchema.catch({ type: 'unknown' }))),
  mentions: optional(z.array(addressSchema.catch({}))),
  tags: optional(z.array(addressSchema.catch({}))),
  card: z
    .object({ url: optional(z.string()) })
    .nullable()
    .optional()
    .catch(undefined),
  poll: z
    .object({ options: z.array(z.object({ title: z.string().catch('') }).catch({ title: '' })).catch([]) })
    .nullable()
    .optional()
    .catch(undefined),
};

const plainStatusSchema = z.object(statusShape);
export type MastodonPlainStatus = z.infer<typeof plainStatusSchema>;

/** A status with the fields that are used. */
export const statusSchema = z.object({
  ...statusShape,
  reblog: plainStatusSchema.nullable().optional().catch(undefined),
});
export type MastodonStatus = z.infer<typeof statusSchema>;
