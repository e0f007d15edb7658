import { z } from 'zod';

/** Any value that does not fit is as if it were not there. */
function optional<T>(schema: z.ZodType<T>): z.ZodCatch<z.ZodOptional<z.ZodType<T>>> {
  return schema.optional().catch(undefined);
}

const mediaSchema = z.object({
  uri: optional(z.string()),
  creation_timestamp: optional(z.number()),
  title: optional(z.string()),
});

const valueSchema = z.object({
  value: optional(z.string()),
  href: optional(z.string()),
  timestamp: optional(z.number()),
});

/** One post, story, reel, thread or comment. */
export const instagramEntrySchema = z.object({
  title: optional(z.string()),
  creation_timestamp: optional(z.number()),
  uri: optional(z.string()),
  media: optional(z.array(mediaSchema.catch({}))),
  media_list_data: optional(z.array(mediaSchema.catch({}))),
  string_map_data: optional(z.record(z.string(), valueSchema.catch({}))),
  string_list_data: optional(z.array(valueSchema.catch({}))),
});
export type InstagramEntry = z.infer<typeof instagramEntrySchema>;
