import { useInfiniteQuery } from '@tanstack/react-query';
import type { RecordEntry } from '@vedette/contract';
import { useCallback } from 'react';
import { routePages } from '../../api/queries.js';
import { ScreenHead } from '../../app/screen-head.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { Untrusted } from '../../ui/untrusted.js';
import { VirtualList } from '../../ui/virtual-list.js';
import './record.css';

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

function Entry({ entry }: { readonly entry: RecordEntry }) {
  const t = useMessages();
  const format = useFormat();
  // The record names actors by id; the name that they had then stands among the details.
  const { by, ...details } = entry.details;
  const actor = typeof by === 'string' ? by : entry.actor;
  return (
    <article className="record-entry">
      <p className="record-number">{format.number(entry.index)}</p>
      <div>
        <p>
          <strong>
            <bdi dir="ltr">{entry.action}</bdi>
          </strong>{' '}
          <Untrusted text={entry.subject} />
        </p>
        <p className="muted small">
          <Untrusted text={actor} /> · <time dateTime={entry.at}>{format.dateTime(entry.at)}</time>
          {Object.entries(details).map(([name, value]) => (
            <span key={name}>
              {' '}
              · <Untrusted text={`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`} />
            </span>
          ))}
        </p>
      </div>
      <p className="record-hash" title={t('record.hash')}>
        <code dir="ltr">{entry.leafHash.slice(0, 16)}…</code>
      </p>
    </article>
  );
}
