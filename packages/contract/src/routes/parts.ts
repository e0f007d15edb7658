import { z } from 'zod';

export const idParams = z.object({ id: z.string().min(1) });

/** A page of a list: `cursor` from the `next` of the page before. */
export const pageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** How many there are: `exact`, or at least so many where counting them all would take too long. */
export const totalSchema = z.object({ value: z.number().int(), exact: z.boolean() });
export type Total = z.infer<typeof totalSchema>;

export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), next: z.string().optional(), total: totalSchema });
}
