import { Link } from '@tanstack/react-router';
import type { Alert, Span } from '@vedette/contract';
import { memo, useState, type MouseEvent } from 'react';
import { Message, useFormat, useMessages, type Translate } from '../../i18n/i18n.js';
import type { Format } from '../../i18n/format.js';
import { Icon } from '../../ui/icon.js';
import { Marked } from '../../ui/marked.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Untrusted } from '../../ui/untrusted.js';
import { excerptOf } from '../items/excerpt.js';
import { sourceName } from '../items/source-line.js';
import { PriorityNote, SeverityChip } from '../review/severity.js';

const excerptLength = 180;

export interface AlertRowProps {
  readonly alert: Alert;
  readonly active: boolean;
  readonly selected: boolean;
  readonly mayDecide: boolean;
  /** whether a preview stands beside the list, so that a click shows the alert there */
  readonly previewed: boolean;
  readonly watchlistName: string;
  readonly onActivate: (id: string) => void;
  readonly onSelect: (id: string) => void;
}

/** One row of the queue: how urgent, what it says with the found place marked, which rule, how many copies, how old. */
export const AlertRow = memo(function AlertRow(props: AlertRowProps) {
  const t = useMessages();
  const format = useFormat();
  const [explained, setExplained] = useState(false);
  const { alert, active } = props;
  const tabIndex = active ? 0 : -1;
  const excerpt = excerptOf(alert.lead, excerptLength, (span) => aboutSpan(span, t, format));
  const follow = (event: MouseEvent) => {
    // A click of the mouse shows the alert beside the list; Enter, a second click or no preview opens it.
    if (!props.previewed || event.detail !== 1 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    props.onActivate(alert.id);
  };
  return (
    <article
      className="alert-row"
      data-row={alert.id}
      data-active={active}
      data-selected={props.selected}
      data-state={alert.state}
    >
      {props.mayDecide && (
        <label className="alert-select">
          <span className="visually-hidden">{t('alerts.select')}</span>
          <input
            type="checkbox"
            tabIndex={tabIndex}
            checked={props.selected}
            onChange={() => props.onSelect(alert.id)}
          />
        </label>
      )}
      <button
        type="button"
        className="alert-score"
        tabIndex={tabIndex}
        aria-expanded={explained}
        aria-label={t('alerts.whyScore', { score: alert.priority.score })}
        title={t('alerts.whyScore', { score: alert.priority.score })}
        onClick={() => setExplained(!explained)}
      >
        {format.number(alert.priority.score)}
      </button>
      <div className="alert-body">
        {explained && <PriorityNote priority={alert.priority} />}
        <Link
          to="/alerts/$id"
          params={{ id: alert.id }}
          className="alert-text"
          tabIndex={tabIndex}
          data-row-focus
          aria-current={active}
          preload={false}
          onClick={follow}
          onFocus={() => props.onActivate(alert.id)}
        >
          <Marked text={excerpt.text} marks={excerpt.marks} lang={alert.lead.lang} />
        </Link>
        <p className="alert-found">
          <SeverityChip severity={alert.severity} />
          <RuleLine alert={alert} watchlistName={props.watchlistName} />
        </p>
        <p className="alert-facts">
          <span>
            <RelativeTime instant={alert.firstAt} />
          </span>
          {alert.copies > 1 && (
            <strong>
              <Icon name="copies" size={14} /> {t('alerts.copies', { count: alert.copies })}
            </strong>
          )}
          <span>
            {alert.sources > 1 ? (
              t('alerts.fromSources', { count: alert.sources })
            ) : (
              <Untrusted text={sourceName(alert.lead.source)} />
            )}
          </span>
          {alert.lead.lang !== undefined && <span>{format.languageName(alert.lead.lang)}</span>}
          {alert.viewers.length > 0 && (
            <span className="alert-viewers">
              <Icon name="eye" size={14} />{' '}
              <Message
                id="alerts.looking"
                values={{ names: <Untrusted text={format.list(alert.viewers.map(({ name }) => name))} /> }}
              />
            </span>
          )}
        </p>
      </div>
    </article>
  );
});

function RuleLine({ alert, watchlistName }: { readonly alert: Alert; readonly watchlistName: string }) {
  const t = useMessages();
  const format = useFormat();
  const [first] = alert.rules;
  if (first === undefined) return null;
  const steps = [...new Set((alert.lead.spans ?? []).flatMap(({ via }) => via))];
  return (
    <span>
      <Message
        id="alerts.ruleOf"
        values={{
          rule: (
            <strong>
              <Untrusted text={first.rule} />
            </strong>
          ),
          watchlist: <Untrusted text={watchlistName} />,
        }}
      />
      {alert.rules.length > 1 && ` ${t('alerts.moreRules', { count: alert.rules.length - 1 })}`}
      {steps.length > 0 && (
        <span className="muted">
          {' · '}
          {t('alerts.via', { steps: format.list(steps.map((step) => t(`terms.disguise-${step}`))) })}
        </span>
      )}
    </span>
  );
}

/** What a marked place means: the term, and through which disguise it was found. */
export function aboutSpan(span: Span, t: Translate, format: Format): string {
  if (span.via.length === 0) return span.term;
  return t('item.foundVia', {
    term: span.term,
    steps: format.list(span.via.map((step) => t(`terms.disguise-${step}`))),
  });
}
