import type { WatchlistFinding } from '@vedette/contract';
import { useState } from 'react';
import { Message, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Untrusted } from '../../ui/untrusted.js';
import { FindingText } from './finding-text.js';

/** A long list may have as many findings as rules: a few are shown, and more by and by. */
const shownFirst = 10;
const shownMore = 200;

/** What is wrong with rules, each with its place and, where there is one, a repair that one press takes. */
export function Findings(props: {
  readonly findings: readonly WatchlistFinding[];
  readonly place?: boolean;
  readonly onRepair?: (finding: WatchlistFinding) => void;
}) {
  const t = useMessages();
  const { findings } = props;
  const [most, setMost] = useState(shownFirst);
  if (findings.length === 0) return null;
  const shown = findings.toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
  return (
    <section className="watchlist-findings" aria-label={t('watchlists.findings')}>
      <ul>
        {shown.map((finding) => (
          <li key={`${finding.rule ?? ''} ${finding.line}:${finding.column} ${finding.message}`}>
            {props.place === true && (
              <span className="muted">
                {t('watchlists.place', { line: finding.line, column: finding.column })}
                {' · '}
              </span>
            )}
            {finding.rule !== undefined && (
              <>
                <strong>
                  <Untrusted text={finding.rule} />
                </strong>
                {': '}
              </>
            )}
            <FindingText finding={finding} />
            {finding.repair !== undefined && (
              <Repair repair={finding.repair} onTake={props.onRepair && (() => props.onRepair?.(finding))} />
            )}
          </li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <p className="row">
          {t('ui.shown', { shown: shown.length, total: findings.length })}
          <Button look="quiet" onClick={() => setMost(most + shownMore)}>
            {t('search.facetMore', { count: Math.min(shownMore, findings.length - shown.length) })}
          </Button>
        </p>
      )}
    </section>
  );
}

/** What keeps a rule from running goes first. */
function rank({ level }: WatchlistFinding): number {
  return level === 'error' ? 0 : 1;
}

function Repair(props: { readonly repair: string; readonly onTake: (() => void) | undefined }) {
  const text = <Message id="watchlists.try" values={{ repair: <Untrusted text={props.repair} /> }} />;
  if (props.onTake === undefined) return <span> {text}</span>;
  return (
    <Button look="quiet" onClick={props.onTake}>
      {text}
    </Button>
  );
}
