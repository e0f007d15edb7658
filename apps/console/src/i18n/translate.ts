import type { english } from './en/index.js';
import type { Language, Placeholders, Plural } from './messages.js';

type English = typeof english;

/** Every message: `feature.name`. */
export type MessageId = { [F in keyof English]: `${F}.${Extract<keyof English[F], string>}` }[keyof English];

type MessageOf<Id> = Id extends `${infer F}.${infer K}`
  ? F extends keyof English
    ? K extends keyof English[F]
      ? English[F][K]
      : never
    : never
  : never;

type NamesOf<M> = M extends string ? Placeholders<M> : 'count' | Placeholders<M[keyof M]>;

/** The values a message needs; `count` is a number where the message has plural forms. */
export type ValuesOf<Id extends MessageId, V = string | number> = {
  readonly [N in NamesOf<MessageOf<Id>>]: N extends 'count' ? number : V;
};

export type TranslateArguments<Id extends MessageId, V = string | number> =
  NamesOf<MessageOf<Id>> extends never ? [] : [values: ValuesOf<Id, V>];

/** All messages of one language. */
export type Catalogue = {
  readonly [F in keyof English]: { readonly [K in keyof English[F]]: string | Plural<'en'> };
};

type LooseCatalogue = Readonly<Record<string, Readonly<Record<string, string | Readonly<Record<string, string>>>>>>;

/** A message cut at its placeholders: text and names in turn. */
export type MessagePart = { readonly text: string } | { readonly name: string };

/**
 * Chooses the form of a message and cuts it at its placeholders.
 * @example cut(catalogue, 'en', 'press.published', undefined) // [{text: 'Published in '}, {name: 'source'}, …]
 */
export function cut(catalogue: Catalogue, language: Language, id: MessageId, count?: number): readonly MessagePart[] {
  const [feature = '', key = ''] = id.split('.');
  const features: LooseCatalogue = catalogue;
  const message = features[feature]?.[key];
  if (message === undefined) throw new Error(`No message ${id} in ${language}.`);
  const text =
    typeof message === 'string'
      ? message
      : (message[pluralRules(language).select(count ?? 0)] ?? message['other'] ?? '');
  return text
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? { text: part } : { name: part }))
    .filter((part) => 'name' in part || part.text !== '');
}

const rules = new Map<Language, Intl.PluralRules>();

function pluralRules(language: Language): Intl.PluralRules {
  let rule = rules.get(language);
  if (rule === undefined) {
    rule = new Intl.PluralRules(language);
    rules.set(language, rule);
  }
  return rule;
}
