import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../i18n/i18n.js';
import { Button, IconButton } from './button.js';
import './toast.css';

interface Toast {
  readonly text: ReactNode;
  /** takes back what was done; offered for ten seconds */
  readonly undo?: () => void;
}

interface Toaster {
  readonly show: (toast: Toast) => void;
  /** takes back the latest that can be taken back; false when there is none */
  readonly undoLast: () => boolean;
}

interface Shown extends Toast {
  readonly id: number;
}

const undoSeconds = 10;
const ToastContext = createContext<Toaster | undefined>(undefined);

/** @example const toast = useToast(); toast.show({ text: t('ui.saved') }) */
export function useToast(): Toaster {
  const toaster = use(ToastContext);
  if (toaster === undefined) throw new Error('This component needs a ToastProvider around it.');
  return toaster;
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useMessages();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const latest = useRef<readonly Shown[]>([]);
  const count = useRef(0);
  const change = useCallback((next: readonly Shown[]) => {
    latest.current = next;
    setShown(next);
  }, []);
  const drop = useCallback((id: number) => change(latest.current.filter((toast) => toast.id !== id)), [change]);
  const undo = useCallback(
    (toast: Shown) => {
      drop(toast.id);
      toast.undo?.();
    },
    [drop],
  );
  const toaster = useMemo<Toaster>(
    () => ({
      show: (toast) => {
        const id = (count.current += 1);
        change([...latest.current.slice(-2), { ...toast, id }]);
        setTimeout(() => drop(id), undoSeconds * 1000);
      },
      undoLast: () => {
        const toast = latest.current.findLast((each) => each.undo !== undefined);
        if (toast !== undefined) undo(toast);
        return toast !== undefined;
      },
    }),
    [change, drop, undo],
  );
  return (
    <ToastContext value={toaster}>
      {children}
      <output className="toasts">
        {shown.map((toast) => (
          <div key={toast.id} className="toast">
            <span>{toast.text}</span>
            {toast.undo !== undefined && (
              <Button look="quiet" onClick={() => undo(toast)}>
                {t('ui.undo')}
              </Button>
            )}
            <IconButton icon="close" label={t('ui.close')} onClick={() => drop(toast.id)} />
            {toast.undo !== undefined && <span className="toast-time" aria-hidden="true" />}
          </div>
        ))}
      </output>
    </ToastContext>
  );
}
