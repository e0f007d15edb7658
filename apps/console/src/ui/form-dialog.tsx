import { useId, type ReactNode } from 'react';
import { useMessages } from '../i18n/i18n.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { ErrorNote } from './notes.js';

/**
 * A dialog that is one form: its fields, what went wrong, and the buttons that leave it or send it.
 * @example <FormDialog title={t('…')} send={t('ui.save')} sending={save} onSend={() => save.mutate()} onClose={close}>…</FormDialog>
 */
export function FormDialog(props: {
  readonly title: string;
  /** what the button says that sends the form */
  readonly send: string;
  /** the request, such as a mutation */
  readonly sending: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown };
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useMessages();
  const form = useId();
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} look="primary" disabled={props.sending.isPending}>
            {props.send}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          props.onSend();
        }}
      >
        {props.children}
        {props.sending.isError && <ErrorNote error={props.sending.error} />}
      </form>
    </Dialog>
  );
}
