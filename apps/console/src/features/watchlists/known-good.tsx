import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { KnownGood as Known, KnownGoodVersion } from '@vedette/contract';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf, routeQuery } from '../../api/queries.js';
import { useMay } from '../../app/preferences.js';
import { Message, useMessages } from '../../i18n/i18n.js';
import { Button, IconButton } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Dialog } from '../../ui/dialog.js';
import { Select, TextArea } from '../../ui/field.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Untrusted } from '../../ui/untrusted.js';

/** The texts that no rule of a watchlist may catch: its own, and those for every watchlist. */
export function KnownGoodDialog(props: { readonly watchlist: string; readonly onClose: () => void }) {
  const t = useMessages();
  const mayWrite = useMay('watchlists:write');
  const { watchlist } = props;
  const listed = useQuery(routeQuery('listKnownGood', { query: { watchlist } }));
  return (
    <Dialog title={t('watchlists.knownGood')} onClose={props.onClose} wide>
      <p className="muted small">{t('watchlists.knownGoodText')}</p>
      {mayWrite && <AddText watchlist={watchlist} />}
      {listed.isPending && <Skeleton />}
      {listed.isError && <ErrorNote error={listed.error} retry={() => void listed.refetch()} />}
      {listed.data?.rows.length === 0 && <p>{t('watchlists.knownGoodNone')}</p>}
      <ul aria-label={t('watchlists.knownGood')}>
        {listed.data?.rows.map((known) => (
          <li key={known.id} className="known-good">
            <KnownText known={known} mayRemove={mayWrite} />
          </li>
        ))}
      </ul>
      {listed.data !== undefined && listed.data.versions.length > 0 && <Changes versions={listed.data.versions} />}
    </Dialog>
  );
}

/** Afterwards rules are checked against the list as it is now. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keyOf('listKnownGood') }),
      client.invalidateQueries({ queryKey: keyOf('checkRules') }),
    ]);
}

function AddText({ watchlist }: { readonly watchlist: string }) {
  const t = useMessages();
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [scope, setScope] = useState<'list' | 'all'>('list');
  const add = useMutation({
    mutationFn: () => call('addKnownGood', { body: { text, ...(scope === 'list' ? { watchlist } : {}) } }),
    onSuccess: async () => {
      setText('');
      await refresh();
    },
  });
  return (
    <form
      className="rule-form"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <TextArea
        label={t('watchlists.knownGoodNew')}
        rows={2}
        maxLength={20_000}
        required
        value={text}
        onValue={setText}
      />
      <div className="look-back-start">
        <Select
          label={t('watchlists.knownGoodScope')}
          value={scope}
          onValue={setScope}
          options={(['list', 'all'] as const).map((value) => ({
            value,
            label: t(`watchlists.knownGoodScope-${value}`),
          }))}
        />
        <Button type="submit" icon="plus" disabled={add.isPending || text.trim() === ''}>
          {t('watchlists.knownGoodAdd')}
        </Button>
      </div>
      {add.isError && <ErrorNote error={add.error} />}
    </form>
  );
}

function KnownText({ known, mayRemove }: { readonly known: Known; readonly mayRemove: boolean }) {
  const t = useMessages();
  const refresh = useRefresh();
  const remove = useMutation({
    mutationFn: () => call('removeKnownGood', { params: { id: known.id } }),
    onSuccess: refresh,
  });
  const text = known.title === undefined ? known.text : `${known.title} – ${known.text}`;
  return (
    <>
      <div>
        <p className="known-good-text">
          <Untrusted text={text.slice(0, 600)} lang={known.lang} />
        </p>
        <p className="watchlist-facts">
          {known.watchlist === undefined && <Chip>{t('watchlists.knownGoodScope-all')}</Chip>}
          <span className="muted">
            <Message id="watchlists.knownGoodChange-added" values={{ name: <Untrusted text={known.addedBy} /> }} />{' '}
            <RelativeTime instant={known.addedAt} />
          </span>
        </p>
        {remove.isError && <ErrorNote error={remove.error} />}
      </div>
      {mayRemove && (
        <IconButton
          icon="trash"
          label={t('watchlists.knownGoodRemove', { text: text.slice(0, 60) })}
          disabled={remove.isPending}
          onClick={() => remove.mutate()}
        />
      )}
    </>
  );
}

function Changes({ versions }: { readonly versions: readonly KnownGoodVersion[] }) {
  const t = useMessages();
  return (
    <details>
      <summary>{t('watchlists.knownGoodHistory')}</summary>
      <ul className="small">
        {versions.map(({ watchlist, version, at, by, change, text }) => (
          <li key={`${watchlist ?? ''} ${version}`}>
            {watchlist === undefined && <>{t('watchlists.knownGoodScope-all')} · </>}
            {t('watchlists.version', { version })} ·{' '}
            <Message id={`watchlists.knownGoodChange-${change}`} values={{ name: <Untrusted text={by} /> }} />{' '}
            <RelativeTime instant={at} />
            {': '}
            <Untrusted text={text.slice(0, 120)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
