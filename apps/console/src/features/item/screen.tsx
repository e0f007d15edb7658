import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ItemDetail } from '@vedette/contract';
import { useEffect } from 'react';
import { routeQuery } from '../../api/queries.js';
import { remember } from '../../app/recent.js';
import { useTitle } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { headlineOf } from '../items/headline.js';
import { DecidePanel } from '../review/decide-panel.js';
import { ItemContent, ItemContext } from './item-content.js';
import './item.css';

/** One Item: what it says, why it is here, and the place to decide. */
export function ItemScreen() {
  const { id } = useParams({ from: '/inside/items/$id' });
  const detail = useQuery(routeQuery('getItem', { params: { id } }));
  return (
    <div className="screen">
      {detail.isPending && <Skeleton lines={9} />}
      {detail.isError && <ErrorNote error={detail.error} retry={() => void detail.refetch()} />}
      {detail.data !== undefined && <ItemPage detail={detail.data} />}
    </div>
  );
}

function ItemPage({ detail }: { readonly detail: ItemDetail }) {
  const t = useMessages();
  const { item } = detail;
  const headline = headlineOf(item, 80);
  useTitle(`${t('shell.item')}: ${headline}`);
  useEffect(() => remember({ to: `/items/${encodeURIComponent(item.id)}`, title: headline }), [item.id, headline]);
  return (
    <div className="item-page">
      <div className="item-content">
        <ItemContent detail={detail} level="screen" />
      </div>
      <div className="item-context">
        <ItemContext detail={detail} />
      </div>
      <aside className="item-side">
        {detail.alert === undefined ? (
          <p className="muted">{t('item.noAlert')}</p>
        ) : (
          <DecidePanel alert={detail.alert} />
        )}
      </aside>
    </div>
  );
}
