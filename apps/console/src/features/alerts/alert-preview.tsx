import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Alert, Verdict } from '@vedette/contract';
import { routeQuery } from '../../api/queries.js';
import { Message, useFormat, useMessages } from '../../i18n/i18n.js';
import { Marked } from '../../ui/marked.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Untrusted } from '../../ui/untrusted.js';
import { DecodedView } from '../item/decoded-view.js';
import { SourceLine } from '../items/source-line.js';
import { DecidePanel } from '../review/decide-panel.js';
import { aboutSpan } from './alert-row.js';

/** One alert beside the list: the text with the found places marked, what it says, and the place to decide. */
export function AlertPreview(props: {
  readonly alert: Alert;
  readonly onDecide: (verdict: Verdict, reason: string) => void;
  readonly onSkip: () => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const { alert } = props;
  const { lead } = alert;
  const places = (lead.spans ?? []).map((span) => ({ ...span, about: aboutSpan(span, t, format) }));
  return (
    <section className="alert-preview" aria-label={t('alerts.preview')}>
      <div className="alert-preview-text">
        <header>
          <SourceLine item={lead} author />
          <p className="small muted">
            <Message id="alerts.firstSeen" values={{ when: <RelativeTime instant={alert.firstAt} /> }} />
            {alert.copies > 1 && (
              <>
                {' · '}
                <Message id="alerts.lastSeen" values={{ when: <RelativeTime instant={alert.lastAt} /> }} />
                {' · '}
                {t('alerts.copies', { count: alert.copies })}
                {' · '}
                {t('alerts.fromSources', { count: alert.sources })}
              </>
            )}
          </p>
        </header>
        {lead.title !== undefined && (
          <h2>
            <Marked text={lead.title} marks={places.filter(({ field }) => field === 'title')} lang={lead.lang} />
          </h2>
        )}
        <Marked
          className="alert-preview-lead"
          text={lead.text}
          marks={places.filter(({ field }) => field === 'text')}
          lang={lead.lang}
        />
        <p className="row small">
          <Link to="/alerts/$id" params={{ id: alert.id }}>
            {t('alerts.open')}
          </Link>
          {alert.rules.map(({ note, rule, watchlist }) =>
            note === undefined ? null : (
              <span key={`${watchlist} ${rule}`} className="muted">
                <Untrusted text={note} />
              </span>
            ),
          )}
        </p>
        {lead.disguised && <WhatItSays item={lead.id} />}
      </div>
      <div className="alert-preview-decide">
        <DecidePanel alert={alert} onVerdict={props.onDecide} onSkip={props.onSkip} />
      </div>
    </section>
  );
}

/** The decoded text, once it is loaded: the list carries only what was published. */
function WhatItSays({ item }: { readonly item: string }) {
  const t = useMessages();
  const detail = useQuery(routeQuery('getItem', { params: { id: item } }));
  if (detail.isError) return <ErrorNote error={detail.error} retry={() => void detail.refetch()} />;
  if (detail.data === undefined) {
    return (
      <>
        <span className="visually-hidden">{t('alerts.loadingPreview')}</span>
        <Skeleton lines={3} />
      </>
    );
  }
  return <DecodedView key={item} decoded={detail.data.decoded.text} lang={detail.data.item.lang} />;
}
