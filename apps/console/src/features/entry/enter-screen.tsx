import { useEffect, useState } from 'react';
import { call } from '../../api/call.js';
import { useMessages } from '../../i18n/i18n.js';
import { Banner, ErrorNote, Skeleton } from '../../ui/notes.js';
import { EntryPage } from './entry-page.js';
import { tokenFromAddress, useEntry } from './use-entry.js';

/** The demo's door: the link that it printed signs in by itself. */
export function EnterScreen() {
  const t = useMessages();
  const [token] = useState(() => tokenFromAddress(window.location, window.history));
  const { mutate, isError, error } = useEntry((given: string) => call('enter', { body: { token: given } }));
  useEffect(() => {
    if (token !== undefined) mutate(token);
  }, [token, mutate]);
  return (
    <EntryPage title={t('entry.enterTitle')}>
      {token === undefined && <Banner>{t('entry.noToken')}</Banner>}
      {isError && <ErrorNote error={error} />}
      {token !== undefined && !isError && (
        <>
          <p>{t('entry.entering')}</p>
          <Skeleton lines={2} />
        </>
      )}
    </EntryPage>
  );
}
