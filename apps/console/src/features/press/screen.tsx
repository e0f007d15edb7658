import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ItemSummary } from '@vedette/contract';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf, routeQuery } from '../../api/queries.js';
import { useLiveEvent } from '../../api/use-live.js';
import { useShortcut } from '../../app/keyboard.js';
import { usePreferences } from '../../app/preferences.js';
import { useTitle } from '../../app/screen-head.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { FirstChoices } from '../entry/first-choices.js';
import { Editions } from './editions.js';
import { Stories } from './stories.js';
import { StreamRow } from './stream-row.js';
import { Ticker } from './ticker.js';
import './press.css';

const pageLength = 40;

/** The front page: what the press sources published, by weight first, then by time. */
export function PressScreen() {
  const t = useMessages();
  const status = useQuery(routeQuery('status'));
  useTitle(t('shell.press'));
  if (status.data?.empty === true) return <FirstChoices />;
  return <FrontPage />;
}

function FrontPage() {
  const t = useMessages();
  const format = useFormat();
  const { settings } = usePreferences();
  const edition = useSearch({ from: '/inside/' });
  const pages = useInfiniteQuery({
    queryKey: keyOf('press', edition),
    queryFn: ({ pageParam, signal }) =>
      call('press', {
        query: { ...edition, limit: pageLength, ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.stream.next,
    // What came while another screen was shown is not held here; what is being read moves only when asked to.
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });
  const [today] = useState(() => new Date().toISOString());
  const held = useHeldArticles(edition);
  const first = pages.data?.pages[0];
  const stream = pages.data?.pages.flatMap((page) => page.stream.rows) ?? [];
  const bare = edition.lang === undefined && edition.source === undefined;
  const showNew = () => {
    held.clear();
    void pages.refetch();
  };
  useShortcut('new-items', showNew, held.count > 0);
  const nothingShown = first !== undefined && stream.length === 0;
  useEffect(() => {
    // Where nothing is being read yet, nothing can jump: the first articles show by themselves.
    if (nothingShown && held.count > 0) showNew();
  });
  return (
    <div className="press">
      {(settings.ticker ?? true) && first !== undefined && <Ticker items={first.ticker} />}
      <div className="screen">
        <header className="press-head">
          <h1>{t('shell.press')}</h1>
          <p>{format.weekday(today)}</p>
        </header>
        {pages.isError && <ErrorNote error={pages.error} retry={() => void pages.refetch()} />}
        {pages.isPending && <Skeleton lines={8} />}
        {first !== undefined && (
          <div className="press-body">
            <div className="press-news">
              {stream.length === 0 ? (
                <NothingPublished filtered={!bare} />
              ) : (
                <>
                  <Stories stories={first.stories} />
                  <section aria-labelledby="press-stream">
                    <h2 id="press-stream" className="press-section">
                      {t('press.stream')}
                    </h2>
                    <output>
                      {held.count > 0 && (
                        <Button look="primary" icon="up" className="press-new" onClick={showNew}>
                          {t('press.newItems', { count: held.count })}
                        </Button>
                      )}
                    </output>
                    <ol className="press-stream">
                      {stream.map((item) => (
                        <li key={item.id}>
                          <StreamRow item={item} />
                        </li>
                      ))}
                    </ol>
                    <StreamEnd
                      shown={stream.length}
                      total={first.stream.total}
                      more={pages.hasNextPage ? () => void pages.fetchNextPage() : undefined}
                      busy={pages.isFetchingNextPage}
                    />
                  </section>
                </>
              )}
            </div>
            <Editions languages={first.languages} outlets={first.outlets} edition={edition} />
          </div>
        )}
      </div>
    </div>
  );
}

/** Articles that came while somebody reads: counted, not pushed in. */
function useHeldArticles(edition: { readonly lang?: string; readonly source?: string }) {
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
  useLiveEvent('item', ({ item }) => {
    if (item.kind === 'article' && fits(item, edition)) setHeld((before) => new Set([...before, item.id]));
  });
  return { count: held.size, clear: () => setHeld(new Set()) };
}

function fits(item: ItemSummary, edition: { readonly lang?: string; readonly source?: string }): boolean {
  return (
    (edition.lang === undefined || item.lang === edition.lang) &&
    (edition.source === undefined || item.source.id === edition.source)
  );
}

function StreamEnd(props: {
  readonly shown: number;
  readonly total: { readonly value: number; readonly exact: boolean };
  readonly more: (() => void) | undefined;
  readonly busy: boolean;
}) {
  const t = useMessages();
  const counts = { shown: props.shown, total: props.total.value };
  return (
    <div className="row press-end">
      {props.more !== undefined && (
        <Button onClick={props.more} disabled={props.busy}>
          {t('ui.more')}
        </Button>
      )}
      <span className="muted small">{props.total.exact ? t('ui.shown', counts) : t('ui.shownAtLeast', counts)}</span>
    </div>
  );
}

function NothingPublished({ filtered }: { readonly filtered: boolean }) {
  const t = useMessages();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('press.emptyTitle')}
      why={t('press.emptyWhy')}
      action={
        filtered ? (
          <Button look="primary" onClick={() => void navigate({ to: '/', search: {} })}>
            {t('press.emptyClear')}
          </Button>
        ) : (
          <Link to="/sources" className="button button-primary">
            {t('press.emptyAction')}
          </Link>
        )
      }
      sample={
        <>
          <p className="label">{t('press.sampleOutlet')}</p>
          <p className="press-title press-title-2">{t('press.sampleHeadline')}</p>
        </>
      }
    />
  );
}
