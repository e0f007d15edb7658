import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { call } from '../../api/call.js';
import { useMay } from '../../app/preferences.js';
import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Banner, ErrorNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { ExportForm } from './export-form.js';
import './first-choices.css';

/** What the first page offers while nothing has been read. */
export function FirstChoices() {
  const t = useMessages();
  const mayWatch = useMay('sources:write');
  const mayLoad = useMay('settings:admin');
  return (
    <div className="screen">
      <ScreenHead title={t('entry.firstTitle')} />
      <p className="first-text">{t('entry.firstText')}</p>
      {!mayWatch && <Banner>{t('entry.notAllowed')}</Banner>}
      <div className="first-choices">
        {mayLoad && (
          <Choice title={t('entry.demoTitle')} text={t('entry.demoText')}>
            <LoadDemo />
          </Choice>
        )}
        {mayWatch && (
          <>
            <Choice title={t('entry.feedTitle')} text={t('entry.feedText')}>
              <WatchAddress />
            </Choice>
            <Choice title={t('entry.exportTitle')} text={t('entry.exportText')}>
              <ExportForm />
            </Choice>
          </>
        )}
        <Choice title={t('entry.decodeTitle')} text={t('entry.decodeText')}>
          <Link to="/decode" className="button button-plain">
            {t('entry.decodeGo')}
          </Link>
        </Choice>
        {mayWatch && (
          <Choice title={t('entry.cleanTitle')} text={t('entry.cleanText')}>
            <Link to="/sources" className="button button-plain">
              {t('entry.cleanGo')}
            </Link>
          </Choice>
        )}
      </div>
    </div>
  );
}

function Choice(props: { readonly title: string; readonly text: string; readonly children: ReactNode }) {
  return (
    <section className="first-choice">
      <h2>{props.title}</h2>
      <div className="stack">
        <p>{props.text}</p>
        {props.children}
      </div>
    </section>
  );
}

function LoadDemo() {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const demo = useMutation({
    mutationFn: () => call('loadDemo'),
    onSuccess: async ({ items }) => {
      toast.show({ text: t('entry.demoLoaded', { count: items }) });
      await client.invalidateQueries();
    },
  });
  return (
    <>
      <Button look="primary" disabled={demo.isPending} onClick={() => demo.mutate()}>
        {demo.isPending ? t('entry.demoLoading') : t('entry.demoLoad')}
      </Button>
      {demo.isError && <ErrorNote error={demo.error} />}
    </>
  );
}

function WatchAddress() {
  const t = useMessages();
  const navigate = useNavigate();
  const [address, setAddress] = useState('');
  return (
    <form
      className="stack first-form"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/sources', search: { add: address.trim() } });
      }}
    >
      <Field label={t('entry.feedAddress')} required inputMode="url" value={address} onValue={setAddress} />
      <Button type="submit">{t('entry.feedFind')}</Button>
    </form>
  );
}
