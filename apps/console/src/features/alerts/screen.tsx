import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { Alert, Verdict } from '@vedette/contract';
import { useCallback, useMemo, useState } from 'react';
import { routeQuery } from '../../api/queries.js';
import { useShortcut } from '../../app/keyboard.js';
import { useMay, useMe } from '../../app/preferences.js';
import { ScreenHead } from '../../app/screen-head.js';
import { verdictOrder } from '../../app/verdict-keys.js';
import { useMessages } from '../../i18n/i18n.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { Untrusted } from '../../ui/untrusted.js';
import { VirtualList } from '../../ui/virtual-list.js';
import { Button } from '../../ui/button.js';
import { SeverityChip } from '../review/severity.js';
import { AlertPreview } from './alert-preview.js';
import { AlertRow } from './alert-row.js';
import { BulkDialog } from './bulk-dialog.js';
import { filtersOf, filtersSet, type AlertFilters } from './filters.js';
import { QueueFilters } from './queue-filters.js';
import { QueueNotes, SelectionBar } from './queue-notes.js';
import { useActive } from './use-active.js';
import { useQueue } from './use-queue.js';
import { useVerdicts } from './use-verdicts.js';
import { useWide } from './use-wide.js';
import '../../app/fill-screen.css';
import './alerts.css';

/** How many alerts the API decides at once. */
const selectionLimit = 500;

/** The queue: what the rules found, most urgent first, decided by key. */
export function AlertsScreen() {
  const t = useMessages();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/alerts' });
  const filters = useMemo(() => filtersOf(search), [search]);
  return (
    <div className="screen fill-screen alerts">
      <ScreenHead title={t('alerts.title')} />
      <QueueFilters
        filters={filters}
        onChange={(change) => void navigate({ to: '/alerts', search: { ...search, ...change }, replace: true })}
      />
      <Queue key={JSON.stringify(filters)} filters={filters} />
    </div>
  );
}

function Queue({ filters }: { readonly filters: AlertFilters }) {
  const t = useMessages();
  const may = useMay('alerts:decide');
  const me = useMe()?.person.id;
  const wide = useWide();
  const queue = useQueue(filters);
  const { rows, active, index, activate, go, recall, list } = useActive(queue.loaded, filters.state, me);
  const { selected, toggle, select, clear } = useSelection(rows);
  const [asking, setAsking] = useState<{ readonly verdict: Verdict | undefined } | undefined>(undefined);
  const settle = useVerdicts(recall);
  const watchlistName = useWatchlistNames();

  const decide = (verdict: Verdict, reason = '') => {
    if (selected.size > 0) {
      setAsking({ verdict });
      return;
    }
    if (active === undefined || active.state === 'decided') return;
    go(index + 1 < rows.length ? 1 : -1);
    settle({ alert: active, verdict, reason });
  };
  useShortcut('next', () => go(1));
  useShortcut('previous', () => go(-1));
  useShortcut('skip', () => go(1));
  useShortcut('select', () => active !== undefined && toggle(active.id), may);
  useShortcut('new-items', () => void queue.showNew(), queue.held > 0);
  useOpen(active);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = queue.query;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (queue.query.isPending) return <Skeleton lines={9} />;
  if (queue.total === undefined)
    return <ErrorNote error={queue.query.error} retry={() => void queue.query.refetch()} />;
  const counts = { shown: rows.length, total: Math.max(rows.length, queue.total.value) };
  return (
    <>
      {verdictOrder.map((verdict) => (
        <VerdictKey key={verdict} verdict={verdict} enabled={may && rows.length > 0} onPress={() => decide(verdict)} />
      ))}
      <QueueNotes
        held={queue.held}
        onShowNew={() => void queue.showNew()}
        work={queue.work}
        onForget={queue.forgetWork}
      />
      {queue.query.isError && <ErrorNote error={queue.query.error} retry={() => void queue.query.refetch()} />}
      {rows.length === 0 ? (
        <NothingWaits filters={filters} />
      ) : (
        <div className="alerts-body">
          <div className="alerts-list" ref={list}>
            <VirtualList
              label={t('alerts.queue')}
              items={rows}
              keyOf={keyOfAlert}
              estimate={118}
              active={index}
              total={counts.total}
              onEnd={more}
              render={(alert) => (
                <AlertRow
                  alert={alert}
                  active={alert.id === active?.id}
                  selected={selected.has(alert.id)}
                  mayDecide={may}
                  previewed={wide}
                  watchlistName={watchlistName(alert.rules[0]?.watchlist)}
                  onActivate={activate}
                  onSelect={toggle}
                />
              )}
            />
            <p className="alerts-count muted small">
              {queue.total.exact ? t('ui.shown', counts) : t('ui.shownAtLeast', counts)}
            </p>
          </div>
          {wide && active !== undefined && (
            <AlertPreview key={active.id} alert={active} onDecide={decide} onSkip={() => go(1)} />
          )}
        </div>
      )}
      {selected.size > 0 && (
        <SelectionBar
          selected={selected.size}
          limit={selectionLimit}
          loaded={rows.length}
          onSelectLoaded={() => select(rows.slice(0, selectionLimit))}
          onClear={clear}
          onDecide={() => setAsking({ verdict: undefined })}
        />
      )}
      {asking !== undefined && (
        <BulkDialog
          alerts={[...selected]}
          verdict={asking.verdict}
          onBack={recall}
          onClose={() => setAsking(undefined)}
          onDone={() => {
            setAsking(undefined);
            clear();
          }}
        />
      )}
    </>
  );
}

