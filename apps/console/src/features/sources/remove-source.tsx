import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { WatchedSource } from '@vedette/contract';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Checkbox } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { SourceMessage } from './source-message.js';

/** Asks before a source is no longer watched, and whether its Items go too. */
export function RemoveSource(props: { readonly source: WatchedSource; readonly onClose: () => void }) {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const { source, onClose } = props;
  const [items, setItems] = useState(false);
  const remove = useMutation({
    mutationFn: () => call('removeSource', { params: { id: source.id }, query: { items: items ? 'true' : 'false' } }),
    onSuccess: async () => {
      toast.show({ text: <SourceMessage id="sources.removed" title={source.title} /> });
      onClose();
      await client.invalidateQueries();
    },
  });
  return (
    <Dialog
      title={t('sources.removeTitle', { title: source.title })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t('ui.remove')}
          </Button>
        </>
      }
    >
      <p>{t('sources.removeText')}</p>
      <Checkbox label={t('sources.removeItems')} checked={items} onChecked={setItems} />
      {remove.isError && <ErrorNote error={remove.error} />}
    </Dialog>
  );
}
