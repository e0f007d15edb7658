import { z } from 'zod';

export const webPageConfigSchema = z.object({
  url: z.url({ protocol: /^https?$/ }).describe('address of the page'),
  minutes: z.number().min(5).max(10_080).default(60).describe('ask every so many minutes'),
});
export type WebPageConfig = z.infer<typeof webPageConfigSchema>;

/** What is remembered of a watched page between two runs. */
export const webPageCursorSchema = z.object({
  version: z.literal(1),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** hash of the article as last seen */
  revision: z.string().optional(),
});
export type WebPageCursor = z.infer<typeof webPageCursorSchema>;
