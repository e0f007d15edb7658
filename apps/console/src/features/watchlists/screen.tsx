import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { routeQuery } from '../../api/queries.js';
import { useMay } from '../../app/preferences.js';
import { ScreenHead } from '../../app/screen-head.js';
import { Message, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Untrusted } from '../../ui/untrusted.js';
import { AddWatchlist } from './add-watchlist.js';
import { ImportWatchlist } from './import-watchlist.js';
import './watchlists.css';

/** All watchlists with how often each caught something. */
export function WatchlistsScreen() {
  const t = useMessages();
  const mayWrite = useMay('watchlists:write');
  const lists = useQuery(routeQuery('listWatchlists'));
  const [open, setOpen] = useState<'add' | 'import' | undefined>(undefined);
  const close = () => setOpen(undefined);
  const actions = mayWrite && (
    <>
      <Button look="primary" icon="plus" onClick={() => setOpen('add')}>
        {t('watchlists.add')}
      </Button>
      <Button icon="upload" onClick={() => setOpen('import')}>
        {t('watchlists.import')}
      </Button>
    </>
  );
  return (
    <div className="screen">
      <ScreenHead title={t('watchlists.title')}>{lists.data?.rows.length === 0 ? undefined : actions}</ScreenHead>
      {lists.isPending && <Skeleton lines={6} />}
      {lists.isError && <ErrorNote error={lists.error} retry={() => void lists.refetch()} />}
      {lists.data?.rows.length === 0 && (
        <EmptyState
          title={t('watchlists.emptyTitle')}
          why={t('watchlists.emptyWhy')}
          action={actions}
          sample={<code dir="ltr">(&quot;grey gate&quot; OR &quot;puerta gris&quot;) -museum</code>}
        />
      )}
      <ul>
        {lists.data?.rows.map((list) => (
          <li key={list.id} className="watchlist-row">
            <h2>
              <Link to="/watchlists/$id" params={{ id: list.id }}>
                <Untrusted text={list.name} />
              </Link>
            </h2>
            <p className="watchlist-facts">
              <span>{t('watchlists.rules', { count: list.rules })}</span>
              <span>{t('watchlists.matches', { count: list.matches7d })}</span>
              {list.errors > 0 && <Chip look="danger">{t('watchlists.errors', { count: list.errors })}</Chip>}
              {list.waiting && <Chip look="warn">{t('watchlists.proposal')}</Chip>}
              {!list.enabled && <Chip look="warn">{t('watchlists.off')}</Chip>}
              {list.demo && <Chip>{t('ui.demo')}</Chip>}
              <span className="muted">
                <Message id="watchlists.changed" values={{ name: <Untrusted text={list.changedBy} /> }} />{' '}
                <RelativeTime instant={list.changedAt} />
              </span>
            </p>
          </li>
        ))}
      </ul>
      {open === 'add' && <AddWatchlist onClose={close} />}
      {open === 'import' && <ImportWatchlist onClose={close} />}
    </div>
  );
}
