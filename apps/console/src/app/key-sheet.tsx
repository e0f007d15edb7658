import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/i18n.js';
import { Dialog } from '../ui/dialog.js';
import { Kbd } from '../ui/kbd.js';
import { usePreferences } from './preferences.js';
import { codeOf, shortcuts, type Shortcut } from './shortcuts.js';
import './key-sheet.css';

const groups = ['groupEverywhere', 'groupLists', 'groupDecide', 'groupLive'] as const;

/** All keys, as this person has them. */
export function KeySheet(props: { readonly onClose: () => void }) {
  const t = useMessages();
  const { settings } = usePreferences();
  return (
    <Dialog title={t('shell.keys')} wide onClose={props.onClose}>
      <p className="muted small">
        {settings.singleKeyShortcuts === false ? t('shell.keysOff') : t('shell.keysHint')}{' '}
        <Link to="/settings">{t('shell.keysChange')}</Link>
      </p>
      <div className="key-sheet">
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(`shell.${group}`)}</h3>
            <dl>
              {group === 'groupEverywhere' && (
                <div>
                  <dt>
                    <Kbd code="Ctrl" /> <Kbd code="KeyK" />
                  </dt>
                  <dd>{t('shell.keyPalette')}</dd>
                </div>
              )}
              {shortcuts
                .filter((shortcut) => shortcut.group === group && shortcut.number === undefined)
                .map((shortcut) => (
                  <div key={shortcut.name}>
                    <dt>
                      <ShortcutKey shortcut={shortcut} />
                    </dt>
                    <dd>
                      <ShortcutLabel shortcut={shortcut} />
                    </dd>
                  </div>
                ))}
              {group === 'groupLive' && <ColumnKeys />}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** The nine keys of the columns on one line. */
function ColumnKeys() {
  const t = useMessages();
  return (
    <div className="key-sheet-columns">
      <dt>
        {shortcuts
          .filter(({ number }) => number !== undefined)
          .map((shortcut) => (
            <ShortcutKey key={shortcut.name} shortcut={shortcut} />
          ))}
      </dt>
      <dd>{t('shell.keyColumns')}</dd>
    </div>
  );
}

/** The key that a shortcut has now; help is the character `?` unless somebody moved it. */
export function ShortcutKey({ shortcut }: { readonly shortcut: Shortcut }) {
  const { settings } = usePreferences();
  const moved = settings.shortcuts?.[shortcut.name];
  return (
    <Kbd code={shortcut.name === 'help' && moved === undefined ? '?' : codeOf(shortcut.name, settings.shortcuts)} />
  );
}

export function ShortcutLabel({ shortcut }: { readonly shortcut: Shortcut }) {
  return useShortcutName()(shortcut);
}

/** Gives what a shortcut is called. */
export function useShortcutName(): (shortcut: Shortcut) => string {
  const t = useMessages();
  return ({ label, number }) => (label === 'shell.keyColumn' ? t(label, { number: number ?? 0 }) : t(label));
}
