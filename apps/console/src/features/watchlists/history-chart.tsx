import type { HistoryTest } from '@vedette/contract';
import { useState } from 'react';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Table } from '../../ui/table.js';

type Day = HistoryTest['days'][number];

const height = 40;

/** Hits a day over the whole load of those days, each on its own scale, and both as a table. */
export function HistoryChart({ days }: { readonly days: readonly Day[] }) {
  const t = useMessages();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const first = days[0]?.at ?? '';
  const last = days.at(-1)?.at ?? '';
  return (
    <section className="history-chart" aria-label={t('watchlists.perDay')}>
      <header>
        <h3 className="label">{t('watchlists.perDay')}</h3>
        <Button look="quiet" aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'search.timelineBars' : 'search.timelineTable')}
        </Button>
      </header>
      {asTable ? (
        <div className="history-table">
          <Table
            label={t('watchlists.perDay')}
            rows={days.toReversed()}
            keyOf={({ at }) => at}
            columns={[
              { key: 'day', head: t('watchlists.day'), renderCell: ({ at }) => format.date(at) },
              {
                key: 'hits',
                head: t('watchlists.hits'),
                number: true,
                renderCell: ({ count }) => format.number(count),
              },
              {
                key: 'items',
                head: t('watchlists.dayItems'),
                number: true,
                renderCell: ({ items }) => format.number(items),
              },
              {
                key: 'alerts',
                head: t('watchlists.dayAlerts'),
                number: true,
                renderCell: ({ alerts }) => format.number(alerts),
              },
            ]}
          />
        </div>
      ) : (
        <>
          <Bars name="hits" values={days.map(({ count }) => count)} />
          <Bars name="items" values={days.map(({ items }) => items)} />
          <p className="history-ends">
            <span>{format.date(first)}</span>
            {days.length > 1 && <span>{format.date(last)}</span>}
          </p>
        </>
      )}
    </section>
  );
}

function Bars({ name, values }: { readonly name: 'hits' | 'items'; readonly values: readonly number[] }) {
  const t = useMessages();
  const most = Math.max(1, ...values);
  return (
    <div>
      <p className="small muted">
        {t(name === 'hits' ? 'watchlists.chartHits' : 'watchlists.chartItems', { most: Math.max(0, ...values) })}
      </p>
      <svg
        className={`history-bars history-bars-${name}`}
        viewBox={`0 0 ${values.length} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {values.map((value, index) => {
          const tall = value === 0 ? 0 : Math.max(1, (value / most) * height);
          // oxlint-disable-next-line react/no-array-index-key -- a day is its place
          return <rect key={index} x={index + 0.1} width={0.8} y={height - tall} height={tall} />;
        })}
      </svg>
    </div>
  );
}
