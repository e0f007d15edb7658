import { useSyncExternalStore } from 'react';

/** Whether the window is wide enough for a list and a preview side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      wide.addEventListener('change', watcher);
      return () => wide.removeEventListener('change', watcher);
    },
    () => wide.matches,
  );
}

const wide = matchMedia('(width > 68rem)');
