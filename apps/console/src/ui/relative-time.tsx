import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/i18n.js';

/**
 * "3 minutes ago", kept true; the full date is its tip.
 * @example <RelativeTime instant={alert.firstAt} />
 */
export function RelativeTime(props: { readonly instant: string }) {
  const format = useFormat();
  const now = useMinute();
  return (
    <time dateTime={props.instant} title={format.dateTime(props.instant)}>
      {format.relative(props.instant, now)}
    </time>
  );
}

const watchers = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on the page, ticking every half minute. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    watchers.add(setNow);
    timer ??= setInterval(() => {
      const tick = Date.now();
      for (const watcher of watchers) watcher(tick);
    }, 30_000);
    return () => {
      watchers.delete(setNow);
      if (watchers.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, []);
  return now;
}
