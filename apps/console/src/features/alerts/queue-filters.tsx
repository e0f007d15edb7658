import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { routeQuery } from '../../api/queries.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/field.js';
import { alertOrders, alertStates, filtersSet, severityOrder, type AlertFilters } from './filters.js';

interface Option {
  readonly value: string;
  readonly label: string;
}

type Change = Partial<Readonly<Record<keyof AlertFilters, string | undefined>>>;

/** What the queue is narrowed to. On a narrow screen all but state and order wait behind a button. */
export function QueueFilters(props: { readonly filters: AlertFilters; readonly onChange: (change: Change) => void }) {
  const t = useMessages();
  const [shown, setShown] = useState(false);
  const { filters, onChange } = props;
  const set = filtersSet(filters);
  return (
    <search className="queue-filters" aria-label={t('alerts.filters')}>
      <Select
        label={t('alerts.state')}
        value={filters.state}
        onValue={(state) => onChange({ state: state === 'open' ? undefined : state })}
        options={alertStates.map((state) => ({ value: state, label: t(`alerts.state-${state}`) }))}
      />
      <Select
        label={t('alerts.order')}
        value={filters.order}
        onValue={(order) => onChange({ order: order === 'priority' ? undefined : order })}
        options={alertOrders.map((order) => ({ value: order, label: t(`alerts.order-${order}`) }))}
      />
      <Button className="queue-filters-more" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {set === 0 ? t('alerts.filters') : t('alerts.filtersSet', { count: set })}
      </Button>
      <div className="queue-filters-rest" data-shown={shown}>
        <NarrowBy filters={filters} onChange={onChange} />
        {set > 0 && (
          <Button
            look="quiet"
            icon="close"
            onClick={() =>
              onChange({
                severity: undefined,
                watchlist: undefined,
                rule: undefined,
                source: undefined,
                lang: undefined,
              })
            }
          >
            {t('alerts.clearFilters')}
          </Button>
        )}
      </div>
    </search>
  );
}

function NarrowBy({
  filters,
  onChange,
}: {
  readonly filters: AlertFilters;
  readonly onChange: (change: Change) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const watchlists = useQuery(routeQuery('listWatchlists'));
  const rules = useQuery({
    ...routeQuery('getWatchlist', { params: { id: filters.watchlist ?? '' } }),
    enabled: filters.watchlist !== undefined,
  });
  // The sources and languages that have Items at all; asked once, counting them is not free.
  const facets = useQuery({ ...routeQuery('search', { query: { limit: 1, facets: 'true' } }), staleTime: Infinity })
    .data?.facets;
  const severities = severityOrder.map((value) => ({ value, label: t(`terms.severity-${value}`) }));
  return (
    <>
      <OneFilter
        label={t('alerts.severity')}
        value={filters.severity}
        options={severities}
        onValue={(severity) => onChange({ severity })}
      />
      <OneFilter
        label={t('alerts.watchlist')}
        value={filters.watchlist}
        options={(watchlists.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onValue={(watchlist) => onChange({ watchlist, rule: undefined })}
      />
      {(filters.watchlist !== undefined || filters.rule !== undefined) && (
        <OneFilter
          label={t('alerts.rule')}
          value={filters.rule}
          options={(rules.data?.rules ?? []).map(({ id }) => ({ value: id, label: id }))}
          onValue={(rule) => onChange({ rule })}
        />
      )}
      <OneFilter
        label={t('alerts.source')}
        value={filters.source}
        options={(facets?.source ?? []).map(({ value, label }) => ({ value, label: label ?? value }))}
        onValue={(source) => onChange({ source })}
      />
      <OneFilter
        label={t('alerts.language')}
        value={filters.lang}
        options={(facets?.lang ?? []).map(({ value }) => ({ value, label: format.languageName(value) }))}
        onValue={(lang) => onChange({ lang })}
      />
    </>
  );
}

/** One filter. A value that is set but not among the options, as after following a link, is offered too. */
function OneFilter(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onValue: (value: string | undefined) => void;
}) {
  const t = useMessages();
  const { value, options } = props;
  const missing = value !== undefined && !options.some((option) => option.value === value);
  return (
    <Select
      label={props.label}
      value={value ?? ''}
      onValue={(chosen) => props.onValue(chosen === '' ? undefined : chosen)}
      options={[
        { value: '', label: t('alerts.anyValue') },
        ...options.map((option) => ({ ...option, label: shown(option.label) })),
        ...(missing ? [{ value, label: shown(value) }] : []),
      ]}
    />
  );
}

/** An option can hold no element, so what would turn or hide its letters is left out of the name of a stranger. */
function shown(name: string): string {
  const clean = name.replace(/[\p{Cf}\p{Cc}]/gu, '');
  return clean.length > 48 ? `${clean.slice(0, 47)}…` : clean;
}
