import { z } from 'zod';

/** Any value that does not fit is as if it were not there: a strange field must not cost a post. */
function optional<T>(schema: z.ZodType<T>): z.ZodCatch<z.ZodOptional<z.ZodType<T>>> {
  return schema.optional().catch(undefined);
}

/** Numbers stand as strings in newer archives, and as numbers too large for JavaScript in older ones. */
const idSchema = z
  .union([z.string().min(1), z.number().refine(Number.isSafeInteger).transform(String)])
  .refine((id) => id !== '0');

const urlSchema = z.object({ expanded_url: optional(z.string()), url: optional(z.string()) });

const mediaSchema = z.object({
  type: z.string().catch('photo'),
  media_url_https: optional(z.string()),
  media_url: optional(z.string()),
  expanded_url: optional(z.string()),
  source_status_id_str: optional(idSchema),
  ext_alt_text: optional(z.string()),
  video_info: optional(
    z.object({
      variants: z.array(
        z
          .object({
            url: z.string(),
            content_type: optional(z.string()),
            bitrate: z.coerce.number().catch(0),
          })
          .nullable()
          .catch(null),
      ),
    }),
  ),
});
export type XMedia = z.infer<typeof mediaSchema>;

const entitiesSchema = z.object({
  urls: optional(z.array(urlSchema.catch({}))),
  media: optional(z.array(mediaSchema.catch({ type: '' }))),
});

const editSchema = z.object({
  initial: optional(z.object({ editTweetIds: optional(z.array(idSchema)) })),
  edit: optional(z.object({ initialTweetId: optional(idSchema) })),
});

/** One tweet of `tweets.js` and its relatives, with only the fields that are used. */
export const tweetSchema = z.object({
  id_str: optional(idSchema),
  id: optional(idSchema),
  full_text: optional(z.string()),
  /** before 2018 */
  text: optional(z.string()),
  created_at: optional(z.string()),
  deleted_at: optional(z.string()),
  lang: optional(z.string()),
  in_reply_to_status_id_str: optional(idSchema),
  in_reply_to_status_id: optional(idSchema),
  entities: optional(entitiesSchema),
  extended_entities: optional(entitiesSchema),
  edit_info: optional(editSchema),
  user: optional(
    z.object({ id_str: optional(idSchema), screen_name: optional(z.string()), name: optional(z.string()) }),
  ),
});
export type Tweet = z.infer<typeof tweetSchema>;

/** A text over 280 characters; the tweet itself carries only its beginning. */
export const noteSchema = z.object({
  noteTweetId: idSchema,
  createdAt: optional(z.string()),
  updatedAt: optional(z.string()),
  core: optional(
    z.object({
      text: z.string(),
      urls: optional(z.array(z.object({ expandedUrl: optional(z.string()) }).catch({}))),
    }),
  ),
  noteTweetResults: optional(z.object({ text: z.string() })),
});
export type Note = z.infer<typeof noteSchema>;

/** What stands in `messages` of a conversation; exactly one of the keys names what it is. */
export const messageSchema = z.object({
  id: optional(idSchema),
  senderId: optional(idSchema),
  initiatingUserId: optional(idSchema),
  userIds: optional(z.array(idSchema)),
  text: optional(z.string()),
  name: optional(z.string()),
  createdAt: optional(z.string()),
  mediaUrls: optional(z.array(z.string())),
  urls: optional(z.array(z.object({ expanded: optional(z.string()) }).catch({}))),
});
export type XMessage = z.infer<typeof messageSchema>;

export const accountSchema = z.object({
  accountId: optional(idSchema),
  username: optional(z.string()),
  accountDisplayName: optional(z.string()),
});
export type XAccount = z.infer<typeof accountSchema>;
