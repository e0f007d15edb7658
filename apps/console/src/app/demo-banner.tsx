import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.js';
import { routeQuery } from '../api/queries.js';
import { useMessages } from '../i18n/i18n.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNote } from '../ui/notes.js';
import { useToast } from '../ui/toast.js';
import { useMay } from './preferences.js';

/** Says on every screen that the data are invented, and takes them away. */
export function DemoBanner() {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const may = useMay('settings:admin');
  const status = useQuery(routeQuery('status')).data;
  const [asking, setAsking] = useState(false);
  const removal = useMutation({
    mutationFn: () => call('removeDemo'),
    onSuccess: async ({ items }) => {
      setAsking(false);
      toast.show({ text: t('shell.demoRemoved', { count: items }) });
      await client.invalidateQueries();
    },
  });
  if (status?.demo !== true) return null;
  return (
    <aside className="banner banner-warn" aria-label={t('ui.demo')}>
      <span className="demo-text">{t('shell.demoBanner')}</span>
      {may && (
        <Button look="quiet" onClick={() => setAsking(true)}>
          {t('shell.demoRemove')}
        </Button>
      )}
      {asking && (
        <Dialog
          title={t('shell.demoRemoveTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
              <Button look="danger" icon="trash" disabled={removal.isPending} onClick={() => removal.mutate()}>
                {t('shell.demoRemove')}
              </Button>
            </>
          }
        >
          <p>{t('shell.demoRemoveText')}</p>
          {removal.isError && <ErrorNote error={removal.error} />}
        </Dialog>
      )}
    </aside>
  );
}
