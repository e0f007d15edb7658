import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { routeQuery } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Banner, ErrorNote } from '../../ui/notes.js';
import { EntryPage } from './entry-page.js';
import { tokenFromAddress, useEntry } from './use-entry.js';

/** The first administrator's account, by the one-time link. */
export function SetupScreen() {
  const t = useMessages();
  const [token] = useState(() => tokenFromAddress(window.location, window.history));
  const setup = useQuery(routeQuery('getSetup')).data;
  return (
    <EntryPage title={t('entry.setupTitle')}>
      {token !== undefined && setup?.needsSetup !== false ? (
        <SetupForm token={token} />
      ) : (
        <>
          <Banner>{setup?.needsSetup === false ? t('entry.alreadySetup') : t('entry.noToken')}</Banner>
          <Link to="/sign-in">{t('entry.signInTitle')}</Link>
        </>
      )}
    </EntryPage>
  );
}

function SetupForm({ token }: { readonly token: string }) {
  const t = useMessages();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const entry = useEntry((body: { token: string; name: string; email: string; password: string }) =>
    call('setup', { body }),
  );
  return (
    <>
      <p>{t('entry.setupText')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          entry.mutate({ token, name, email, password });
        }}
      >
        <Field
          label={t('entry.name')}
          hint={t('entry.nameHint')}
          autoComplete="nickname"
          required
          maxLength={120}
          value={name}
          onValue={setName}
        />
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
          hint={t('entry.passwordHint')}
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={256}
          value={password}
          onValue={setPassword}
        />
        {entry.isError && <ErrorNote error={entry.error} />}
        <Button type="submit" look="primary" disabled={entry.isPending}>
          {t('entry.create')}
        </Button>
      </form>
    </>
  );
}
