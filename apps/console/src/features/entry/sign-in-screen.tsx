import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { routeQuery } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Banner, ErrorNote } from '../../ui/notes.js';
import { EntryPage } from './entry-page.js';
import { useEntry } from './use-entry.js';

/** Sign-in with e-mail and password. */
export function SignInScreen() {
  const t = useMessages();
  const { back } = useSearch({ from: '/sign-in' });
  const setup = useQuery(routeQuery('getSetup')).data;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const entry = useEntry((body: { email: string; password: string }) => call('signIn', { body }), back);
  return (
    <EntryPage title={t('entry.signInTitle')}>
      {(setup?.needsSetup === true || setup?.demo === true) && <Banner>{t('entry.noToken')}</Banner>}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          entry.mutate({ email, password });
        }}
      >
        <Field
          label={t('entry.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onValue={setEmail}
        />
        <Field
          label={t('entry.password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
        {entry.isError && <ErrorNote error={entry.error} />}
        <Button type="submit" look="primary" disabled={entry.isPending}>
          {t('entry.signInTitle')}
        </Button>
      </form>
    </EntryPage>
  );
}
