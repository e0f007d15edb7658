import { z } from 'zod';
import { optional } from '../permissive.js';

const ruleSchema = z.object({
  value: z.string().min(1).max(1024).describe('a rule in the language of the X API'),
  tag: z.string().max(100).optional().describe('a name for it'),
});

export const xStreamConfigSchema = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .default('https://api.x.com')
    .describe('address of the X API'),
  rules: z.array(ruleSchema).max(1000).default([]).describe('what to follow; without rules those set at X are used'),
  backfillMinutes: z
    .number()
    .int()
    .min(0)
    .max(5)
    .default(0)
    .describe('minutes to make up for after a break (some plans)'),
  postsPerMonth: z.number().int().min(1).default(100_000).describe('stop for the month after this many posts: X charges for each'), // prettier-ignore
  dollarsPerPost: z.number().min(0).default(0.005).describe('price of one post, to show what the budget may cost'),
});
export type XStreamConfig = z.infer<typeof xStreamConfigSchema>;

export const xStreamCursorSchema = z.object({
  version: z.literal(1),
  /** calendar month, UTC: `2026-11` */
  month: z.string(),
  /** posts that came in it */
  posts: z.number().int().nonnegative(),
});
export type XStreamCursor = z.infer<typeof xStreamCursorSchema>;

const idSchema = z.union([z.string().min(1), z.number().transform(String)]);
const list = <T>(schema: z.ZodType<T>) => optional(z.array(schema));

const urlSchema = z.object({ expanded_url: optional(z.string()), unwound_url: optional(z.string()) }).catch({});
const entitiesSchema = z.object({ urls: list(urlSchema) });

/** A post of API v2 with the fields that are used. */
export const xPostSchema = z.object({
  id: idSchema,
  text: z.string(),
  author_id: optional(idSchema),
  created_at: optional(z.string()),
  lang: optional(z.string()),
  conversation_id: optional(idSchema),
  edit_history_tweet_ids: list(idSchema),
  entities: optional(entitiesSchema),
  note_tweet: optional(z.object({ text: z.string(), entities: optional(entitiesSchema) })),
  attachments: optional(z.object({ media_keys: list(z.string()), poll_ids: list(idSchema) })),
  referenced_tweets: list(z.object({ type: z.string(), id: idSchema })),
});
export type XPost = z.infer<typeof xPostSchema>;

const userSchema = z.object({ id: idSchema, username: optional(z.string()), name: optional(z.string()) });

const mediaSchema = z.object({
  media_key: z.string(),
  type: z.string().catch('photo'),
  url: optional(z.string()),
  preview_image_url: optional(z.string()),
  alt_text: optional(z.string()),
  variants: list(z.object({ url: optional(z.string()), content_type: optional(z.string()), bit_rate: z.number().catch(0) })),
}); // prettier-ignore
export type XApiMedia = z.infer<typeof mediaSchema>;

const pollSchema = z.object({ id: idSchema, options: list(z.object({ label: z.string().catch('') })) });

/** A list in which a bad element is dropped. */
function tolerant<T>(schema: z.ZodType<T>): z.ZodType<readonly T[]> {
  return z
    .array(z.unknown())
    .catch([])
    .transform((values) =>
      values.flatMap((value) => {
        const parsed = schema.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      }),
    );
}

export const includesSchema = z
  .object({
    users: tolerant(userSchema).optional(),
    tweets: tolerant(xPostSchema).optional(),
    media: tolerant(mediaSchema).optional(),
    polls: tolerant(pollSchema).optional(),
  })
  .catch({});
export type XIncludes = z.infer<typeof includesSchema>;
