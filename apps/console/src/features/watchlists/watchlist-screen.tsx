import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Rule, RouteResponse, Routes } from '@vedette/contract';
import { useState } from 'react';
import { ApiError, call } from '../../api/call.js';
import { keyOf, routeQuery } from '../../api/queries.js';
import { useMay } from '../../app/preferences.js';
import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Checkbox, Field } from '../../ui/field.js';
import { Banner, ErrorNote, Skeleton } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { ExportWatchlist } from './export-watchlist.js';
import { Findings } from './findings.js';
import { KnownGoodDialog } from './known-good.js';
import { LookBack } from './look-back.js';
import { Proposal } from './proposal.js';
import { RuleList } from './rule-list.js';
import { VersionsDialog } from './versions-dialog.js';
import './watchlists.css';

type Watchlist = RouteResponse<Routes['getWatchlist']>;

/** One watchlist: its rules, their findings and hits, and its versions. */
export function WatchlistScreen() {
  const { id } = useParams({ from: '/inside/watchlists/$id' });
  const t = useMessages();
  const watchlist = useQuery(routeQuery('getWatchlist', { params: { id } }));
  if (watchlist.data === undefined) {
    return (
      <div className="screen">
        <ScreenHead title={t('watchlists.title')} />
        {watchlist.isError ? <ErrorNote error={watchlist.error} /> : <Skeleton lines={8} />}
      </div>
    );
  }
  return <Editor key={`${id} ${watchlist.data.version}`} saved={watchlist.data} />;
}

interface Draft {
  readonly name: string;
  readonly enabled: boolean;
  readonly rules: readonly Rule[];
}

function Editor({ saved }: { readonly saved: Watchlist }) {
  const t = useMessages();
  const mayWrite = useMay('watchlists:write');
  const [draft, setDraft] = useState<Draft>({ name: saved.name, enabled: saved.enabled, rules: saved.rules });
  const changed = draft.name !== saved.name || draft.enabled !== saved.enabled || draft.rules !== saved.rules;
  const [open, setOpen] = useState<'versions' | 'knownGood' | 'export' | 'remove' | undefined>(undefined);
  const close = () => setOpen(undefined);
  return (
    <div className="screen watchlist-screen">
      <ScreenHead title={saved.name}>
        <Button look="quiet" onClick={() => setOpen('knownGood')}>
          {t('watchlists.knownGood')}
        </Button>
        <Button look="quiet" onClick={() => setOpen('versions')}>
          {t('watchlists.versions')}
        </Button>
        <Button look="quiet" icon="download" onClick={() => setOpen('export')}>
          {t('search.export')}
        </Button>
        {mayWrite && (
          <Button look="quiet" icon="trash" onClick={() => setOpen('remove')}>
            {t('ui.remove')}
          </Button>
        )}
      </ScreenHead>
      {mayWrite && (
        <div className="watchlist-settings">
          <Field
            label={t('watchlists.name')}
            required
            maxLength={200}
            value={draft.name}
            onValue={(name) => setDraft({ ...draft, name })}
          />
          <Checkbox
            label={t('watchlists.enabled')}
            checked={draft.enabled}
            onChecked={(enabled) => setDraft({ ...draft, enabled })}
          />
        </div>
      )}
      {changed && (
        <SaveBar
          saved={saved}
          draft={draft}
          onDiscard={() => setDraft({ name: saved.name, enabled: saved.enabled, rules: saved.rules })}
        />
      )}
      {saved.proposal !== undefined && <Proposal proposal={saved.proposal} saved={saved} />}
      {!changed && saved.enabled && <LookBack watchlist={saved.id} />}
      <Findings findings={saved.findings} />
      <RuleList
        rules={draft.rules}
        hits={saved.hits}
        items7d={saved.items7d}
        watchlist={saved.id}
        findings={saved.findings}
        onRules={mayWrite ? (rules) => setDraft({ ...draft, rules }) : undefined}
      />
      {open === 'versions' && (
        <VersionsDialog
          id={saved.id}
          version={saved.version}
          rules={saved.rules}
          onRestore={
            mayWrite
              ? (rules) => {
                  setDraft({ ...draft, rules });
                  close();
                }
              : undefined
          }
          onClose={close}
        />
      )}
      {open === 'knownGood' && <KnownGoodDialog watchlist={saved.id} onClose={close} />}
      {open === 'export' && <ExportWatchlist id={saved.id} onClose={close} />}
      {open === 'remove' && <RemoveWatchlist id={saved.id} onClose={close} />}
    </div>
  );
}

function SaveBar(props: { readonly saved: Watchlist; readonly draft: Draft; readonly onDiscard: () => void }) {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const { saved, draft, onDiscard } = props;
  const reload = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keyOf('getWatchlist') }),
      client.invalidateQueries({ queryKey: keyOf('listWatchlists') }),
      client.invalidateQueries({ queryKey: keyOf('listWatchlistVersions') }),
    ]);
  const save = useMutation({
    mutationFn: () =>
      call('saveWatchlist', {
        params: { id: saved.id },
        body: { name: draft.name, enabled: draft.enabled, rules: [...draft.rules], version: saved.version },
      }),
    onSuccess: async ({ proposal }) => {
      await reload();
      // The version stays, and with it this page: what was drafted is now in the proposal.
      if (proposal !== undefined) onDiscard();
      toast.show({ text: t(proposal === undefined ? 'ui.saved' : 'watchlists.proposed') });
    },
  });
  const conflict = save.error instanceof ApiError && save.error.code === 'conflict';
  return (
    <div className="watchlist-save">
      <Banner look="warn">
        <span>
          {t('watchlists.unsaved')} {t('watchlists.fromNow')}
        </span>
        <span className="row">
          <Button look="primary" disabled={save.isPending} onClick={() => save.mutate()}>
            {t('ui.save')}
          </Button>
          <Button onClick={onDiscard}>{t('watchlists.discard')}</Button>
        </span>
      </Banner>
      {conflict ? (
        <Banner look="danger">
          <span>{t('watchlists.conflict')}</span>
          <Button onClick={() => void reload()}>{t('watchlists.load')}</Button>
        </Banner>
      ) : (
        save.isError && <ErrorNote error={save.error} />
      )}
    </div>
  );
}

function RemoveWatchlist(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useMessages();
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => call('removeWatchlist', { params: { id: props.id } }),
    onSuccess: async () => {
      await navigate({ to: '/watchlists' });
      await client.invalidateQueries({ queryKey: keyOf('listWatchlists') });
    },
  });
  return (
    <Dialog
      title={t('watchlists.removeTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t('ui.remove')}
          </Button>
        </>
      }
    >
      <p>{t('watchlists.removeText')}</p>
      {remove.isError && <ErrorNote error={remove.error} />}
    </Dialog>
  );
}
