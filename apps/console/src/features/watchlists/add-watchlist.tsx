import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Rule } from '@vedette/contract';
import { useId, useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field, TextArea } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { Banner, ErrorNote } from '../../ui/notes.js';
import { Findings } from './findings.js';

/** Makes a watchlist and opens it. */
function useAddWatchlist() {
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

type Format = 'yaml' | 'json' | 'csv';

function formatOf(name: string, text: string): Format {
  if (name.endsWith('.csv')) return 'csv';
  return name.endsWith('.json') || /^\s*[[{]/.test(text) ? 'json' : 'yaml';
}

/** Reads a watchlist file, names every row that is wrong, and takes the others. */
export function ImportWatchlist({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const id = useId();
  const [text, setText] = useState('');
  const [format, setFormat] = useState<Format>('yaml');
  const read = useMutation({ mutationFn: () => call('readWatchlist', { body: { text, format } }) });
  const add = useAddWatchlist();
  const typed = (value: string, name = '') => {
    setText(value);
    setFormat(formatOf(name, value));
  };
  return (
    <Dialog title={t('watchlists.import')} onClose={onClose} wide>
      <form
        className="rule-form"
        onSubmit={(event) => {
          event.preventDefault();
          read.mutate();
        }}
      >
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {t('watchlists.file')}
          </label>
          <input
            id={id}
            className="control"
            type="file"
            accept=".yaml,.yml,.json,.csv"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) void file.text().then((content) => typed(content, file.name));
            }}
          />
        </div>
        <TextArea label={t('watchlists.paste')} rows={8} value={text} onValue={(value) => typed(value)} />
        <Button type="submit" disabled={read.isPending || text.trim() === ''}>
          {t('watchlists.read')}
        </Button>
      </form>
      {read.isError && <ErrorNote error={read.error} />}
      {read.data !== undefined && (
        <>
          <Banner>
            <output>
              {t('watchlists.rules', { count: read.data.rules.length })}. {t('watchlists.readResult')}
            </output>
          </Banner>
          <Findings findings={read.data.findings} place />
          {add.isError && <ErrorNote error={add.error} />}
          <Button
            look="primary"
            disabled={add.isPending || read.data.rules.length === 0}
            onClick={() => add.mutate({ name: read.data.name, rules: read.data.rules })}
          >
            {t('watchlists.take')}
          </Button>
        </>
      )}
    </Dialog>
  );
}
