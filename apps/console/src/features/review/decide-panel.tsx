import type { Alert, Verdict } from '@vedette/contract';
import { useState } from 'react';
import { ShortcutKey } from '../../app/key-sheet.js';
import { useShortcut } from '../../app/keyboard.js';
import { useMay } from '../../app/preferences.js';
import { shortcuts } from '../../app/shortcuts.js';
import { verdictOrder } from '../../app/verdict-keys.js';
import { Message, useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Untrusted } from '../../ui/untrusted.js';
import { KnownGoodButton } from '../watchlists/known-good-button.js';
import { PriorityNote, SeverityChip } from './severity.js';
import { useDecide } from './use-decide.js';
import { useViewing } from './use-viewing.js';
import './decide-panel.css';

/**
 * The place where an alert is decided: always the same six verdicts in the same order, each with its key.
 * @example <DecidePanel alert={alert} onDone={next} onSkip={next} />
 */
export function DecidePanel(props: {
  readonly alert: Alert;
  /** decides in the caller's way, as a queue that does not wait for the server; the panel then decides nothing itself */
  readonly onVerdict?: (verdict: Verdict, reason: string) => void;
  /** after a decision was taken */
  readonly onDone?: () => void;
  /** when the person passes over it, without a reason */
  readonly onSkip?: () => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const { alert } = props;
  const may = useMay('alerts:decide');
  const mayKeep = useMay('watchlists:write');
  const viewers = useViewing(alert.id);
  const { decide, isPending, error } = useDecide();
  const [reason, setReason] = useState('');
  const open = alert.state !== 'decided';
  const settle = (verdict: Verdict) => {
    if (props.onVerdict !== undefined) {
      props.onVerdict(verdict, reason);
      return;
    }
    decide({ alert, verdict, reason }, () => {
      setReason('');
      props.onDone?.();
    });
  };
  const ready = may && open && !isPending;
  return (
    <section className="decide-panel" aria-label={t('item.decide')}>
      <header>
        <h2>{t('item.decide')}</h2>
        <SeverityChip severity={alert.severity} />
      </header>
      <PriorityNote priority={alert.priority} />
      {viewers.length > 0 && (
        <p className="decide-viewers">
          <Message
            id="item.viewers"
            values={{ names: <Untrusted text={format.list(viewers.map(({ name }) => name))} /> }}
          />
        </p>
      )}
      {alert.decision !== undefined && (
        <p className="decide-decision">
          <Message
            id="item.decided"
            values={{
              verdict: <strong>{t(`terms.verdict-${alert.decision.verdict}`)}</strong>,
              name: <Untrusted text={alert.decision.by.name} />,
            }}
          />{' '}
          <RelativeTime instant={alert.decision.at} />
          {alert.decision.reason !== undefined && (
            <>
              : <Untrusted text={alert.decision.reason} />
            </>
          )}
        </p>
      )}
      {alert.decision?.verdict === 'false-alarm' && mayKeep && (
        <KnownGoodButton
          item={alert.lead.id}
          about={alert.lead.title ?? alert.lead.text}
          watchlists={alert.rules.map(({ watchlist }) => watchlist)}
        />
      )}
      {!may && <p className="muted small">{t('item.mayNotDecide')}</p>}
      {may && open && (
        <>
          <p className="small">{t('item.decideCopies', { count: alert.copies })}</p>
          <ul className="decide-verdicts">
            {verdictOrder.map((verdict) => (
              <li key={verdict}>
                <VerdictButton verdict={verdict} enabled={ready} onChoose={() => settle(verdict)} />
              </li>
            ))}
          </ul>
          <TextArea label={t('item.reason')} rows={2} maxLength={4000} value={reason} onValue={setReason} />
        </>
      )}
      {error !== null && <ErrorNote error={error} />}
      {props.onSkip !== undefined && <SkipButton onSkip={props.onSkip} />}
    </section>
  );
}

function VerdictButton(props: { readonly verdict: Verdict; readonly enabled: boolean; readonly onChoose: () => void }) {
  const t = useMessages();
  const { verdict } = props;
  useShortcut(verdict, props.onChoose, props.enabled);
  const shortcut = shortcuts.find(({ name }) => name === verdict);
  return (
    <button type="button" className="verdict" disabled={!props.enabled} onClick={props.onChoose}>
      {shortcut !== undefined && <ShortcutKey shortcut={shortcut} />}
      <span>
        <strong>{t(`terms.verdict-${verdict}`)}</strong>
        <span className="verdict-meaning">{t(`terms.verdictMeaning-${verdict}`)}</span>
      </span>
    </button>
  );
}

function SkipButton({ onSkip }: { readonly onSkip: () => void }) {
  const t = useMessages();
  useShortcut('skip', onSkip);
  const shortcut = shortcuts.find(({ name }) => name === 'skip');
  return (
    <Button look="quiet" onClick={onSkip}>
      {t('item.handBack')}
      {shortcut !== undefined && <ShortcutKey shortcut={shortcut} />}
    </Button>
  );
}
