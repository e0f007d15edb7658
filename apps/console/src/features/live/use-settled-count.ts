import { useEffect, useRef, useState } from 'react';

/** How rarely a screen reader is told of new items: often enough to know, too rarely to be talked over. */
const pause = 10_000;

/** A number as it may be read out: it changes at most once in ten seconds. */
export function useSettledCount(count: number): number {
  const [said, setSaid] = useState(count);
  const last = useRef(0);
  useEffect(() => {
    if (count === said) return undefined;
    const timer = setTimeout(
      () => {
        last.current = Date.now();
        setSaid(count);
      },
      Math.max(0, last.current + pause - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [count, said]);
  return said;
}
