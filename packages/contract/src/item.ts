import { z } from 'zod';

/**
 * The adapters that produce Items. `kind` of `Item.source` is one of these; the registry in `packages/sources`
 * says which of them this build can read.
 */
export const sourceKinds = [
  'feed',
  'web-page',
  'telegram-export',
  'telegram-web',
  'whatsapp-export',
  'viber-export',
  'skype-export',
  'facebook-export',
  'instagram-export',
  'x-archive',
  'x-stream',
  'google-takeout',
  'youtube',
  'bluesky',
  'mastodon',
  'discord-export',
  'csv',
  'ndjson',
] as const;

export const sourceKindSchema = z.enum(sourceKinds);
export type SourceKind = z.infer<typeof sourceKindSchema>;

/** An instant in ISO 8601, UTC, with `Z`: `2017-10-04T09:30:00Z` (milliseconds allowed). */
export const instantSchema = z.iso.datetime({ offset: false }).meta({ description: 'ISO 8601 instant, UTC' });

export const itemSourceSchema = z.object({
  kind: sourceKindSchema,
  id: z.string().min(1).describe('stable id of the source (feed address, chat id …), the same on every machine'),
  title: z.string().optional(),
  url: z.string().optional(),
  file: z.string().optional().describe('where a file Item was read; relative, archive.zip/member inside archives'),
});
export type ItemSource = z.infer<typeof itemSourceSchema>;

export const authorSchema = z.object({
  id: z.string().optional(),
  handle: z.string().optional(),
  name: z.string().optional(),
});
export type Author = z.infer<typeof authorSchema>;

export const mediaSchema = z.object({
  type: z.string().describe('image, video, audio, document, sticker … or a MIME type where the source gives one'),
  url: z.string().optional(),
  file: z.string().optional(),
  alt: z.string().optional(),
  sha256: z.string().optional(),
});
export type Media = z.infer<typeof mediaSchema>;

export const itemKindSchema = z.enum(['article', 'post', 'comment', 'message', 'service']);
export type ItemKind = z.infer<typeof itemKindSchema>;

/** One thing that somebody published. See the field table in docs/contract.md. */
export const itemSchema = z.object({
  id: z.string().min(1),
  source: itemSourceSchema,
  nativeId: z.string(),
  kind: itemKindSchema,
  url: z.string().optional(),
  author: authorSchema.optional(),
  publishedAt: instantSchema.optional(),
  publishedAtAssumedZone: z
    .string()
    .optional()
    .describe('the zone assumed when the source gave local time without one'),
  editedAt: instantSchema.optional(),
  deletedAt: instantSchema.optional(),
  title: z.string().optional(),
  text: z.string(),
  html: z.string().optional().describe('sanitised by the source adapter'),
  lang: z.string().optional(),
  media: z.array(mediaSchema).optional(),
  links: z.array(z.string()).optional(),
  thread: z.string().optional(),
  replyTo: z.string().optional(),
  forwardedFrom: z.string().optional(),
  raw: z.unknown().optional(),
});
export type Item = z.infer<typeof itemSchema>;
