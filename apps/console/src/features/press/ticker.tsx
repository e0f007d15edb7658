import type { ItemSummary } from '@vedette/contract';
import { useEffect, useState } from 'react';
import { useShortcut } from '../../app/keyboard.js';
import { usePreferences } from '../../app/preferences.js';
import { useMessages } from '../../i18n/i18n.js';
import { IconButton } from '../../ui/button.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { useToast } from '../../ui/toast.js';
import { Untrusted } from '../../ui/untrusted.js';
import { sourceName } from '../items/source-line.js';
import { ArticleLink } from './stream-row.js';

const secondsEach = 7;

/**
 * The latest headlines, one at a time. It stands still where motion is not wanted, rests while pointer or focus is on
 * it, and can be paused, stepped and switched off for good.
 */
export function Ticker({ items }: { readonly items: readonly ItemSummary[] }) {
  const t = useMessages();
  const toast = useToast();
  const { save } = usePreferences();
  const [running, setRunning] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  const [resting, setResting] = useState(false);
  const [index, setIndex] = useState(0);
  const count = items.length;
  const step = (by: number) => setIndex((before) => (before + by + count) % count);
  const toggle = () => setRunning((before) => !before);
  useShortcut('pause', toggle);
  useEffect(() => {
    if (!running || resting || count < 2) return undefined;
    const timer = setInterval(() => setIndex((before) => (before + 1) % count), secondsEach * 1000);
    return () => clearInterval(timer);
  }, [running, resting, count]);
  const item = items[index % Math.max(count, 1)];
  if (item === undefined) return null;
  return (
    // The strip rests while somebody looks at it; it needs no click or key of its own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see the line above
    <section
      className="ticker"
      aria-label={t('press.ticker')}
      onPointerEnter={() => setResting(true)}
      onPointerLeave={() => setResting(false)}
      onFocus={() => setResting(true)}
      onBlur={() => setResting(false)}
    >
      <p key={item.id} className="ticker-line">
        <Untrusted className="source-name" text={sourceName(item.source)} />
        <ArticleLink item={item} />
        <span className="muted small">
          <RelativeTime instant={item.publishedAt ?? item.receivedAt} />
        </span>
      </p>
      <div className="ticker-controls">
        <IconButton icon="previous" label={t('press.tickerPrevious')} onClick={() => step(-1)} />
        <IconButton
          icon={running ? 'pause' : 'play'}
          label={running ? t('press.tickerPause') : t('press.tickerPlay')}
          onClick={toggle}
        />
        <IconButton icon="next" label={t('press.tickerNext')} onClick={() => step(1)} />
        <IconButton
          icon="close"
          label={t('press.tickerOff')}
          onClick={() => {
            save({ ticker: false });
            toast.show({ text: t('press.tickerIsOff'), undo: () => save({ ticker: true }) });
          }}
        />
      </div>
    </section>
  );
}
