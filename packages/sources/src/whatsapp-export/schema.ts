import { z } from 'zod';

/** What can be set about an export of WhatsApp. */
export const configSchema = z.object({
  zone: z.string().min(1).optional().describe('zone of the phone that made the export (IANA); UTC where missing'),
});

/** Marks of direction and byte order, which WhatsApp puts around names, numbers and its own notes. */
export const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A name without the marks around it. */
export function withoutEdgeMarks(text: string): string {
  return text.replace(
    /^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+|[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+$/gu,
    '',
  );
}
