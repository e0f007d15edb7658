import type { WatchlistFinding } from '@vedette/contract';
import { Message, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Untrusted } from '../../ui/untrusted.js';

/** What is wrong with rules, each with its place and, where there is one, a repair that one press takes. */
export function Findings(props: {
  readonly findings: readonly WatchlistFinding[];
  readonly place?: boolean;
  readonly onRepair?: (finding: WatchlistFinding) => void;
}) {
  const t = useMessages();
  if (props.findings.length === 0) return null;
  return (
    <section className="watchlist-findings" aria-label={t('watchlists.findings')}>
      <ul>
        {props.findings.map((finding) => (
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
    </section>
  );
}

/** What a finding says in the language of the page, where its kind is known here; else the sentence of the server. */
function FindingText({ finding }: { readonly finding: WatchlistFinding }) {
  const { code, params, message } = finding;
  if (code === 'known-good')
    return (
      <Message id="watchlists.finding-known-good" values={{ text: <Untrusted text={params?.['text'] ?? ''} /> }} />
    );
  return <Untrusted text={message} lang="en" />;
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
