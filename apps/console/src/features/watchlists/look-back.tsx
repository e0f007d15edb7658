import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { LookBack as Search } from '@vedette/contract';
import { useEffect, useId, useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf, routeQuery } from '../../api/queries.js';
import { useMay } from '../../app/preferences.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';

const spans = ['1', '7', '30', '90', '365'] as const;
const askAgainMs = 1000;

/** Runs the saved rules over what is stored: how far back, how far it has come, what it found. */
export function LookBack({ watchlist }: { readonly watchlist: string }) {
  const t = useMessages();
  const id = useId();
  const client = useQueryClient();
  const mayWrite = useMay('watchlists:write');
  const [days, setDays] = useState<(typeof spans)[number]>('7');
  const params = { id: watchlist };
  const asked = routeQuery('getLookBack', { params });
  const last = useQuery({
    ...asked,
    refetchInterval: ({ state }) => (isUnderWay(state.data?.lookBack) ? askAgainMs : false),
  });
  const search = last.data?.lookBack;
  const taken = {
    onSuccess: async (lookBack: Search) => {
      // A question still under way was asked before this: its answer would put the older state back, and nobody would
      // ask again.
      await client.cancelQueries({ queryKey: asked.queryKey });
      client.setQueryData(asked.queryKey, { lookBack });
    },
  };
  const start = useMutation({
    mutationFn: () => call('startLookBack', { params, body: { days: Number(days) } }),
    ...taken,
  });
  const stop = useMutation({ mutationFn: () => call('cancelLookBack', { params }), ...taken });
  const underWay = isUnderWay(search);
  const ended = search?.endedAt;
  useEffect(() => {
    // What it found shows in the hits of the rules and in the queue.
    if (ended === undefined) return;
    for (const name of ['getWatchlist', 'listWatchlists', 'listAlerts', 'status'] as const)
      void client.invalidateQueries({ queryKey: keyOf(name) });
  }, [client, ended]);
  if (!mayWrite && search === undefined) return null;
  return (
    <section className="look-back" aria-labelledby={id}>
      <h2 id={id} className="label">
        {t('watchlists.lookBack')}
      </h2>
      {mayWrite && !underWay && (
        <>
          <p className="muted small">{t('watchlists.lookBackText')}</p>
          <div className="look-back-start">
            <Select
              label={t('watchlists.lookBackDays')}
              value={days}
              onValue={setDays}
              options={spans.map((value) => ({ value, label: t('watchlists.lookBackLast', { count: Number(value) }) }))}
            />
            <Button icon="search" disabled={start.isPending} onClick={() => start.mutate()}>
              {t('watchlists.lookBackGo')}
            </Button>
          </div>
        </>
      )}
      {start.isError && <ErrorNote error={start.error} />}
      {search !== undefined && <Progress search={search} />}
      {mayWrite && underWay && (
        <div>
          <Button disabled={stop.isPending} onClick={() => stop.mutate()}>
            {t('watchlists.lookBackStop')}
          </Button>
        </div>
      )}
    </section>
  );
}

function isUnderWay(search: Search | undefined): boolean {
  return search?.state === 'waiting' || search?.state === 'running';
}

function Progress({ search }: { readonly search: Search }) {
  const t = useMessages();
  const format = useFormat();
  if (search.state === 'waiting') return <output>{t('watchlists.lookBackWaiting')}</output>;
  const found = [
    t('watchlists.newMatches', { count: search.matches }),
    t('watchlists.newAlerts', { count: search.alerts }),
  ];
  if (search.state === 'running') {
    const { looked, total } = search;
    return (
      <div className="look-back-progress">
        <progress aria-label={t('watchlists.lookBack')} max={Math.max(total, looked, 1)} value={looked} />
        <p className="small">
          {t('watchlists.lookBackRunning', { looked, total: Math.max(total, looked) })} · {format.list(found)}
        </p>
      </div>
    );
  }
  return (
    <div className="look-back-result">
      <output>
        {search.state === 'cancelled' && <>{t('watchlists.lookBackStopped')} · </>}
        {search.problem !== undefined && <>{t(`watchlists.lookBackProblem-${search.problem}`)} · </>}
        {format.list([t('watchlists.lookBackLooked', { count: search.looked }), ...found])}
      </output>
      {search.alerts > 0 && <Link to="/alerts">{t('alerts.title')}</Link>}
    </div>
  );
}
