import { useEffect, useState } from 'react';
import { ShortcutKey, ShortcutLabel, useShortcutName } from '../../app/key-sheet.js';
import { usePreferences } from '../../app/preferences.js';
import { clashOf, shortcuts, type Shortcut } from '../../app/shortcuts.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Checkbox } from '../../ui/field.js';
import { keyName } from '../../ui/kbd.js';
import { Table } from '../../ui/table.js';

/** Single-key shortcuts: on or off, and each on the key that suits the hand. */
export function KeySettings() {
  const t = useMessages();
  const { settings, save } = usePreferences();
  const [changing, setChanging] = useState<Shortcut | undefined>(undefined);
  const on = settings.singleKeyShortcuts ?? true;
  return (
    <section className="settings-part">
      <h2>{t('settings.keys')}</h2>
      <Checkbox
        label={t('settings.singleKeys')}
        hint={t('settings.singleKeysHint')}
        checked={on}
        onChecked={(singleKeyShortcuts) => save({ singleKeyShortcuts })}
      />
      {on && (
        <>
          <Table
            label={t('settings.keys')}
            rows={shortcuts}
            keyOf={(shortcut) => shortcut.name}
            columns={[
              {
                key: 'action',
                head: t('settings.action'),
                renderCell: (shortcut) => <ShortcutLabel shortcut={shortcut} />,
              },
              { key: 'key', head: t('settings.key'), renderCell: (shortcut) => <ShortcutKey shortcut={shortcut} /> },
              {
                key: 'change',
                head: <span className="visually-hidden">{t('settings.change')}</span>,
                renderCell: (shortcut) => <ChangeButton shortcut={shortcut} onChange={() => setChanging(shortcut)} />,
              },
            ]}
          />
          <Button onClick={() => save({ shortcuts: {} })}>{t('settings.resetKeys')}</Button>
        </>
      )}
      {changing !== undefined && <KeyDialog shortcut={changing} onClose={() => setChanging(undefined)} />}
    </section>
  );
}

function ChangeButton(props: { readonly shortcut: Shortcut; readonly onChange: () => void }) {
  const t = useMessages();
  const nameOf = useShortcutName();
  return (
    <Button
      look="quiet"
      aria-label={t('settings.changeKey', { action: nameOf(props.shortcut) })}
      onClick={props.onChange}
    >
      {t('settings.change')}
    </Button>
  );
}

/** Keys that keep their usual meaning. */
const kept: ReadonlySet<string> = new Set([
  'Tab',
  'Escape',
  'ShiftLeft',
  'ShiftRight',
  'ControlLeft',
  'ControlRight',
  'AltLeft',
  'AltRight',
  'MetaLeft',
  'MetaRight',
  'CapsLock',
]);

function KeyDialog({ shortcut, onClose }: { readonly shortcut: Shortcut; readonly onClose: () => void }) {
  const t = useMessages();
  const nameOf = useShortcutName();
  const { settings, save } = usePreferences();
  const [taken, setTaken] = useState<{ code: string; by: Shortcut } | undefined>(undefined);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (kept.has(event.code) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (['Enter', 'Space'].includes(event.code) && event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      const by = clashOf(shortcut, event.code, settings.shortcuts);
      setTaken(by === undefined ? undefined : { code: event.code, by });
      if (by !== undefined) return;
      save({ shortcuts: { ...settings.shortcuts, [shortcut.name]: event.code } });
      onClose();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [shortcut, settings.shortcuts, save, onClose]);
  return (
    <Dialog
      title={t('settings.changeKey', { action: nameOf(shortcut) })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('ui.cancel')}</Button>}
    >
      <p>{t('settings.pressKey', { action: nameOf(shortcut) })}</p>
      {taken !== undefined && (
        <p role="alert">
          {keyName(taken.code)}: {t('settings.keyTaken', { action: nameOf(taken.by) })}
        </p>
      )}
    </Dialog>
  );
}
