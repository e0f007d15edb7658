import { z } from 'zod';

/** Any value that does not fit is as if it were not there: a strange field must not cost a message. */
function optional<T>(schema: z.ZodType<T>): z.ZodCatch<z.ZodOptional<z.ZodType<T>>> {
  return schema.optional().catch(undefined);
}

const text = optional(z.string());
const id = z.union([z.string(), z.number().transform(String)]);

const attachmentSchema = z.object({ url: text, fileName: text });
const stickerSchema = z.object({ name: text, sourceUrl: text });
const attachments = z.array(attachmentSchema.catch({})).catch([]);
const stickers = z.array(stickerSchema.catch({})).catch([]);

/** One message as DiscordChatExporter writes it, with only the fields that are used. */
export const exporterMessageSchema = z.object({
  id,
  type: z.union([z.string(), z.number().transform(String)]).catch('Default'),
  timestamp: text,
  timestampEdited: text,
  content: z.string().catch(''),
  author: optional(z.object({ id: optional(id), name: text, nickname: text })),
  attachments,
  stickers,
  embeds: z.array(z.object({ title: text, url: text }).catch({})).catch([]),
  reference: optional(z.object({ messageId: optional(id), channelId: optional(id) })),
  forwardedMessage: optional(z.object({ content: z.string().catch(''), attachments, stickers })),
});
export type ExporterMessage = z.infer<typeof exporterMessageSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type Sticker = z.infer<typeof stickerSchema>;

/** What DiscordChatExporter says about the channel. */
export const channelSchema = z.object({ id: optional(id), type: text, name: text });

/** One message of a person's own data package. */
export const packageMessageSchema = z.object({
  ID: id,
  Timestamp: z.string().catch(''),
  Contents: z.string().catch(''),
  Attachments: z.string().catch(''),
});
export type PackageMessage = z.infer<typeof packageMessageSchema>;

/** `channel.json` of a data package. */
export const packageChannelSchema = z.object({
  id: optional(id),
  name: text,
  guild: optional(z.object({ name: text })),
});

/** `account/user.json` of a data package: who wrote everything in it. */
export const packageUserSchema = z.object({
  id: optional(id),
  username: text,
  global_name: z.string().nullish().catch(undefined),
});

/** A channel and who reads it. */
export interface DiscordChannel {
  readonly id: string;
  readonly title: string | undefined;
  readonly isThread: boolean;
}