function keyOfAlert(alert: Alert): string {
  return alert.id;
}

function VerdictKey(props: { readonly verdict: Verdict; readonly enabled: boolean; readonly onPress: () => void }) {
  useShortcut(props.verdict, props.onPress, props.enabled);
  return null;
}

function useOpen(active: Alert | undefined): void {
  const navigate = useNavigate();
  useShortcut(
    'open',
    () => {
      if (active !== undefined) void navigate({ to: '/alerts/$id', params: { id: active.id } });
    },
    active !== undefined,
  );
}

/** What is selected and still in the list. */
function useSelection(rows: readonly Alert[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(
    () =>
      chosen.size === 0
        ? chosen
        : new Set(rows.filter(({ id, state }) => state !== 'decided' && chosen.has(id)).map(({ id }) => id)),
    [rows, chosen],
  );
  const toggle = useCallback(
    (id: string) =>
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(id) && next.size < selectionLimit) next.add(id);
        return next;
      }),
    [],
  );
  const select = (alerts: readonly Alert[]) => setChosen(new Set(alerts.map(({ id }) => id)));
  const clear = () => setChosen(new Set());
  return { selected, toggle, select, clear };
}

/** Alerts carry the ids of watchlists; people know their names. */
function useWatchlistNames(): (id: string | undefined) => string {
  const watchlists = useQuery(routeQuery('listWatchlists')).data?.rows;
  return (id) => watchlists?.find((watchlist) => watchlist.id === id)?.name ?? id ?? '';
}

function NothingWaits({ filters }: { readonly filters: AlertFilters }) {
  const t = useMessages();
  const filtered = filtersSet(filters) > 0 || filters.state !== 'open';
  const navigate = useNavigate();
  return (
    <EmptyState
      title={filtered ? t('alerts.emptyFilteredTitle') : t('alerts.emptyTitle')}
      why={filtered ? t('alerts.emptyFilteredWhy') : t('alerts.emptyWhy')}
      action={
        filtered ? (
          <Button look="primary" onClick={() => void navigate({ to: '/alerts', search: {} })}>
            {t('alerts.clearFilters')}
          </Button>
        ) : (
          <Link to="/watchlists" className="button button-primary">
            {t('alerts.emptyAction')}
          </Link>
        )
      }
      sample={
        <>
          <p className="alert-text">
            <Untrusted text={t('alerts.sampleText')} />
          </p>
          <p className="alert-found">
            <SeverityChip severity="high" />
            {t('alerts.sampleRule')}
          </p>
        </>
      }
    />
  );
}
