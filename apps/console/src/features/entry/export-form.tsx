import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { call } from '../../api/call.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Banner, ErrorNote } from '../../ui/notes.js';

/** Hands an export file to the server, with the reason why it may be read. */
export function ExportForm() {
  const t = useMessages();
  const format = useFormat();
  const id = useId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | undefined>(undefined);
  const [basis, setBasis] = useState('');
  const upload = useMutation({
    mutationFn: (given: File) => call('uploadExport', { query: { name: given.name, basis }, body: given }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'status' }),
  });
  const leave = (to: '/' | '/alerts') => {
    void client.invalidateQueries({ queryKey: ['status'] });
    void navigate({ to });
  };
  return (
    <form
      className="stack first-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== undefined) upload.mutate(file);
      }}
    >
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t('entry.exportFile')}
        </label>
        <input
          id={id}
          className="control"
          type="file"
          required
          onChange={(event) => setFile(event.currentTarget.files?.[0])}
        />
      </div>
      <Field
        label={t('entry.exportBasis')}
        hint={t('entry.exportBasisHint')}
        required
        maxLength={1000}
        value={basis}
        onValue={setBasis}
      />
      <Button type="submit" disabled={upload.isPending}>
        {upload.isPending ? t('entry.exportReading') : t('entry.exportRead')}
      </Button>
      {upload.isError && <ErrorNote error={upload.error} />}
      {upload.data !== undefined && (
        <Banner>
          <output>
            {format.list([
              t('entry.exportStored', { count: upload.data.stored }),
              t('entry.exportKnown', { count: upload.data.known }),
              t('entry.exportRejected', { count: upload.data.rejected }),
              t('entry.exportAlerts', { count: upload.data.alerts }),
            ])}
          </output>
          {upload.data.alerts > 0 ? (
            <Button look="primary" onClick={() => leave('/alerts')}>
              {t('alerts.title')}
            </Button>
          ) : (
            <Button look="primary" onClick={() => leave('/')}>
              {t('shell.backToPress')}
            </Button>
          )}
        </Banner>
      )}
    </form>
  );
}
