import { z } from 'zod';

/** Every way of disguising text that Vedette names, in the order of the documentation. */
export const disguiseNames = [
  'homoglyph',
  'invisible',
  'bidi',
  'combining',
  'fullwidth',
  'styled',
  'leet',
  'spaced',
  'repeated',
  'joined',
  'emoji-letters',
  'tatweel',
  'dotless',
  'arabizi',
  'reversed',
  'upside-down',
  'base64',
  'base32',
  'hex',
  'binary',
  'morse',
  'rot',
  'atbash',
  'percent',
  'html-entity',
  'unicode-escape',
  'punycode',
  'defanged',
] as const;

export const disguiseNameSchema = z.enum(disguiseNames);
export type DisguiseName = z.infer<typeof disguiseNameSchema>;

/** Where text was disguised and how; `start` and `end` are UTF-16 units of the original text. */
export const disguiseSchema = z.object({
  name: disguiseNameSchema,
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Disguise = z.infer<typeof disguiseSchema>;

export const readingSchema = z.object({
  text: z.string(),
  steps: z.array(disguiseNameSchema),
  confidence: z.number().min(0).max(1),
});
export type Reading = z.infer<typeof readingSchema>;

/** What a text says once disguise is removed. */
export const decodedSchema = z.object({
  id: z.string().optional(),
  text: z.string(),
  plain: z.string(),
  fold: z.string(),
  readings: z.array(readingSchema).max(50),
  disguises: z.array(disguiseSchema),
});
export type Decoded = z.infer<typeof decodedSchema>;
