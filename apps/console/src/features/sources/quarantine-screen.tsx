import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Quarantined } from '@vedette/contract';
import { useCallback } from 'react';
import { call } from '../../api/call.js';
import { keyOf, routePages, routeQuery } from '../../api/queries.js';
import { useMay } from '../../app/preferences.js';
import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Select } from '../../ui/field.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { useToast } from '../../ui/toast.js';
import { Untrusted } from '../../ui/untrusted.js';
import { VirtualList } from '../../ui/virtual-list.js';
import './sources.css';

/** What could not be read, with the reason, by source. */
export function QuarantineScreen() {
  const t = useMessages();
  const { source } = useSearch({ from: '/inside/quarantine' });
  const pages = useInfiniteQuery(
    routePages('listQuarantine', { query: { limit: 100, ...(source === undefined ? {} : { source }) } }),
  );
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = pages.data?.pages[0]?.total;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div className="screen sources-screen">
      <ScreenHead title={t('sources.quarantine')} />
      <p className="muted">{t('sources.quarantineIntro')}</p>
      <SourceFilter chosen={source} />
      {pages.isPending && <Skeleton lines={6} />}
      {pages.isError && <ErrorNote error={pages.error} retry={() => void pages.refetch()} />}
      {total?.value === 0 && <EmptyState title={t('sources.quarantine')} why={t('sources.quarantineEmpty')} />}
      {total !== undefined && rows.length > 0 && (
        <>
          <VirtualList
            className="source-list"
            label={t('sources.quarantine')}
            items={rows}
            keyOf={(row) => row.id}
            estimate={150}
            total={total.value}
            onEnd={more}
            render={(row) => <Row row={row} />}
          />
          <p className="muted small">
            {t(total.exact ? 'ui.shown' : 'ui.shownAtLeast', { shown: rows.length, total: total.value })}
          </p>
        </>
      )}
    </div>
  );
}

function SourceFilter({ chosen }: { readonly chosen: string | undefined }) {
  const t = useMessages();
  const navigate = useNavigate();
  const sources = useQuery(routeQuery('listSources'));
  const options = (sources.data?.rows ?? []).filter((each) => each.quarantined > 0 || each.id === chosen);
  return (
    <Select
      label={t('sources.title')}
      value={chosen ?? ''}
      onValue={(source) => void navigate({ to: '/quarantine', search: source === '' ? {} : { source }, replace: true })}
      options={[
        { value: '', label: t('sources.allSources') },
        ...options.map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
  );
}

function Row({ row }: { readonly row: Quarantined }) {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const mayWrite = useMay('sources:write');
  const dismiss = useMutation({
    mutationFn: () => call('dismissQuarantined', { params: { id: row.id } }),
    onSuccess: () => toast.show({ text: t('sources.dismissed') }),
    onSettled: () =>
      Promise.all(
        (['listQuarantine', 'listSources', 'status'] as const).map((name) =>
          client.invalidateQueries({ queryKey: keyOf(name) }),
        ),
      ),
  });
  return (
    <article className="source-row">
      <p className="source-error">
        <Untrusted text={row.reason} />
      </p>
      <p className="small">
        <Untrusted text={row.sourceTitle} /> · <span className="muted">{t('sources.where')}:</span>{' '}
        <Untrusted text={row.where} /> · <RelativeTime instant={row.at} />
      </p>
      {row.sample !== '' && (
        <details>
          <summary>{t('sources.received')}</summary>
          <pre className="quarantine-sample">
            <Untrusted text={row.sample} />
          </pre>
        </details>
      )}
      {dismiss.isError && <ErrorNote error={dismiss.error} />}
      {mayWrite && (
        <div>
          <Button look="quiet" icon="check" disabled={dismiss.isPending} onClick={() => dismiss.mutate()}>
            {t('sources.dismiss')}
            <span className="visually-hidden"> {row.where}</span>
          </Button>
        </div>
      )}
    </article>
  );
}
