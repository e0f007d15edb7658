import { Message, useFormat, useMessages } from '../../i18n/i18n.js';
import { Button, IconButton } from '../../ui/button.js';
import { Untrusted } from '../../ui/untrusted.js';
import type { ColleaguesWork } from './use-queue.js';

/** What happened meanwhile: new alerts held back, and what colleagues decided. Read out, and only when it changes. */
export function QueueNotes(props: {
  readonly held: number;
  readonly onShowNew: () => void;
  readonly work: ColleaguesWork;
  readonly onForget: () => void;
}) {
  const t = useMessages();
  const format = useFormat();
  return (
    <div className="queue-notes" aria-live="polite">
      {props.held > 0 && (
        <Button look="primary" icon="up" onClick={props.onShowNew}>
          {t('alerts.newHeld', { count: props.held })}
        </Button>
      )}
      {props.work.count > 0 && (
        <p className="queue-note">
          <span>
            <Message
              id="alerts.colleagueDecided"
              values={{ count: props.work.count, names: <Untrusted text={format.list(props.work.names)} /> }}
            />
          </span>
          <IconButton icon="close" label={t('ui.close')} onClick={props.onForget} />
        </p>
      )}
    </div>
  );
}

/** What is done with the alerts that are selected. */
export function SelectionBar(props: {
  readonly selected: number;
  readonly limit: number;
  readonly loaded: number;
  readonly onSelectLoaded: () => void;
  readonly onClear: () => void;
  readonly onDecide: () => void;
}) {
  const t = useMessages();
  return (
    <section className="selection-bar" aria-label={t('alerts.selected', { count: props.selected })}>
      <strong aria-live="polite">{t('alerts.selected', { count: props.selected })}</strong>
      {props.selected >= props.limit && (
        <span className="small">{t('alerts.selectionLimit', { limit: props.limit })}</span>
      )}
      <Button look="primary" onClick={props.onDecide}>
        {t('alerts.decideTogether')}
      </Button>
      {props.selected < Math.min(props.loaded, props.limit) && (
        <Button onClick={props.onSelectLoaded}>
          {t('alerts.selectLoaded', { count: Math.min(props.loaded, props.limit) })}
        </Button>
      )}
      <Button look="quiet" onClick={props.onClear}>
        {t('alerts.clearSelection')}
      </Button>
    </section>
  );
}
