import { useNavigate } from '@tanstack/react-router';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useFormat, useMessages, type Translate } from '../i18n/i18n.js';
import { Dialog } from '../ui/dialog.js';
import { Icon, type IconName } from '../ui/icon.js';
import { Untrusted } from '../ui/untrusted.js';
import { pastedOf, queryFor } from './pasted.js';
import { useMe } from './preferences.js';
import { useRecent, type Recent } from './recent.js';
import { screens, type Screen } from './screens.js';
import './palette.css';

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly icon: IconName;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly group: 'paletteActions' | 'paletteScreens' | 'paletteRecent';
}

/** Goes anywhere: a screen by its name, or whatever was pasted. */
export function Palette(props: { readonly onClose: () => void }) {
  const t = useMessages();
  const navigate = useNavigate();
  const id = useId();
  const entries = useEntries();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = useMemo(() => entries(text), [entries, text]);
  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    props.onClose();
    void navigate({ to: entry.to, search: entry.search ?? {} });
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive((index) => Math.min(index + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive((index) => Math.max(index - 1, 0));
    else if (event.key === 'Enter') choose(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('shell.findAnything')} wide onClose={props.onClose}>
      <input
        className="control palette-input"
        dir="auto"
        role="combobox"
        aria-label={t('shell.findAnything')}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={found[active] === undefined ? undefined : `${id}-${active}`}
        placeholder={t('shell.paletteHint')}
        data-initial-focus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      {found.length === 0 && <p className="muted">{t('shell.paletteNothing')}</p>}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot show icons and groups */}
      <div id={id} role="listbox" aria-label={t('shell.findAnything')} className="palette-list">
        {found.map((entry, index) => (
          // The field keeps the focus and moves through the options, after the ARIA combobox pattern.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
          <div
            key={entry.key}
            id={`${id}-${index}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option element belongs into a select only
            role="option"
            aria-selected={index === active}
            className="palette-entry"
            onClick={() => choose(entry)}
          >
            <Icon name={entry.icon} />
            <Untrusted text={entry.label} />
            {found[index - 1]?.group !== entry.group && <span className="label">{t(`shell.${entry.group}`)}</span>}
          </div>
        ))}
      </div>
    </Dialog>
  );
}

function useEntries(): (text: string) => readonly Entry[] {
  const t = useMessages();
  const format = useFormat();
  const me = useMe();
  const recent = useRecent();
  return useMemo(() => {
    const allowed = screens.filter(({ scope }) => scope === undefined || me?.scopes.includes(scope) === true);
    const mayWatch = me?.scopes.includes('sources:write') === true;
    return (text) => {
      const named = (label: string) => text.trim() === '' || fold(label).includes(fold(text.trim()));
      return [
        ...allowed.map((screen) => screenEntry(screen, t)).filter((entry) => named(entry.label)),
        ...recent.map(recentEntry).filter((entry) => named(entry.label)),
        ...actionEntries(text, mayWatch, t),
      ].sort((a, b) =>
        a.group === b.group && a.group === 'paletteScreens' && text !== '' ? format.compare(a.label, b.label) : 0,
      );
    };
  }, [t, format, me, recent]);
}

/** A word without case and accents. */
function fold(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

function screenEntry(screen: Screen, t: Translate): Entry {
  return { key: screen.to, label: t(screen.label), icon: screen.icon, to: screen.to, group: 'paletteScreens' };
}

function recentEntry(recent: Recent): Entry {
  return { key: `recent ${recent.to}`, label: recent.title, icon: 'copies', to: recent.to, group: 'paletteRecent' };
}

function actionEntries(text: string, mayWatch: boolean, t: Translate): readonly Entry[] {
  const pasted = pastedOf(text);
  if (pasted.text === '') return [];
  const shown = { text: pasted.text };
  const find = (label: string) => action('find', label, 'search', '/search', { q: queryFor(pasted) });
  const path = encodeURIComponent(pasted.text);
  switch (pasted.kind) {
    case 'address':
      return [
        find(t('shell.paletteSearchAddress', shown)),
        ...(mayWatch
          ? [action('watch', t('shell.paletteWatchAddress', shown), 'sources', '/sources', { add: pasted.text })]
          : []),
      ];
    case 'handle':
      return [find(t('shell.paletteSearchHandle', shown))];
    case 'id':
      return [
        action('item', t('shell.paletteOpenItem', shown), 'record', `/items/${path}`),
        action('alert', t('shell.paletteOpenAlert', shown), 'alerts', `/alerts/${path}`),
        find(t('shell.paletteSearchText', shown)),
      ];
    case 'words':
      return [find(t('shell.paletteSearchText', shown))];
  }
}

function action(
  key: string,
  label: string,
  icon: IconName,
  to: string,
  search: Readonly<Record<string, string>> = {},
): Entry {
  return { key, label, icon, to, search, group: 'paletteActions' };
}
