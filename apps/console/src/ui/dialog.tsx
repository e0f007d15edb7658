import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useMessages } from '../i18n/i18n.js';
import { IconButton } from './button.js';
import './dialog.css';

/**
 * A modal dialog on the browser's own `<dialog>`: it keeps the focus inside, closes on Escape and gives the focus back.
 * Render it only while it is open. What has `data-initial-focus` takes the focus; otherwise the first control does.
 * @example {asking && <Dialog title={t('…')} onClose={() => setAsking(false)} actions={<Button …/>}>…</Dialog>}
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
  readonly side?: boolean;
}) {
  const t = useMessages();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
    return () => shown?.close();
  }, []);
  const look = `dialog${props.wide === true ? ' dialog-wide' : ''}${props.side === true ? ' dialog-side' : ''}`;
  return (
    <dialog
      ref={dialog}
      className={look}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{props.title}</h2>
        <IconButton icon="close" label={t('ui.close')} onClick={props.onClose} />
      </header>
      <div className="dialog-body">{props.children}</div>
      {props.actions !== undefined && <footer className="dialog-actions">{props.actions}</footer>}
    </dialog>
  );
}
