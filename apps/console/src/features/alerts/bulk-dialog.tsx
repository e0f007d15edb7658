import { useQuery } from '@tanstack/react-query';
import type { Verdict } from '@vedette/contract';
import { useId, useState } from 'react';
import { call } from '../../api/call.js';
import { verdictOrder } from '../../app/verdict-keys.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea } from '../../ui/field.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { severityOrder } from './filters.js';
import { useBulkVerdict } from './use-verdicts.js';

/** Shows what a decision about many alerts would settle before it is taken. */
export function BulkDialog(props: {
  readonly alerts: readonly string[];
  readonly verdict: Verdict | undefined;
  readonly onBack: (alert: string) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const { alerts } = props;
  const [verdict, setVerdict] = useState(props.verdict);
  const [reason, setReason] = useState('');
  const preview = useQuery({
    queryKey: ['previewBulk', alerts],
    queryFn: ({ signal }) => call('previewBulk', { body: { alerts: [...alerts] }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
  const bulk = useBulkVerdict(props.onBack);
  const count = preview.data?.alerts ?? alerts.length;
  const decide = () => {
    if (verdict !== undefined) bulk.mutate({ alerts, verdict, reason }, { onSuccess: props.onDone });
  };
  return (
    <Dialog
      title={t('alerts.bulkTitle', { count: alerts.length })}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button
            look="primary"
            disabled={verdict === undefined || preview.data === undefined || count === 0 || bulk.isPending}
            onClick={decide}
          >
            {t('alerts.bulkConfirm', { count })}
          </Button>
        </>
      }
    >
      {preview.isPending && <Skeleton lines={3} />}
      {preview.isError && <ErrorNote error={preview.error} retry={() => void preview.refetch()} />}
      {preview.data !== undefined && <WhatItSettles preview={preview.data} />}
      <VerdictChoice verdict={verdict} onVerdict={setVerdict} />
      <TextArea label={t('item.reason')} rows={2} maxLength={4000} value={reason} onValue={setReason} />
      {bulk.isError && <ErrorNote error={bulk.error} />}
    </Dialog>
  );
}

function WhatItSettles({ preview }: { readonly preview: Awaited<ReturnType<typeof call<'previewBulk'>>> }) {
  const t = useMessages();
  const format = useFormat();
  if (preview.alerts === 0) return <p>{t('alerts.bulkNothing')}</p>;
  return (
    <div className="bulk-preview">
      <p>
        <strong>{t('alerts.bulkSettles', { count: preview.items })}</strong>
        {preview.alreadyDecided > 0 && <> {t('alerts.bulkAlready', { count: preview.alreadyDecided })}</>}
      </p>
      <dl>
        {severityOrder
          .filter((severity) => (preview.severities[severity] ?? 0) > 0)
          .map((severity) => (
            <div key={severity}>
              <dt>{t(`terms.severity-${severity}`)}</dt>
              <dd>{format.number(preview.severities[severity] ?? 0)}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

function VerdictChoice(props: {
  readonly verdict: Verdict | undefined;
  readonly onVerdict: (verdict: Verdict) => void;
}) {
  const t = useMessages();
  const group = useId();
  return (
    <fieldset className="bulk-verdicts">
      <legend className="field-label">{t('alerts.bulkVerdict')}</legend>
      {verdictOrder.map((verdict, index) => {
        const chosen = props.verdict === verdict;
        return (
          <label key={verdict} className="bulk-verdict">
            <input
              type="radio"
              name={group}
              checked={chosen}
              data-initial-focus={chosen || (props.verdict === undefined && index === 0) ? '' : undefined}
              onChange={() => props.onVerdict(verdict)}
            />
            <span>
              <strong>{t(`terms.verdict-${verdict}`)}</strong>{' '}
              <span className="muted small">{t(`terms.verdictMeaning-${verdict}`)}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
