import { describe, expect, it } from 'vitest';
import { formatFor } from '../src/i18n/format.js';
import { languages, loadCatalogue } from '../src/i18n/i18n.js';
import { cut, type Catalogue } from '../src/i18n/translate.js';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

function messagesOf(catalogue: Catalogue): readonly (readonly [id: string, forms: readonly string[]])[] {
  return Object.entries(catalogue).flatMap(([feature, messages]) =>
    Object.entries(messages).map(
      ([key, message]: [string, string | object]) =>
        [`${feature}.${key}`, typeof message === 'string' ? [message] : Object.values(message)] as const,
    ),
  );
}

describe.each(languages)('the messages of %s', (language) => {
  it('hold the values that English names', async () => {
    const english = new Map(messagesOf(await loadCatalogue('en')));
    const wrong = messagesOf(await loadCatalogue(language)).filter(([id, forms]) => {
      const wanted = placeholders(english.get(id)?.at(-1) ?? '');
      // "One item" may leave the number out.
      return forms.some((form) => {
        const given = placeholders(form);
        return (
          given.some((name) => !wanted.includes(name)) ||
          wanted.some((name) => name !== 'count' && !given.includes(name))
        );
      });
    });
    expect(wrong).toEqual([]);
  });

  it('are all written', async () => {
    const empty = messagesOf(await loadCatalogue(language)).filter(([, forms]) =>
      forms.some((form) => form.trim() === ''),
    );
    expect(empty).toEqual([]);
  });

  it('hold no character that turns the text around them', async () => {
    const hidden = messagesOf(await loadCatalogue(language)).filter(([, forms]) =>
      forms.some((form) => /[\u202A-\u202E\u2066-\u2069]/u.test(form)),
    );
    expect(hidden).toEqual([]);
  });
});

it('chooses the form that the language uses for a number', async () => {
  const arabic = await loadCatalogue('ar');
  const say = (count: number) =>
    cut(arabic, 'ar', 'shell.openAlerts', count)
      .map((part) => ('text' in part ? part.text : String(count)))
      .join('');
  expect([0, 1, 2, 3, 11, 100].map(say)).toEqual([
    'لا تنبيهات مفتوحة',
    'تنبيه مفتوح واحد',
    'تنبيهان مفتوحان',
    '3 تنبيهات مفتوحة',
    '11 تنبيهًا مفتوحًا',
    '100 تنبيه مفتوح',
  ]);
});

it('cuts a message at its values, so that elements may stand in their place', async () => {
  expect(cut(await loadCatalogue('fr'), 'fr', 'press.published')).toEqual([
    { text: 'Publié dans ' },
    { name: 'source' },
    { text: ' le ' },
    { name: 'date' },
  ]);
});

describe('formats', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');

  it('says how long ago in the largest unit that fits', () => {
    const { relative } = formatFor('en');
    expect(relative('2026-11-24T11:59:50Z', now)).toBe('now');
    expect(relative('2026-11-24T11:57:00Z', now)).toBe('3 minutes ago');
    expect(relative('2026-11-22T11:57:00Z', now)).toBe('2 days ago');
    expect(relative('2026-11-24T12:20:00Z', now)).toBe('in 20 minutes');
  });

  it('writes Arabic with the digits of the Maghreb press', () => {
    expect(formatFor('ar').number(3214)).toBe('3,214');
  });

  it('names a language, and shows a tag that is none as it came', () => {
    expect(formatFor('es').languageName('ar')).toBe('árabe');
    expect(formatFor('en').languageName('not a tag!')).toBe('not a tag!');
  });
});
