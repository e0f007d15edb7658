import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ItemSummary } from '@vedette/contract';
import { useCallback, useMemo, useRef, useState } from 'react';
import { routeQuery } from '../../api/queries.js';
import { useShortcut } from '../../app/keyboard.js';
import { useMay } from '../../app/preferences.js';
import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { focusRow } from '../../ui/focus-row.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { VirtualList } from '../../ui/virtual-list.js';
import { ColumnDialog } from '../live/column-dialog.js';
import { withPart } from '../query/query-text.js';
import { ExportDialog } from './export-dialog.js';
import { Facets } from './facets.js';
import { ResultRow } from './result-row.js';
import { SaveRuleDialog } from './save-rule-dialog.js';
import { addressOfSearch, asOneQuery, type SearchAddress } from './search-address.js';
import { AddressFilters, SearchBar } from './search-bar.js';
import { TimeFilter } from './time-filter.js';
import { Timeline } from './timeline.js';
import { useResults } from './use-results.js';
import '../../app/fill-screen.css';
import './search.css';

type Results = ReturnType<typeof useResults>;

/** Everything that was read, by query, facet and time. The address holds the whole search. */
export function SearchScreen() {
  const t = useMessages();
  const navigate = useNavigate();
  const given = useSearch({ from: '/inside/search' });
  const address = useMemo(() => addressOfSearch(given), [given]);
  const results = useResults(address);
  const empty = useQuery(routeQuery('status')).data?.empty === true;
  const [narrowing, setNarrowing] = useState(false);
  const go = (change: Partial<SearchAddress>) => void navigate({ to: '/search', search: { ...given, ...change } });
  const { facets, timeline } = results;
  return (
    <div className="screen fill-screen search">
      <ScreenHead title={t('search.title')}>{!empty && <Keep address={address} results={results} />}</ScreenHead>
      <SearchBar query={address.q} onSearch={(q) => go({ q })} />
      <AddressFilters address={address} onRemove={(filter) => go({ [filter]: undefined })} />
      {empty ? (
        <NothingRead />
      ) : (
        <div className="search-body">
          <Button className="search-narrow" aria-expanded={narrowing} onClick={() => setNarrowing(!narrowing)}>
            {t('search.narrow')}
          </Button>
          <aside className="search-side" data-shown={narrowing} aria-label={t('search.narrow')}>
            <TimeFilter
              key={`${address.since} ${address.until}`}
              times={address}
              onTimes={({ since, until }) => go({ since, until })}
            />
            {facets !== undefined && <Facets facets={facets} onAdd={(part) => go({ q: withPart(address.q, part) })} />}
          </aside>
          <div className="search-results">
            {timeline !== undefined && (
              <Timeline
                key={`${timeline.bucket} ${timeline.points[0]?.at} ${timeline.points.length}`}
                bucket={timeline.bucket}
                points={timeline.points}
                onRange={go}
              />
            )}
            <Found results={results} onClear={() => void navigate({ to: '/search', search: {} })} />
          </div>
        </div>
      )}
    </div>
  );
}

/** What can be kept of a search: a column, a rule, a file. */
function Keep({ address, results }: { readonly address: SearchAddress; readonly results: Results }) {
  const t = useMessages();
  const toast = useToast();
  const mayWrite = useMay('watchlists:write');
  const [open, setOpen] = useState<'column' | 'rule' | 'export' | undefined>(undefined);
  const close = () => setOpen(undefined);
  const query = asOneQuery(address);
  const found = useFound(results);
  return (
    <>
      <Button onClick={() => setOpen('column')}>{t('search.saveColumn')}</Button>
      {mayWrite && (
        <Button disabled={query === ''} onClick={() => setOpen('rule')}>
          {t('search.saveRule')}
        </Button>
      )}
      <Button icon="download" disabled={results.items.length === 0} onClick={() => setOpen('export')}>
        {t('search.export')}
      </Button>
      {open === 'column' && (
        <ColumnDialog
          column={undefined}
          query={query}
          onClose={close}
          onSaved={() => toast.show({ text: t('search.savedColumn') })}
        />
      )}
      {open === 'rule' && <SaveRuleDialog query={query} onClose={close} />}
      {open === 'export' && <ExportDialog address={address} found={found ?? ''} onClose={close} />}
    </>
  );
}

/** "3,214 items", or "more than 10,000 items" where nobody counted on. */
function useFound({ first }: Results): string | undefined {
  const t = useMessages();
  if (first === undefined) return undefined;
  const { value, exact } = first.total;
  return exact ? t('search.found', { count: value }) : t('search.foundAtLeast', { count: value });
}

function Found({ results, onClear }: { readonly results: Results; readonly onClear: () => void }) {
  const t = useMessages();
  const { pages, items, first } = results;
  const found = useFound(results);
  if (pages.isPending) return <Skeleton lines={8} />;
  if (first === undefined) return <ErrorNote error={pages.error} retry={() => void pages.refetch()} />;
  return (
    <>
      <div className="search-found" aria-live="polite">
        <strong>{found}</strong>
        {first.problems.length > 0 && <span className="search-mistakes">{t('search.mistakes')}</span>}
        {first.scanned !== undefined && <span>{t('search.scanned', { count: first.scanned })}</span>}
      </div>
      {pages.isError && <ErrorNote error={pages.error} retry={() => void pages.refetch()} />}
      {items.length === 0 ? (
        <EmptyState
          title={t('search.nothingTitle')}
          why={t('search.nothingWhy')}
          action={
            <Button look="primary" onClick={onClear}>
              {t('search.nothingClear')}
            </Button>
          }
        />
      ) : (
        <ResultList results={results} total={first.total} />
      )}
    </>
  );
}

function ResultList(props: {
  readonly results: Results;
  readonly total: { readonly value: number; readonly exact: boolean };
}) {
  const t = useMessages();
  const { items, pages } = props.results;
  const list = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | undefined>(undefined);
  const found = items.findIndex((item) => item.id === activeId);
  const active = items[Math.max(0, found)];
  const go = (step: number) => {
    const row = items[Math.max(0, Math.min(items.length - 1, found + step))];
    if (row === undefined) return;
    setActiveId(row.id);
    focusRow(list.current, row.id);
  };
  useShortcut('next', () => go(1));
  useShortcut('previous', () => go(-1));
  useOpenItem(active);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const counts = { shown: items.length, total: Math.max(items.length, props.total.value) };
  return (
    <>
      <div className="search-list" ref={list}>
        <VirtualList
          label={t('search.results')}
          items={items}
          keyOf={idOf}
          estimate={124}
          active={found}
          total={counts.total}
          onEnd={more}
          render={(item) => <ResultRow item={item} active={item.id === active?.id} onActivate={setActiveId} />}
        />
      </div>
      <p className="search-count muted small">
        {props.total.exact ? t('ui.shown', counts) : t('ui.shownAtLeast', counts)}
      </p>
    </>
  );
}

function idOf(item: ItemSummary): string {
  return item.id;
}

function useOpenItem(active: ItemSummary | undefined): void {
  const navigate = useNavigate();
  useShortcut(
    'open',
    () => {
      if (active !== undefined) void navigate({ to: '/items/$id', params: { id: active.id } });
    },
    active !== undefined,
  );
}

function NothingRead() {
  const t = useMessages();
  return (
    <EmptyState
      title={t('search.emptyTitle')}
      why={t('search.emptyWhy')}
      action={
        <Link to="/sources" className="button button-primary">
          {t('search.emptyAction')}
        </Link>
      }
      sample={<code dir="ltr">&quot;grey gate&quot; (join OR lantern*) -museum lang:en</code>}
    />
  );
}
