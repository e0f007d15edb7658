import { Link } from '@tanstack/react-router';
import type { Item, ItemDetail } from '@vedette/contract';
import { Message, useFormat, useMessages } from '../../i18n/i18n.js';
import { Untrusted } from '../../ui/untrusted.js';
import { SeverityChip } from '../review/severity.js';

type StoredMatch = ItemDetail['matches'][number];

/** Why a person sees this Item: each rule that caught it, what it looks for, what it found and through which disguise. */
export function MatchedRules(props: { readonly item: Item; readonly matches: readonly StoredMatch[] }) {
  const t = useMessages();
  return (
    <section className="item-section">
      <h2>{t('item.rules')}</h2>
      {props.matches.length === 0 && <p className="muted">{t('item.noRules')}</p>}
      <ul className="matched-rules">
        {props.matches.map((match) => (
          <li key={`${match.watchlist} ${match.rule}`}>
            <OneMatch item={props.item} match={match} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneMatch({ item, match }: { readonly item: Item; readonly match: StoredMatch }) {
  return (
    <>
      <p>
        <Message
          id="item.ruleCaught"
          values={{
            rule: (
              <strong>
                <Untrusted text={match.rule} />
              </strong>
            ),
            watchlist: (
              <Link to="/watchlists/$id" params={{ id: match.watchlist }} search={{ rule: match.rule }}>
                <Untrusted text={match.watchlistName} />
              </Link>
            ),
          }}
        />{' '}
        <SeverityChip severity={match.severity} />
      </p>
      {match.query !== undefined && (
        <p className="small">
          <Message
            id="item.ruleQuery"
            values={{
              query: (
                <code>
                  <Untrusted text={match.query} />
                </code>
              ),
            }}
          />
        </p>
      )}
      {match.spans.length > 0 && (
        <ul className="matched-spans">
          {match.spans.map((span) => (
            <li key={`${span.field} ${span.start} ${span.end} ${span.term}`}>
              <mark>
                <Untrusted text={(item[span.field] ?? '').slice(span.start, span.end)} />
              </mark>{' '}
              <FoundTerm term={span.term} via={span.via} />
            </li>
          ))}
        </ul>
      )}
      {match.note !== undefined && (
        <p className="muted small">
          <Untrusted text={match.note} />
        </p>
      )}
    </>
  );
}

function FoundTerm({ term, via }: Pick<StoredMatch['spans'][number], 'term' | 'via'>) {
  const t = useMessages();
  const format = useFormat();
  const said = <Untrusted text={term} />;
  if (via.length === 0) return said;
  return (
    <Message
      id="item.foundVia"
      values={{ term: said, steps: format.list(via.map((name) => t(`terms.disguise-${name}`))) }}
    />
  );
}
