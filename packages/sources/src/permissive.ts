import type { z } from 'zod';

/** Any value that does not fit is as if it were not there: a strange field must not cost a post. */
export function optional<T>(schema: z.ZodType<T>): z.ZodCatch<z.ZodOptional<z.ZodType<T>>> {
  return schema.optional().catch(undefined);
}
