import type { WatchedSource } from '@vedette/contract';
import { useId, useState } from 'react';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorNote } from '../../ui/notes.js';
import { daysOf, SourceSettingsFields, type SourceSettings } from './source-settings.js';
import { useChangeSource } from './use-change-source.js';

/** Renames a source, and changes its basis and retention. */
export function EditSource(props: { readonly source: WatchedSource; readonly onClose: () => void }) {
  const t = useMessages();
  const form = useId();
  const { source, onClose } = props;
  const { change } = useChangeSource(source);
  const [settings, setSettings] = useState<SourceSettings>({
    title: source.title,
    basis: source.basis,
    retention: source.retentionDays === undefined ? '' : String(source.retentionDays),
  });
  return (
    <Dialog
      title={t('sources.edit')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} look="primary" disabled={change.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const { title, basis, retention } = settings;
          change.mutate({ title, basis, retentionDays: daysOf(retention) ?? null }, { onSuccess: onClose });
        }}
      >
        <SourceSettingsFields value={settings} onValue={setSettings} />
        {change.isError && <ErrorNote error={change.error} />}
      </form>
    </Dialog>
  );
}
