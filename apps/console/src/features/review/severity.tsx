import type { Priority, Severity } from '@vedette/contract';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Chip } from '../../ui/chip.js';
import './severity.css';

/** A severity in words, and in weight rather than in colour alone. */
export function SeverityChip({ severity }: { readonly severity: Severity }) {
  const t = useMessages();
  const looks = { low: 'plain', medium: 'plain', high: 'danger', critical: 'strong' } as const;
  return <Chip look={looks[severity]}>{t(`terms.severity-${severity}`)}</Chip>;
}

/** A priority with its arithmetic: "Priority 54 = severity 40 + copies 14". */
export function PriorityNote({ priority }: { readonly priority: Priority }) {
  const t = useMessages();
  const format = useFormat();
  const parts = priority.parts.filter(({ points }) => points !== 0);
  return (
    <p className="priority-note">
      <strong>{t('item.priority', { score: priority.score })}</strong>
      {parts.length > 0 && (
        <span>
          {' = '}
          {parts
            .map(({ name, points }) =>
              t('item.priorityPart', { name: t(`terms.priority-${name}`), points: format.number(points) }),
            )
            .join(' + ')}
        </span>
      )}
    </p>
  );
}
