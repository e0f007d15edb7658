import type { QueryProblem } from '@vedette/contract';
import { Message, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Marked } from '../../ui/marked.js';
import { Untrusted } from '../../ui/untrusted.js';
import './query.css';

const beside = 18;

/**
 * The mistakes of a query: each with the place underlined, what is wrong, and one button for a query that loads.
 * @example <QueryProblems id={id} query={query} problems={parsed.problems} onRepair={setQuery} />
 */
export function QueryProblems(props: {
  readonly id?: string;
  readonly query: string;
  readonly problems: readonly QueryProblem[];
  readonly onRepair?: ((query: string) => void) | undefined;
}) {
  const t = useMessages();
  const { query, problems, onRepair } = props;
  // All mistakes of one query share the repair, which mends them all.
  const repair = problems.find((problem) => problem.repair !== undefined)?.repair;
  if (problems.length === 0) return null;
  return (
    <div id={props.id} className="query-problems">
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.start} ${problem.end} ${problem.message}`}>
            <code>
              <Excerpt query={query} problem={problem} />
            </code>
            <Untrusted text={problem.message} lang="en" />
          </li>
        ))}
      </ul>
      {repair !== undefined && onRepair !== undefined && (
        <Button icon="check" className="query-repair" onClick={() => onRepair(repair)}>
          <Message id="query.repair" values={{ query: <Untrusted text={repair} /> }} />
        </Button>
      )}
      {repair === undefined && <p className="muted">{t('query.noRepair')}</p>}
    </div>
  );
}

/** The place of a mistake with a little of what stands around it. */
function Excerpt({ query, problem }: { readonly query: string; readonly problem: QueryProblem }) {
  const from = Math.max(0, problem.start - beside);
  const to = Math.min(query.length, problem.end + beside);
  const lead = from > 0 ? '…' : '';
  const text = `${lead}${query.slice(from, to)}${to < query.length ? '…' : ''}`;
  const mark = {
    start: problem.start - from + lead.length,
    end: Math.max(problem.end, problem.start + 1) - from + lead.length,
    className: 'query-mistake',
  };
  return <Marked text={text} marks={[mark]} />;
}
