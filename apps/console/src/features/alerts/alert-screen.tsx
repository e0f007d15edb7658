import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { Alert, Verdict } from '@vedette/contract';
import { useEffect } from 'react';
import { routeQuery } from '../../api/queries.js';
import { useShortcut } from '../../app/keyboard.js';
import { remember } from '../../app/recent.js';
import { useTitle } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';
import { IconButton } from '../../ui/button.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { Untrusted } from '../../ui/untrusted.js';
import { ItemContent, ItemContext } from '../item/item-content.js';
import { headlineOf } from '../items/headline.js';
import { DecidePanel } from '../review/decide-panel.js';
import { neighboursOf } from './queue-pages.js';
import { useVerdicts } from './use-verdicts.js';
import '../item/item.css';
import './alerts.css';

/** One alert in full: the text as published and as read, the rules, the copies, and the place to decide. */
export function AlertScreen() {
  const { id } = useParams({ from: '/inside/alerts/$id' });
  const alert = useQuery(routeQuery('getAlert', { params: { id } }));
  return (
    <div className="screen">
      {alert.isPending && <Skeleton lines={9} />}
      {alert.isError && <ErrorNote error={alert.error} retry={() => void alert.refetch()} />}
      {alert.data !== undefined && <AlertPage key={id} alert={alert.data} />}
    </div>
  );
}

function AlertPage({ alert }: { readonly alert: Alert }) {
  const t = useMessages();
  const navigate = useNavigate();
  const client = useQueryClient();
  const headline = headlineOf(alert.lead, 80);
  const item = useQuery(routeQuery('getItem', { params: { id: alert.lead.id } }));
  const { previous, next } = neighboursOf(client, alert.id);
  useTitle(`${t('alerts.alert')}: ${headline}`);
  useEffect(() => remember({ to: `/alerts/${encodeURIComponent(alert.id)}`, title: headline }), [alert.id, headline]);
  const show = (id: string | undefined) =>
    void (id === undefined ? navigate({ to: '/alerts' }) : navigate({ to: '/alerts/$id', params: { id } }));
  const settle = useVerdicts((id) => show(id));
  const decide = (verdict: Verdict, reason: string) => {
    settle({ alert, verdict, reason });
    show(next);
  };
  useShortcut('next', () => show(next), next !== undefined);
  useShortcut('previous', () => show(previous), previous !== undefined);
  return (
    <>
      <nav className="alert-nav" aria-label={t('alerts.queue')}>
        <Link to="/alerts">{t('alerts.backToQueue')}</Link>
        <span className="row">
          <IconButton
            icon="up"
            label={t('alerts.previousAlert')}
            disabled={previous === undefined}
            onClick={() => show(previous)}
          />
          <IconButton
            icon="down"
            label={t('alerts.nextAlert')}
            disabled={next === undefined}
            onClick={() => show(next)}
          />
        </span>
      </nav>
      <h1 className="alert-title">
        <Untrusted text={headline} lang={alert.lead.lang} />
      </h1>
      <div className="item-page">
        <div className="item-content">
          {item.isPending && <Skeleton lines={6} />}
          {item.isError && <ErrorNote error={item.error} retry={() => void item.refetch()} />}
          {item.data !== undefined && <ItemContent detail={item.data} level="part" />}
        </div>
        <div className="item-context">{item.data !== undefined && <ItemContext detail={item.data} />}</div>
        <aside className="item-side">
          <DecidePanel alert={alert} onVerdict={decide} onSkip={() => show(next)} />
        </aside>
      </div>
    </>
  );
}
