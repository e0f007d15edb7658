import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RouteResponse, Routes } from '@vedette/contract';
import { useCallback } from 'react';
import { routePages } from '../../api/queries.js';
import { ScreenHead } from '../../app/screen-head.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Fact } from '../../ui/fact.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { Untrusted } from '../../ui/untrusted.js';
import { VirtualList } from '../../ui/virtual-list.js';
import { nameOfAction } from './action-names.js';
import './record.css';

type Row = RouteResponse<Routes['listRecord']>['rows'][number];

/** The record of what was done. */
export function RecordScreen() {
  const t = useMessages();
  const pages = useInfiniteQuery(routePages('listRecord', { query: { limit: 100 } }));
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = pages.data?.pages[0]?.total;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div className="screen record-screen">
      <ScreenHead title={t('shell.record')} />
      <p className="muted">{t('record.intro')}</p>
      {pages.isPending && <Skeleton lines={8} />}
      {pages.isError && <ErrorNote error={pages.error} retry={() => void pages.refetch()} />}
      {total?.value === 0 && <EmptyState title={t('record.emptyTitle')} why={t('record.emptyWhy')} />}
      {total !== undefined && rows.length > 0 && (
        <>
          <VirtualList
            className="record-list"
            label={t('shell.record')}
            items={rows}
            keyOf={(entry) => String(entry.index)}
            estimate={76}
            total={total.value}
            onEnd={more}
            render={(entry) => <Entry entry={entry} />}
          />
          <p className="muted small">
            {t(total.exact ? 'ui.shown' : 'ui.shownAtLeast', { shown: rows.length, total: total.value })}
          </p>
        </>
      )}
    </div>
  );
}

function Entry({ entry }: { readonly entry: Row }) {
  const t = useMessages();
  const format = useFormat();
  // The record names actors by id; the name that they had then stands among the details.
  const { by, ...details } = entry.details;
  const actor = entry.erased === true ? t('record.erased') : typeof by === 'string' ? by : entry.actor;
  const action = nameOfAction(entry.action);
  const number = format.number(entry.index);
  return (
    <article className="record-entry">
      <p className="record-number">{number}</p>
      <div>
        <p>
          <strong>{action === undefined ? <bdi dir="ltr">{entry.action}</bdi> : t(action)}</strong>{' '}
          <Subject entry={entry} />
        </p>
        <p className="muted small">
          <Untrusted text={actor} /> · <time dateTime={entry.at}>{format.dateTime(entry.at)}</time>
        </p>
        <details className="small">
          <summary aria-label={t('record.more', { number })}>{t('record.details')}</summary>
          <dl className="record-details">
            <Fact name={t('record.id')}>
              <Untrusted text={`${entry.action} ${entry.subject}`} />
            </Fact>
            {Object.entries(details).map(([name, value]) => (
              <Fact key={name} name={name}>
                <Untrusted text={typeof value === 'string' ? value : JSON.stringify(value)} />
              </Fact>
            ))}
            <Fact name={t('record.hash')}>
              <code dir="ltr">{entry.leafHash}</code>
            </Fact>
          </dl>
        </details>
      </div>
    </article>
  );
}

/** What it was done to: its title, which leads there; its id where nothing else is known of it. */
function Subject({ entry: { about, subject } }: { readonly entry: Row }) {
  const title = <Untrusted text={about?.title ?? subject} />;
  const params = { id: subject };
  switch (about?.title === undefined ? undefined : about.kind) {
    case 'watchlist':
      return (
        <Link to="/watchlists/$id" params={params}>
          {title}
        </Link>
      );
    case 'alert':
      return (
        <Link to="/alerts/$id" params={params}>
          {title}
        </Link>
      );
    case 'item':
      return (
        <Link to="/items/$id" params={params}>
          {title}
        </Link>
      );
    case 'source':
    case 'person':
    case 'api-key':
    case undefined:
      return title;
  }
}
