import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Rule } from '@vedette/contract';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { Field } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';

/** Makes a watchlist and opens it. */
export function useAddWatchlist() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: { readonly name: string; readonly rules: Rule[] }) => call('addWatchlist', { body }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: keyOf('listWatchlists') });
      await navigate({ to: '/watchlists/$id', params: { id } });
    },
  });
}

/** A new, empty watchlist. */
export function AddWatchlist({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const [name, setName] = useState('');
  const add = useAddWatchlist();
  return (
    <FormDialog
      title={t('watchlists.add')}
      send={t('watchlists.add')}
      sending={add}
      onSend={() => add.mutate({ name, rules: [] })}
      onClose={onClose}
    >
      <Field label={t('watchlists.name')} required maxLength={200} data-initial-focus value={name} onValue={setName} />
    </FormDialog>
  );
}
