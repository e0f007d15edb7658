import type { HistoryTest } from '@vedette/contract';
import { Message, useMessages } from '../../i18n/i18n.js';
import { Untrusted } from '../../ui/untrusted.js';
import { TestedItems } from './tested-items.js';

/** What the rule catches more, and less, than as it is saved. */
export function HistoryDifferences(props: {
  readonly against: NonNullable<HistoryTest['against']>;
  readonly watchlist: string;
}) {
  const t = useMessages();
  const { version, gained, lost } = props.against;
  return (
    <section aria-label={t('watchlists.against', { version })}>
      <h3 className="label">{t('watchlists.against', { version })}</h3>
      {gained.count + lost.count === 0 ? (
        <p className="small">{t('watchlists.againstSame')}</p>
      ) : (
        <>
          <p className="small">{t('watchlists.gained', { count: gained.count })}</p>
          <TestedItems items={gained.sample} watchlist={props.watchlist} />
          <p className="small">{t('watchlists.lost', { count: lost.count })}</p>
          <TestedItems items={lost.sample} watchlist={props.watchlist} />
        </>
      )}
    </section>
  );
}

/** What the rule would catch if it asked exactly one thing less, by that thing. */
export function NearMisses(props: {
  readonly misses: HistoryTest['nearMisses'];
  /** ways that were not tried */
  readonly more: number;
  readonly watchlist: string;
}) {
  const t = useMessages();
  const found = props.misses.filter(({ count }) => count > 0);
  return (
    <section aria-label={t('watchlists.nearMisses')}>
      <h3 className="label">{t('watchlists.nearMisses')}</h3>
      <p className="small muted">
        {t(props.misses.length === 0 ? 'watchlists.nearOnly' : 'watchlists.nearMissesText')}
      </p>
      {props.misses.length > 0 && found.length === 0 && <p className="small">{t('watchlists.nearNone')}</p>}
      {found.map(({ kind, part, count, sample }) => (
        <details key={`${kind} ${part}`} className="near-miss">
          <summary>
            <Message
              id={`watchlists.near-${kind}`}
              values={{
                part: (
                  <code>
                    <Untrusted text={part} />
                  </code>
                ),
              }}
            />
            {': '}
            {t('watchlists.historyTexts', { count })}
          </summary>
          <TestedItems items={sample} watchlist={props.watchlist} />
        </details>
      ))}
      {props.more > 0 && <p className="small">{t('watchlists.moreLoosenings', { count: props.more })}</p>}
    </section>
  );
}
