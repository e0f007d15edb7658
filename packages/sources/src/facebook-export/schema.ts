import { z } from 'zod';

/** Any value that does not fit is as if it were not there: a strange field must not cost a message. */
function optional<T>(schema: z.ZodType<T>): z.ZodCatch<z.ZodOptional<z.ZodType<T>>> {
  return schema.optional().catch(undefined);
}

/** An array without what does not fit. */
function listOf<T>(schema: z.ZodType<T>): z.ZodCatch<z.ZodOptional<z.ZodType<T[]>>> {
  const list = z.array(z.unknown()).transform((values) =>
    values.flatMap((value) => {
      const parsed = schema.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    }),
  );
  return optional(list);
}

const attachedFileSchema = z.object({
  uri: optional(z.string()),
  creation_timestamp: optional(z.number()),
  title: optional(z.string()),
  description: optional(z.string()),
});
export type AttachedFile = z.infer<typeof attachedFileSchema>;

/** One entry of `messages`: since 2018 with `sender_name`, in the end-to-end encrypted export with `senderName`. */
export const messageSchema = z.object({
  sender_name: optional(z.string()),
  timestamp_ms: optional(z.number()),
  timestamp: optional(z.number()),
  content: optional(z.string()),
  type: optional(z.string()),
  call_duration: optional(z.number()),
  users: optional(z.array(z.unknown())),
  photos: listOf(attachedFileSchema),
  videos: listOf(attachedFileSchema),
  gifs: listOf(attachedFileSchema),
  audio_files: listOf(attachedFileSchema),
  files: listOf(attachedFileSchema),
  sticker: optional(attachedFileSchema),
  share: optional(
    z.object({
      link: optional(z.string()),
      share_text: optional(z.string()),
      original_content_owner: optional(z.string()),
    }),
  ),
  senderName: optional(z.string()),
  text: optional(z.string()),
  media: listOf(attachedFileSchema),
  isUnsent: optional(z.boolean()),
});
export type MetaMessage = z.infer<typeof messageSchema>;

const commentSchema = z.object({
  timestamp: optional(z.number()),
  comment: optional(z.string()),
  author: optional(z.string()),
  group: optional(z.string()),
});
export type MetaComment = z.infer<typeof commentSchema>;

const attachmentSchema = z.object({
  media: optional(attachedFileSchema),
  external_context: optional(
    z.object({ url: optional(z.string()), name: optional(z.string()), source: optional(z.string()) }),
  ),
  text: optional(z.string()),
  name: optional(z.string()),
  place: optional(z.object({ name: optional(z.string()), url: optional(z.string()) })),
});

const labelSchema = z.object({
  label: optional(z.string()),
  value: optional(z.string()),
  href: optional(z.string()),
  timestamp_value: optional(z.number()),
  title: optional(z.string()),
  dict: optional(z.array(z.unknown())),
});

/** One post, comment, photo, note or event. Every generation of the export uses some of the fields. */
export const entrySchema = z.object({
  timestamp: optional(z.number()),
  creation_timestamp: optional(z.number()),
  created_timestamp: optional(z.number()),
  create_timestamp: optional(z.number()),
  updated_timestamp: optional(z.number()),
  title: optional(z.string()),
  name: optional(z.string()),
  text: optional(z.string()),
  description: optional(z.string()),
  uri: optional(z.string()),
  fbid: optional(z.string()),
  data: listOf(
    z.object({
      post: optional(z.string()),
      update_timestamp: optional(z.number()),
      comment: optional(commentSchema),
      reaction: optional(z.unknown()),
    }),
  ),
  attachments: listOf(z.object({ data: listOf(attachmentSchema) })),
  media: listOf(attachedFileSchema),
  comments: listOf(commentSchema),
  label_values: listOf(labelSchema),
});
export type MetaEntry = z.infer<typeof entrySchema>;
