import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PersonalSettings, Routes, RouteResponse, Scope } from '@vedette/contract';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { call } from '../api/call.js';
import { meQuery } from '../api/queries.js';
import { directionOf, languages, loadCatalogue, SpokenProvider } from '../i18n/i18n.js';
import type { Language } from '../i18n/messages.js';
import type { Catalogue } from '../i18n/translate.js';
import { readStored, writeStored } from './stored.js';

type Me = RouteResponse<Routes['me']>;

interface Preferences {
  readonly settings: PersonalSettings;
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  /** Changes settings at once on the page, and on the account where somebody is signed in. */
  readonly save: (change: PersonalSettings) => void;
  readonly error: unknown;
}

const PreferencesContext = createContext<Preferences | undefined>(undefined);

export function usePreferences(): Preferences {
  const preferences = use(PreferencesContext);
  if (preferences === undefined) throw new Error('This component needs a PreferencesProvider around it.');
  return preferences;
}

/** Who is signed in; undefined before sign-in. */
export function useMe(): Me | undefined {
  return useQuery({ ...meQuery, enabled: false }).data;
}

/** Whether the person signed in may do something. */
export function useMay(scope: Scope): boolean {
  return useMe()?.scopes.includes(scope) ?? false;
}

/** The language the page begins in: the one kept, else the first of the browser's that the page speaks, else English. */
export function firstLanguage(): Language {
  const wanted = [readStored('language'), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wanted.map(asLanguage).find((language) => language !== undefined) ?? 'en';
}

function asLanguage(tag: string | undefined): Language | undefined {
  return languages.find((language) => language === tag);
}

function asTheme(theme: string | undefined): Preferences['theme'] {
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function applyTheme(theme: Preferences['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

export function firstTheme(): Preferences['theme'] {
  return asTheme(readStored('theme'));
}

export function PreferencesProvider(props: {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly children: ReactNode;
}) {
  const client = useQueryClient();
  const me = useMe();
  const [spoken, setSpoken] = useState({ language: props.language, catalogue: props.catalogue });
  const [before, setBefore] = useState<PersonalSettings>(() => ({ theme: firstTheme() }));
  const settings = me?.settings ?? before;
  const theme = settings.theme ?? 'system';
  const wanted = settings.language ?? spoken.language;

  useEffect(() => {
    if (wanted === spoken.language) return undefined;
    let current = true;
    const speak = async () => {
      const catalogue = await loadCatalogue(wanted);
      if (current) setSpoken({ language: wanted, catalogue });
    };
    void speak();
    return () => {
      current = false;
    };
  }, [wanted, spoken.language]);

  useEffect(() => {
    document.documentElement.lang = spoken.language;
    document.documentElement.dir = directionOf(spoken.language);
    writeStored('language', spoken.language);
  }, [spoken.language]);

  useEffect(() => {
    applyTheme(theme);
    writeStored('theme', theme);
  }, [theme]);

  const { mutate, error } = useMutation({
    mutationFn: (change: PersonalSettings) => call('saveMySettings', { body: change }),
    onMutate: (change) => {
      client.setQueryData<Me>(meQuery.queryKey, (old) =>
        old === undefined ? old : { ...old, settings: { ...old.settings, ...change } },
      );
    },
    onError: () => client.invalidateQueries({ queryKey: ['me'] }),
  });
  const signedIn = me !== undefined;
  const save = useCallback(
    (change: PersonalSettings) => {
      if (signedIn) mutate(change);
      else setBefore((old) => ({ ...old, ...change }));
    },
    [signedIn, mutate],
  );
  const preferences = useMemo(
    () => ({ settings, language: spoken.language, theme, save, error }),
    [settings, spoken.language, theme, save, error],
  );
  return (
    <PreferencesContext value={preferences}>
      <SpokenProvider language={spoken.language} catalogue={spoken.catalogue}>
        {props.children}
      </SpokenProvider>
    </PreferencesContext>
  );
}
