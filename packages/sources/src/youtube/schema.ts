import { z } from 'zod';
import { optional } from '../permissive.js';

export const youtubeConfigSchema = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .default('https://www.googleapis.com/youtube/v3/search')
    .describe('a request of the YouTube Data API v3: …/search, …/commentThreads, …/comments or …/videos with its parameters'),
  minutes: z.number().min(5).max(10_080).default(60).describe('ask this often'),
  pages: z.number().int().min(1).max(1000).default(20).describe('pages to go back at most each time'),
  unitsPerDay: z.number().int().min(1).default(10_000).describe('quota of the project for reading, units a day'),
  searchesPerDay: z.number().int().min(1).default(100).describe('quota of the project for searches, a day'),
}); // prettier-ignore
export type YoutubeConfig = z.infer<typeof youtubeConfigSchema>;

export const youtubeCursorSchema = z.object({
  version: z.literal(1),
  /** publication of the newest entry of the last complete round, ISO 8601: rounds go back to it */
  since: z.string().optional(),
  /** a round under way: its next page, the newest entry it found, pages so far */
  round: z
    .object({ page: z.string(), newest: z.string().optional(), pages: z.number().int().nonnegative() })
    .optional(),
  /** comments whose further answers are still to be asked for, and from which page */
  answers: z.array(z.object({ parent: z.string(), video: z.string().optional(), page: z.string().optional() })),
  /** what was used of the day's quota; the day is that of California, where YouTube counts */
  used: z.object({ day: z.string(), units: z.number().int().nonnegative(), searches: z.number().int().nonnegative() }),
});
export type YoutubeCursor = z.infer<typeof youtubeCursorSchema>;

const commentSnippetSchema = z.object({
  videoId: optional(z.string()),
  parentId: optional(z.string()),
  textOriginal: optional(z.string()),
  textDisplay: optional(z.string()),
  authorDisplayName: optional(z.string()),
  authorChannelId: optional(z.object({ value: optional(z.string()) })),
  publishedAt: optional(z.string()),
  updatedAt: optional(z.string()),
});

export const commentSchema = z.object({ id: z.string().min(1), snippet: commentSnippetSchema });
export type YoutubeComment = z.infer<typeof commentSchema>;

export const threadSchema = z.object({
  id: z.string().min(1),
  snippet: z.object({
    videoId: optional(z.string()),
    topLevelComment: commentSchema,
    totalReplyCount: z.number().catch(0),
  }),
  replies: optional(z.object({ comments: z.array(z.unknown()).catch([]) })),
});

const pictureSchema = z.object({ url: z.string(), width: z.number().catch(0) });

/** A video, channel or playlist, as itself or as the result of a search. */
export const resourceSchema = z.object({
  kind: z.string(),
  id: z.union([
    z.string().min(1),
    z.object({
      kind: z.string(),
      videoId: optional(z.string()),
      channelId: optional(z.string()),
      playlistId: optional(z.string()),
    }),
  ]),
  snippet: z.object({
    publishedAt: optional(z.string()),
    channelId: optional(z.string()),
    channelTitle: optional(z.string()),
    title: z.string().catch(''),
    description: z.string().catch(''),
    defaultLanguage: optional(z.string()),
    defaultAudioLanguage: optional(z.string()),
    thumbnails: optional(z.record(z.string(), pictureSchema.optional().catch(undefined))),
  }),
});
export type YoutubeResource = z.infer<typeof resourceSchema>;
