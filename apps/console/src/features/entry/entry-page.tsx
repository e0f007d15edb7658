import type { ReactNode } from 'react';
import { LanguageAndTheme } from '../../app/language-and-theme.js';
import { useTitle } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';
import './entry-page.css';

/** The page that stands before sign-in: the name, what the product does, and one thing to do. */
export function EntryPage(props: { readonly title: string; readonly children: ReactNode }) {
  const t = useMessages();
  useTitle(props.title);
  return (
    <div className="entry-page">
      <header>
        <p className="entry-name">Vedette</p>
        <p className="muted">{t('entry.whatItIs')}</p>
      </header>
      <main className="stack">
        <h1>{props.title}</h1>
        {props.children}
      </main>
      <footer>
        <LanguageAndTheme />
      </footer>
    </div>
  );
}
