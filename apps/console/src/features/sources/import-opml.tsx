import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';
import { OpmlOutcome } from './opml-outcome.js';

/** Watches the feeds of an OPML file, and names every line that could not be read. */
export function ImportOpml({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const id = useId();
  const client = useQueryClient();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [basis, setBasis] = useState('');
  const importing = useMutation({
    mutationFn: (given: File) => call('importOpml', { query: { basis }, body: given }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf('listSources') }),
  });
  return (
    <Dialog title={t('sources.importOpml')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (file !== undefined) importing.mutate(file);
        }}
      >
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {t('sources.opmlFile')}
          </label>
          <input
            id={id}
            className="control"
            type="file"
            accept=".opml,.xml,text/x-opml"
            required
            onChange={(event) => setFile(event.currentTarget.files?.[0])}
          />
        </div>
        <Field
          label={t('sources.basis')}
          hint={t('sources.basisHint')}
          required
          maxLength={1000}
          value={basis}
          onValue={setBasis}
        />
        <Button type="submit" look="primary" disabled={importing.isPending}>
          {t('sources.importOpml')}
        </Button>
      </form>
      {importing.isError && <ErrorNote error={importing.error} />}
      {importing.data !== undefined && <OpmlOutcome outcome={importing.data} />}
    </Dialog>
  );
}
