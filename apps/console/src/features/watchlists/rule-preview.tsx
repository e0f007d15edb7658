import type { Rule } from '@vedette/contract';
import { useMessages } from '../../i18n/i18n.js';
import { Checkbox } from '../../ui/field.js';
import { Untrusted } from '../../ui/untrusted.js';
import { VirtualList } from '../../ui/virtual-list.js';
import { SeverityChip } from '../review/severity.js';

/** Rules before they are saved, each with a box: those without a tick are left out. */
export function RulePreview(props: {
  readonly rules: readonly Rule[];
  readonly left: ReadonlySet<Rule>;
  readonly onLeft: (left: ReadonlySet<Rule>) => void;
}) {
  const t = useMessages();
  const { rules, left } = props;
  const take = (rule: Rule, taken: boolean) => {
    const next = new Set(left);
    if (taken) next.delete(rule);
    else next.add(rule);
    props.onLeft(next);
  };
  return (
    <VirtualList
      className="rule-preview"
      label={t('watchlists.preview')}
      items={rules}
      keyOf={(rule) => rule.id}
      estimate={64}
      total={rules.length}
      render={(rule) => (
        <div className="rule-preview-row">
          <Checkbox
            label={<Untrusted text={rule.query} />}
            checked={!left.has(rule)}
            onChecked={(taken) => take(rule, taken)}
          />
          <p className="watchlist-facts">
            <SeverityChip severity={rule.severity ?? 'medium'} />
            <Untrusted text={rule.id} />
            {rule.note !== undefined && (
              <span className="muted">
                <Untrusted text={rule.note.slice(0, 200)} />
              </span>
            )}
          </p>
        </div>
      )}
    />
  );
}
