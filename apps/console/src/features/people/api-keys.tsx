import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiKey } from '@vedette/contract';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf, routeQuery } from '../../api/queries.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { Table } from '../../ui/table.js';
import { Untrusted } from '../../ui/untrusted.js';
import { AddKey } from './add-key.js';

/** Keys for other programs. */
export function ApiKeys() {
  const t = useMessages();
  const format = useFormat();
  const keys = useQuery(routeQuery('listApiKeys'));
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | undefined>(undefined);
  const instant = (at: string | undefined) => (at === undefined ? t('people.never') : format.date(at));
  const add = (
    <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('people.addKey')}
    </Button>
  );
  return (
    <div className="stack">
      <p className="muted">{t('people.keysText')}</p>
      {keys.isPending && <Skeleton />}
      {keys.isError && <ErrorNote error={keys.error} retry={() => void keys.refetch()} />}
      {keys.data?.rows.length === 0 && (
        <EmptyState title={t('people.noKeysTitle')} why={t('people.noKeysWhy')} action={add} />
      )}
      {keys.data !== undefined && keys.data.rows.length > 0 && (
        <>
          {add}
          <Table
            label={t('people.keys')}
            rows={keys.data.rows}
            keyOf={(key) => key.id}
            columns={[
              { key: 'name', head: t('people.keyName'), renderCell: (key) => <Untrusted text={key.name} /> },
              { key: 'prefix', head: t('people.begins'), renderCell: (key) => <code>{key.prefix}</code> },
              {
                key: 'scopes',
                head: t('people.scopes'),
                renderCell: (key) => <bdi dir="ltr">{key.scopes.join(', ')}</bdi>,
              },
              { key: 'expires', head: t('people.expires'), renderCell: (key) => instant(key.expiresAt) },
              { key: 'used', head: t('people.lastUsed'), renderCell: (key) => instant(key.lastUsedAt) },
              {
                key: 'revoke',
                head: <span className="visually-hidden">{t('people.revoke')}</span>,
                renderCell: (key) => (
                  <Button look="quiet" onClick={() => setRevoking(key)}>
                    {t('people.revoke')}
                    <span className="visually-hidden"> {key.name}</span>
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
      {adding && <AddKey onClose={() => setAdding(false)} />}
      {revoking !== undefined && <RevokeKey apiKey={revoking} onClose={() => setRevoking(undefined)} />}
    </div>
  );
}

function RevokeKey({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const t = useMessages();
  const client = useQueryClient();
  const removal = useMutation({
    mutationFn: () => call('removeApiKey', { params: { id: apiKey.id } }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: keyOf('listApiKeys') });
    },
  });
  return (
    <Dialog
      title={t('people.revokeTitle', { name: apiKey.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="danger" disabled={removal.isPending} onClick={() => removal.mutate()}>
            {t('people.revoke')}
          </Button>
        </>
      }
    >
      <p>{t('people.revokeText')}</p>
      {removal.isError && <ErrorNote error={removal.error} />}
    </Dialog>
  );
}
