import { z } from 'zod';

/** Any value that does not fit is as if it were not there: a strange field must not cost a message. */
function optional<T>(schema: z.ZodType<T>): z.ZodCatch<z.ZodOptional<z.ZodType<T>>> {
  return schema.optional().catch(undefined);
}

const id = z.union([z.string(), z.number().transform(String)]);
const text = optional(z.string());

/** One entry of `MessageList`, with only the fields that are used. */
export const skypeMessageSchema = z.object({
  id,
  displayName: z.string().nullish().catch(undefined),
  originalarrivaltime: text,
  messagetype: z.string().catch('Text'),
  content: z.string().nullish().catch(''),
  from: text,
  properties: z
    .object({ edittime: optional(id), deletetime: optional(id) })
    .nullish()
    .catch(undefined),
});
export type SkypeMessage = z.infer<typeof skypeMessageSchema>;

/** What is known about a conversation when one of its messages is read. */
export interface SkypeConversation {
  readonly id: string;
  readonly title: string | undefined;
}
