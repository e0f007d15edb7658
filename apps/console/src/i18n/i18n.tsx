import { createContext, Fragment, use, useMemo, type ReactNode } from 'react';
import { formatFor, type Format } from './format.js';
import type { Language } from './messages.js';
import { cut, type Catalogue, type MessageId, type TranslateArguments, type ValuesOf } from './translate.js';

interface Spoken {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly format: Format;
}

const SpokenContext = createContext<Spoken | undefined>(undefined);

/** Each language is a chunk of its own. */
const loaders: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en/index.js')).english,
  fr: async () => (await import('./fr/index.js')).french,
  ar: async () => (await import('./ar/index.js')).arabic,
  es: async () => (await import('./es/index.js')).spanish,
  nl: async () => (await import('./nl/index.js')).dutch,
};

export const languages: readonly Language[] = ['en', 'fr', 'ar', 'es', 'nl'];

/** What each language calls itself. */
export const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  ar: 'العربية',
  es: 'Español',
  nl: 'Nederlands',
};

export function loadCatalogue(language: Language): Promise<Catalogue> {
  return loaders[language]();
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

export function SpokenProvider(props: {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly children: ReactNode;
}) {
  const { language, catalogue } = props;
  const spoken = useMemo(() => ({ language, catalogue, format: formatFor(language) }), [language, catalogue]);
  return <SpokenContext value={spoken}>{props.children}</SpokenContext>;
}

function useSpoken(): Spoken {
  const spoken = use(SpokenContext);
  if (spoken === undefined) throw new Error('This component needs a SpokenProvider around it.');
  return spoken;
}

/** The language of the page, for texts that come from elsewhere than the catalogue. */
export function useLanguage(): Language {
  return useSpoken().language;
}

export function useFormat(): Format {
  return useSpoken().format;
}

export type Translate = <Id extends MessageId>(id: Id, ...values: TranslateArguments<Id>) => string;

/**
 * Gives the function that says a message in the language of the page. Numbers are written as the language does.
 * @example const t = useMessages(); t('shell.openAlerts', { count: 3 })
 */
export function useMessages(): Translate {
  const { catalogue, language, format } = useSpoken();
  return useMemo(
    () =>
      (id, ...[values]) => {
        const given: Readonly<Record<string, string | number>> = values ?? {};
        return cut(catalogue, language, id, countOf(given['count']))
          .map((part) => ('text' in part ? part.text : written(given[part.name], format)))
          .join('');
      },
    [catalogue, language, format],
  );
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function written(value: string | number | undefined, format: Format): string {
  return typeof value === 'number' ? format.number(value) : (value ?? '');
}

/**
 * A message whose values are elements, such as an untrusted title in its own direction.
 * @example <Message id="press.published" values={{ source: <Untrusted text={title} />, date }} />
 */
export function Message<Id extends MessageId>(props: { readonly id: Id; readonly values: ValuesOf<Id, ReactNode> }) {
  const { catalogue, language, format } = useSpoken();
  const values: Readonly<Record<string, ReactNode>> = props.values;
  return cut(catalogue, language, props.id, countOf(values['count'])).map((part, index) => (
    <Fragment key={'text' in part ? `text ${index}` : part.name}>
      {'text' in part ? part.text : valueOf(values[part.name], format)}
    </Fragment>
  ));
}

function valueOf(value: ReactNode, format: Format): ReactNode {
  return typeof value === 'number' ? format.number(value) : value;
}
