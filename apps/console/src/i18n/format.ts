import type { Language } from './messages.js';

/** Arabic is written with the digits 0–9, as the press of the Maghreb does and as code points, hashes and times appear. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr', ar: 'ar-u-nu-latn', es: 'es', nl: 'nl' };

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** Dates, numbers, lists and language names as one interface language writes them. Instants are ISO 8601 strings. */
export interface Format {
  readonly number: (value: number) => string;
  readonly date: (instant: string) => string;
  readonly dateTime: (instant: string) => string;
  readonly time: (instant: string) => string;
  readonly weekday: (instant: string) => string;
  /** "3 minutes ago", against `now` in milliseconds. */
  readonly relative: (instant: string, now: number) => string;
  /** A length of time in its largest fitting unit: "2 hours". */
  readonly duration: (seconds: number) => string;
  readonly list: (parts: readonly string[]) => string;
  /** The name of a BCP 47 language; the tag itself where it has none. */
  readonly languageName: (tag: string) => string;
  readonly compare: (a: string, b: string) => number;
}

/** @example formatFor('fr').number(3214) // '3 214' */
export function formatFor(language: Language): Format {
  const locale = locales[language];
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const collator = new Intl.Collator(locale, { numeric: true });
  return {
    number: (value) => number.format(value),
    date: (instant) => date.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    time: (instant) => time.format(new Date(instant)),
    weekday: (instant) => weekday.format(new Date(instant)),
    relative: (instant, now) => {
      const seconds = (Date.parse(instant) - now) / 1000;
      const unit = units.find(([, size]) => Math.abs(seconds) >= size);
      return unit === undefined
        ? relative.format(0, 'second')
        : relative.format(Math.trunc(seconds / unit[1]), unit[0]);
    },
    duration: (seconds) => {
      const [unit, size] = units.find(([, size]) => seconds >= size) ?? ['second', 1];
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
        Math.round(seconds / size),
      );
    },
    list: (parts) => list.format(parts),
    languageName: (tag) => {
      try {
        return names.of(tag) ?? tag;
      } catch {
        // A source may state a language that is no BCP 47 tag; its own word is then the best name.
        return tag;
      }
    },
    compare: (a, b) => collator.compare(a, b),
  };
}
