import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Rule } from '@vedette/contract';
import { call } from '../../api/call.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { ErrorNote } from '../../ui/notes.js';
import { Table } from '../../ui/table.js';
import { Untrusted } from '../../ui/untrusted.js';

const days = 14;

/** Runs a rule over what is stored: hits a day as bars and as a table, and some of the hits. */
export function RuleHistory({ rule }: { readonly rule: Rule }) {
  const t = useMessages();
  const format = useFormat();
  const test = useMutation({ mutationFn: () => call('testRule', { body: { rule, days } }) });
  const most = Math.max(1, ...(test.data?.days.map((day) => day.count) ?? []));
  return (
    <div className="stack">
      <Button icon="live" disabled={test.isPending || rule.query.trim() === ''} onClick={() => test.mutate()}>
        {t('watchlists.history')}
      </Button>
      {test.isError && <ErrorNote error={test.error} />}
      {test.data !== undefined && (
        <>
          <output>{t('watchlists.historyResult', { total: test.data.total, scanned: test.data.scanned, days })}</output>
          <Table
            label={t('watchlists.history')}
            rows={test.data.days}
            keyOf={(day) => day.at}
            columns={[
              { key: 'day', head: t('watchlists.day'), renderCell: (day) => format.date(day.at) },
              {
                key: 'bar',
                head: <span className="visually-hidden">{t('watchlists.hits')}</span>,
                renderCell: (day) => (
                  <span className="rule-bar" style={{ inlineSize: `${(day.count / most) * 10}rem` }} />
                ),
              },
              { key: 'hits', head: t('watchlists.hits'), number: true, renderCell: (day) => format.number(day.count) },
            ]}
          />
          {test.data.sample.length > 0 && (
            <section aria-label={t('watchlists.samples')}>
              <p className="label">{t('watchlists.samples')}</p>
              <ul className="rule-samples">
                {test.data.sample.map((hit) => (
                  <li key={hit.id}>
                    <Link to="/items/$id" params={{ id: hit.id }}>
                      <Untrusted text={hit.title ?? hit.text.slice(0, 160)} />
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </div>
  );
}
