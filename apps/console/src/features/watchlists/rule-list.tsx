import { useSearch } from '@tanstack/react-router';
import type { Rule, RuleHits, WatchlistFinding } from '@vedette/contract';
import { useMemo, useState } from 'react';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button, IconButton } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Field } from '../../ui/field.js';
import { useToast } from '../../ui/toast.js';
import { Untrusted } from '../../ui/untrusted.js';
import { VirtualList } from '../../ui/virtual-list.js';
import { SeverityChip } from '../review/severity.js';
import { freeId } from './rule-draft.js';
import { RuleEditor } from './rule-editor.js';

/** The rules of a watchlist; without `onRules` they can only be read. */
export function RuleList(props: {
  readonly rules: readonly Rule[];
  readonly hits: readonly RuleHits[];
  /** all Items of the last seven days */
  readonly items7d: number;
  /** the watchlist that they are of */
  readonly watchlist: string;
  readonly findings: readonly WatchlistFinding[];
  readonly onRules: ((rules: readonly Rule[]) => void) | undefined;
}) {
  const t = useMessages();
  const { rules, onRules } = props;
  const search = useSearch({ from: '/inside/watchlists/$id' });
  const linked = rules.find((rule) => rule.id === search.rule);
  const proposed =
    search.add === undefined ? undefined : { id: freeId(rules.map((rule) => rule.id)), query: search.add };
  const [edited, setEdited] = useState<Rule | undefined>(linked ?? proposed);
  const [wanted, setWanted] = useState('');
  const shown = useMemo(() => {
    const text = wanted.trim().toLocaleLowerCase();
    return rules.filter((rule) => `${rule.id} ${rule.query} ${rule.note ?? ''}`.toLocaleLowerCase().includes(text));
  }, [rules, wanted]);
  const hits = useMemo(() => new Map(props.hits.map((each) => [each.rule, each])), [props.hits]);
  const wrong = useMemo(
    () => new Set(props.findings.filter(({ level }) => level === 'error').map(({ rule }) => rule)),
    [props.findings],
  );
  const done = (rule: Rule) => {
    const known = rules.some((each) => each.id === edited?.id);
    onRules?.(known ? rules.map((each) => (each.id === edited?.id ? rule : each)) : [...rules, rule]);
    setEdited(undefined);
  };
  return (
    <>
      <div className="watchlist-settings">
        <Field label={t('watchlists.filter')} type="search" value={wanted} onValue={setWanted} />
        {onRules !== undefined && (
          <Button icon="plus" onClick={() => setEdited({ id: freeId(rules.map((rule) => rule.id)), query: '' })}>
            {t('watchlists.addRule')}
          </Button>
        )}
        <p className="muted small">{t('ui.shown', { shown: shown.length, total: rules.length })}</p>
      </div>
      {rules.length === 0 ? (
        <p>{t('watchlists.noRules')}</p>
      ) : (
        <VirtualList
          className="rule-list"
          label={t('watchlists.title')}
          items={shown}
          keyOf={(rule) => rule.id}
          estimate={92}
          total={shown.length}
          render={(rule) => (
            <RuleRow
              rule={rule}
              hits={hits.get(rule.id)}
              items7d={props.items7d}
              wrong={wrong.has(rule.id)}
              onEdit={() => setEdited(rule)}
              onRemove={onRules && (() => onRules(rules.filter((each) => each !== rule)))}
              onPutBack={() => onRules?.(rules)}
            />
          )}
        />
      )}
      {edited !== undefined && (
        <RuleEditor
          rule={edited}
          watchlist={props.watchlist}
          taken={rules.map((rule) => rule.id).filter((id) => id !== edited.id)}
          readOnly={onRules === undefined}
          onClose={() => setEdited(undefined)}
          onDone={done}
        />
      )}
    </>
  );
}

function RuleRow(props: {
  readonly rule: Rule;
  readonly hits: RuleHits | undefined;
  readonly items7d: number;
  readonly wrong: boolean;
  readonly onEdit: () => void;
  readonly onRemove: (() => void) | undefined;
  readonly onPutBack: () => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const toast = useToast();
  const { rule, hits } = props;
  return (
    <article className="rule-row">
      <div>
        <button type="button" className="rule-query" onClick={props.onEdit}>
          <Untrusted text={rule.query} />
        </button>
        <p className="watchlist-facts">
          <SeverityChip severity={rule.severity ?? 'medium'} />
          <span>
            <Untrusted text={rule.id} />
          </span>
          <span>{t(`watchlists.action-${rule.action ?? 'alert'}`)}</span>
          {rule.lang !== undefined && <span>{format.list(rule.lang.map((tag) => format.languageName(tag)))}</span>}
          {hits !== undefined && <Rates hits={hits} items7d={props.items7d} />}
          {props.wrong && <Chip look="danger">{t('watchlists.errors', { count: 1 })}</Chip>}
          {rule.until !== undefined && <Until date={rule.until} />}
        </p>
        {rule.note !== undefined && (
          <p className="muted small">
            <Untrusted text={rule.note} />
          </p>
        )}
      </div>
      {props.onRemove !== undefined && (
        <IconButton
          icon="trash"
          label={t('watchlists.removeRule', { id: rule.id })}
          onClick={() => {
            props.onRemove?.();
            toast.show({ text: t('watchlists.removeRule', { id: rule.id }), undo: props.onPutBack });
          }}
        />
      )}
    </article>
  );
}

/** How often the rule hits, and how often it was wrong: as counts of counts, since few are no percentage. */
function Rates({ hits, items7d }: { readonly hits: RuleHits; readonly items7d: number }) {
  const t = useMessages();
  const { decided } = hits;
  return (
    <>
      <span>
        {/* What an export brings was published long before it arrived, so that hits can be more than the Items of these days. */}
        {hits.items7d <= items7d
          ? t('watchlists.rateHits', { hits: hits.items7d, items: items7d })
          : t('watchlists.matches', { count: hits.items7d })}
      </span>
      {decided > 0 && <span>{t('watchlists.rateFalse', { part: hits.falseAlarms, decided })}</span>}
      {decided > 0 && <span>{t('watchlists.rateIrrelevant', { part: hits.notRelevant, decided })}</span>}
    </>
  );
}

function Until({ date }: { readonly date: string }) {
  const t = useMessages();
  const format = useFormat();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  return date < today ? (
    <Chip look="warn">{t('watchlists.ended')}</Chip>
  ) : (
    <span className="muted">
      {t('watchlists.until')} {format.date(date)}
    </span>
  );
}
