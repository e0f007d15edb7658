import type { interfaceLanguages } from '@vedette/contract';

export type Language = (typeof interfaceLanguages)[number];

/** The plural categories that each language needs (CLDR); a catalogue that lacks one does not compile. */
interface PluralForms {
  readonly en: 'one' | 'other';
  readonly fr: 'one' | 'many' | 'other';
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
  readonly es: 'one' | 'many' | 'other';
  readonly nl: 'one' | 'other';
}

/** One message in several forms; `{count}` chooses. */
export type Plural<L extends Language> = Readonly<Record<PluralForms[L], string>>;

type Source = Readonly<Record<string, string | Plural<'en'>>>;

/**
 * What a translation of one feature's English messages must hold: the same keys, plural where English is plural.
 * @example export const press: Translation<typeof english, 'fr'> = { … };
 */
export type Translation<S extends Source, L extends Language> = {
  readonly [K in keyof S]: S[K] extends string ? string : Plural<L>;
};

/** The names in braces of a message. */
export type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;
