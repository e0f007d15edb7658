import type { Alert } from '@vedette/contract';
import { useCallback, useMemo, useRef, useState } from 'react';
import { focusRow } from '../../ui/focus-row.js';

/**
 * The row that the keys act on. It keeps its place when rows go: the one that follows takes over, and takes the focus
 * where `go` moved to it.
 */
export function useActive(loaded: readonly Alert[], state: Alert['state'], me: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ readonly id: string | undefined; readonly index: number }>({
    id: undefined,
    index: 0,
  });
  const [recalled, setRecalled] = useState<string | undefined>(undefined);
  // The alert somebody looks at stays while they look, also when a colleague decides it: a key must never meet another.
  const rows = useMemo(
    () =>
      loaded.filter(
        (alert) =>
          alert.state === state || (alert.id === at.id && alert.decision !== undefined && alert.decision.by.id !== me),
      ),
    [loaded, state, at.id, me],
  );
  const found = rows.findIndex((alert) => alert.id === at.id);
  const index = found >= 0 ? found : Math.min(at.index, rows.length - 1);
  const active = rows[index];
  const back = recalled === undefined ? -1 : rows.findIndex((alert) => alert.id === recalled);
  if (back >= 0) {
    setRecalled(undefined);
    setAt({ id: recalled, index: back });
  } else if (active !== undefined && (found < 0 || index !== at.index)) {
    // What the keys act on is named, so that it is kept whatever goes above it.
    setAt({ id: active.id, index });
  }
  const activate = useCallback(
    (id: string) => {
      const place = rows.findIndex((alert) => alert.id === id);
      if (place >= 0) setAt({ id, index: place });
    },
    [rows],
  );
  const go = useCallback(
    (step: number) => {
      const place = Math.max(0, Math.min(rows.length - 1, index + step));
      const row = rows[place];
      if (row === undefined) return;
      setAt({ id: row.id, index: place });
      focusRow(list.current, row.id);
    },
    [rows, index],
  );
  /** Makes an alert that was taken back the active one, once it is in the list again. */
  const recall = useCallback((id: string) => {
    setRecalled(id);
    focusRow(list.current, id);
  }, []);
  return { rows, active, index, activate, go, recall, list };
}
