import { z } from 'zod';

/** Any value that does not fit is as if it were not there: a strange field must not cost a message. */
function optional<T>(schema: z.ZodType<T>): z.ZodCatch<z.ZodOptional<z.ZodType<T>>> {
  return schema.optional().catch(undefined);
}

const idSchema = z.union([z.string(), z.number().transform(String)]);

const entitySchema = z.union([
  z.string(),
  z.object({ type: z.string().catch('plain'), text: z.string(), href: optional(z.string()) }),
]);
export type TelegramEntity = z.infer<typeof entitySchema>;

const textSchema = z.union([z.string(), z.array(entitySchema.catch(''))]);

/** One entry of `messages`, with only the fields that are used. */
export const telegramMessageSchema = z.object({
  id: z.number().int(),
  type: z.string().catch('message'),
  date: optional(z.string()),
  date_unixtime: optional(idSchema),
  edited: optional(z.string()),
  edited_unixtime: optional(idSchema),
  from: optional(z.string()),
  from_id: optional(idSchema),
  actor: optional(z.string()),
  actor_id: optional(idSchema),
  action: optional(z.string()),
  title: optional(z.string()),
  text: optional(textSchema),
  text_entities: optional(z.array(entitySchema.catch(''))),
  forwarded_from: z.string().nullable().optional().catch(undefined),
  forwarded_from_id: optional(idSchema),
  reply_to_message_id: optional(idSchema),
  photo: optional(z.string()),
  file: optional(z.string()),
  media_type: optional(z.string()),
  mime_type: optional(z.string()),
  sticker_emoji: optional(z.string()),
  poll: optional(z.object({ question: optional(z.union([z.string(), z.object({ text: textSchema })])) })),
});
export type TelegramMessage = z.infer<typeof telegramMessageSchema>;

/** What is known about a chat when one of its messages is read. */
export interface TelegramChat {
  readonly id: string;
  readonly name: string | undefined;
}
