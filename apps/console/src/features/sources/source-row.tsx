import { Link } from '@tanstack/react-router';
import type { WatchedSource } from '@vedette/contract';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../app/preferences.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Fact } from '../../ui/fact.js';
import { ErrorNote } from '../../ui/notes.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { Untrusted } from '../../ui/untrusted.js';
import { EditSource } from './edit-source.js';
import { Health } from './health.js';
import { RemoveSource } from './remove-source.js';
import { useChangeSource } from './use-change-source.js';

/** One watched source: how it does, against its own rhythm, and what can be done about it. */
export function SourceRow({ source }: { readonly source: WatchedSource }) {
  const t = useMessages();
  return (
    <article className="source-row">
      <div className="source-head">
        <h2>
          <Untrusted text={source.title} />
        </h2>
        <Health health={source.health} />
        {source.demo && <Chip>{t('ui.demo')}</Chip>}
      </div>
      {source.url !== undefined && (
        <p className="muted small source-address">
          <Untrusted text={source.url} />
        </p>
      )}
      {source.error !== undefined && (
        <p className="source-error">
          <Untrusted text={source.error.message} /> <RelativeTime instant={source.error.at} />
        </p>
      )}
      <dl className="source-facts">
        <Fact name={t('sources.lastItem')}>{timeOr(source.lastItemAt, t('sources.never'))}</Fact>
        {source.url !== undefined && <Attempts source={source} />}
      </dl>
      <p className="small source-basis">
        <Link to="/search" search={{ q: `source:"${source.title.replaceAll('"', ' ')}"` }}>
          {t('sources.items', { count: source.items })}
        </Link>
        {source.quarantined > 0 && (
          <Link to="/quarantine" search={{ source: source.id }}>
            {t('sources.quarantined', { count: source.quarantined })}
          </Link>
        )}
        {source.retentionDays !== undefined && <span>{t('sources.days', { count: source.retentionDays })}</span>}
        <span className="muted">
          {t('sources.because')}: <Untrusted text={source.basis} />
        </span>
      </p>
      <Actions source={source} />
    </article>
  );
}

/** How asking the source goes; an export that was handed over is never asked. */
function Attempts({ source }: { readonly source: WatchedSource }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <>
      <Fact name={t('sources.rhythm')}>
        {source.expectedEverySeconds === undefined
          ? t('sources.unknown')
          : t('sources.every', { duration: format.duration(source.expectedEverySeconds) })}
      </Fact>
      <Fact name={t('sources.lastSuccess')}>{timeOr(source.lastSuccessAt, t('sources.never'))}</Fact>
      <Fact name={t('sources.lastAttempt')}>{timeOr(source.lastAttemptAt, t('sources.never'))}</Fact>
      {source.nextAttemptAt !== undefined && (
        <Fact name={t('sources.nextAttempt')}>{timeOr(source.nextAttemptAt, t('sources.never'))}</Fact>
      )}
    </>
  );
}

function timeOr(instant: string | undefined, otherwise: string): ReactNode {
  return instant === undefined ? otherwise : <RelativeTime instant={instant} />;
}

function Actions({ source }: { readonly source: WatchedSource }) {
  const t = useMessages();
  const mayWrite = useMay('sources:write');
  const { change, poll } = useChangeSource(source);
  const [open, setOpen] = useState<'edit' | 'remove' | undefined>(undefined);
  const close = () => setOpen(undefined);
  if (!mayWrite) return null;
  const of = (
    <span className="visually-hidden">
      {' '}
      <Untrusted text={source.title} />
    </span>
  );
  const live = source.health !== 'gone' && source.kind !== 'telegram-export' && source.url !== undefined;
  return (
    <>
      <div className="row">
        {live && !source.paused && (
          <Button look="quiet" icon="refresh" disabled={poll.isPending} onClick={() => poll.mutate()}>
            {t('sources.retryNow')}
            {of}
          </Button>
        )}
        {live && (
          <Button
            look="quiet"
            icon={source.paused ? 'play' : 'pause'}
            disabled={change.isPending}
            onClick={() => change.mutate({ paused: !source.paused })}
          >
            {source.paused ? t('sources.resume') : t('sources.pause')}
            {of}
          </Button>
        )}
        <Button look="quiet" icon="edit" onClick={() => setOpen('edit')}>
          {t('sources.edit')}
          {of}
        </Button>
        <Button look="quiet" icon="trash" onClick={() => setOpen('remove')}>
          {t('ui.remove')}
          {of}
        </Button>
      </div>
      {change.isError && <ErrorNote error={change.error} />}
      {poll.isError && <ErrorNote error={poll.error} retry={() => poll.mutate()} />}
      {open === 'edit' && <EditSource source={source} onClose={close} />}
      {open === 'remove' && <RemoveSource source={source} onClose={close} />}
    </>
  );
}
