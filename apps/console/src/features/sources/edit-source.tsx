import type { WatchedSource } from '@vedette/contract';
import { useState } from 'react';
import { useMessages } from '../../i18n/i18n.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { daysOf, SourceSettingsFields, type SourceSettings } from './source-settings.js';
import { useChangeSource } from './use-change-source.js';

/** Renames a source, and changes its basis and retention. */
export function EditSource(props: { readonly source: WatchedSource; readonly onClose: () => void }) {
  const t = useMessages();
  const { source, onClose } = props;
  const { change } = useChangeSource(source);
  const [settings, setSettings] = useState<SourceSettings>({
    title: source.title,
    basis: source.basis,
    retention: source.retentionDays === undefined ? '' : String(source.retentionDays),
  });
  return (
    <FormDialog
      title={t('sources.edit')}
      send={t('ui.save')}
      sending={change}
      onSend={() => {
        const { title, basis, retention } = settings;
        change.mutate({ title, basis, retentionDays: daysOf(retention) ?? null }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <SourceSettingsFields value={settings} onValue={setSettings} />
    </FormDialog>
  );
}
