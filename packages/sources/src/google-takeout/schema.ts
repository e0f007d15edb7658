import { z } from 'zod';

/** Any value that does not fit is as if it were not there: a strange field must not cost a message. */
function optional<T>(schema: z.ZodType<T>): z.ZodCatch<z.ZodOptional<z.ZodType<T>>> {
  return schema.optional().catch(undefined);
}

const personSchema = z.object({
  name: optional(z.string()),
  email: optional(z.string()),
  user_type: optional(z.string()),
});

const annotationSchema = z
  .object({
    url_metadata: optional(
      z.object({
        url: optional(z.object({ private_do_not_access_or_else_safe_url_wrapped_value: optional(z.string()) })),
      }),
    ),
    interaction_data: optional(
      z.object({
        url: optional(z.object({ private_do_not_access_or_else_safe_url_wrapped_value: optional(z.string()) })),
      }),
    ),
    membership_changed: optional(z.unknown()),
    room_updated: optional(z.unknown()),
    group_retention_settings_updated: optional(z.unknown()),
  })
  .catch({});

/** One entry of `messages.json` of Google Chat, with only the fields that are used. */
export const chatMessageSchema = z.object({
  creator: optional(personSchema),
  created_date: optional(z.string()),
  updated_date: optional(z.string()),
  deleted_date: optional(z.string()),
  text: optional(z.string()),
  topic_id: optional(z.string()),
  message_id: optional(z.string()),
  annotations: optional(z.array(annotationSchema)),
  attached_files: optional(
    z.array(z.object({ original_name: optional(z.string()), export_name: optional(z.string()) }).catch({})),
  ),
  quoted_message_metadata: optional(z.object({ message_id: optional(z.string()) })),
});
export type ChatMessage = z.infer<typeof chatMessageSchema>;

/** `group_info.json` beside the messages. */
export const groupInfoSchema = z.object({
  name: optional(z.string()),
  members: optional(z.array(personSchema.catch({}))),
});
