import { useMutation } from '@tanstack/react-query';
import type { HistoryTest, Rule } from '@vedette/contract';
import { useId, useState } from 'react';
import { call } from '../../api/call.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/field.js';
import { Banner, ErrorNote } from '../../ui/notes.js';
import { HistoryChart } from './history-chart.js';
import { HistoryDifferences, NearMisses } from './history-parts.js';
import { TestedItems } from './tested-items.js';

const windows = ['1', '7', '14', '30', '60', '90'] as const;

/** Runs a rule over what is stored: what it would have caught and cost, what it missed narrowly, how it differs from the saved one. */
export function RuleHistory(props: {
  readonly rule: Rule;
  readonly watchlist: string;
  /** the id under which the rule is saved; the draft may have another */
  readonly savedAs: string;
}) {
  const t = useMessages();
  const id = useId();
  const [days, setDays] = useState<(typeof windows)[number]>('14');
  const { rule, watchlist, savedAs } = props;
  const test = useMutation({
    mutationFn: () => call('testRule', { body: { rule, days: Number(days), watchlist, savedAs } }),
  });
  return (
    <section className="rule-history" aria-labelledby={id}>
      <h2 id={id} className="label">
        {t('watchlists.history')}
      </h2>
      <div className="look-back-start">
        <Select
          label={t('watchlists.lookBackDays')}
          value={days}
          onValue={setDays}
          options={windows.map((value) => ({ value, label: t('watchlists.lookBackLast', { count: Number(value) }) }))}
        />
        <Button
          icon="live"
          disabled={test.isPending || rule.query.trim() === '' || rule.id === ''}
          onClick={() => test.mutate()}
        >
          {t('watchlists.historyGo')}
        </Button>
      </div>
      {test.isPending && <output>{t('watchlists.historyRuns')}</output>}
      {test.isError && <ErrorNote error={test.error} />}
      {test.data !== undefined && <Result test={test.data} watchlist={watchlist} />}
    </section>
  );
}

function Result({ test, watchlist }: { readonly test: HistoryTest; readonly watchlist: string }) {
  const t = useMessages();
  const { total, scanned, texts, sample } = test;
  return (
    <div className="history-result">
      <output>
        {t('watchlists.historyResult', { total, scanned })} · {t('watchlists.historyTexts', { count: texts })}
      </output>
      {!test.complete && <Banner look="warn">{t('watchlists.historyIncomplete', { scanned })}</Banner>}
      <Estimate estimate={test.estimate} />
      <HistoryChart days={test.days} />
      {test.against !== undefined && <HistoryDifferences against={test.against} watchlist={watchlist} />}
      {sample.length > 0 && (
        <section aria-label={t('watchlists.samples')}>
          <h3 className="label">{t('watchlists.samples')}</h3>
          <p className="small muted">{t('watchlists.samplesText', { shown: sample.length, total: texts })}</p>
          <TestedItems items={sample} watchlist={watchlist} />
        </section>
      )}
      <NearMisses misses={test.nearMisses} more={test.moreLoosenings} watchlist={watchlist} />
    </div>
  );
}

/** What the rule would add to everybody's day, and how that was worked out. */
function Estimate({ estimate }: { readonly estimate: HistoryTest['estimate'] }) {
  const t = useMessages();
  const format = useFormat();
  const { alerts, people, perPersonPerDay } = estimate;
  if (alerts === 0) return <p>{t('watchlists.estimateNone')}</p>;
  return (
    <div>
      <p>
        <strong>{t('watchlists.estimate', { alerts: format.number(rounded(perPersonPerDay)) })}</strong>
      </p>
      <p className="small muted">
        {t('watchlists.estimateHow', { alerts, days: rounded(estimate.days) })}{' '}
        {t(`watchlists.peopleAre-${estimate.peopleAre}`, { count: people })}
      </p>
    </div>
  );
}

/** One decimal, and two below one: an estimate has no more to say. */
function rounded(value: number): number {
  const places = value < 1 ? 100 : 10;
  return Math.round(value * places) / places;
}
