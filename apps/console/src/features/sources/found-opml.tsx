import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OpmlCandidate } from '@vedette/contract';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';
import { Untrusted } from '../../ui/untrusted.js';
import { OpmlOutcome } from './opml-outcome.js';

/** A pasted address that is a list of feeds: what it holds, and the way to watch them all. */
export function FoundOpml({ opml }: { readonly opml: OpmlCandidate }) {
  const t = useMessages();
  const client = useQueryClient();
  const [basis, setBasis] = useState<string>(t('sources.basisPress'));
  const importing = useMutation({
    mutationFn: () => call('importOpmlAddress', { body: { url: opml.url, basis } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keyOf('listSources') }),
        client.invalidateQueries({ queryKey: keyOf('status') }),
      ]),
  });
  return (
    <form
      className="stack source-watch"
      onSubmit={(event) => {
        event.preventDefault();
        importing.mutate();
      }}
    >
      <p>
        {t('sources.opmlFound', { count: opml.feeds })}
        {opml.title !== undefined && (
          <>
            {' '}
            <strong>
              <Untrusted text={opml.title} />
            </strong>
          </>
        )}
        <span className="muted small source-address">
          <Untrusted text={opml.url} />
        </span>
      </p>
      <Field
        label={t('sources.basis')}
        hint={t('sources.basisHint')}
        required
        maxLength={1000}
        value={basis}
        onValue={setBasis}
      />
      {importing.isError && <ErrorNote error={importing.error} />}
      {importing.data === undefined ? (
        <Button type="submit" look="primary" disabled={importing.isPending}>
          {t('sources.opmlWatch')}
        </Button>
      ) : (
        <OpmlOutcome outcome={importing.data} />
      )}
    </form>
  );
}
