import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';

/** Changes one's own password. */
export function PasswordForm() {
  const t = useMessages();
  const toast = useToast();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => call('changeMyPassword', { body: { current, next } }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      toast.show({ text: t('settings.passwordChanged') });
    },
  });
  return (
    <section className="settings-part">
      <h2>{t('settings.password')}</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Field
          label={t('settings.currentPassword')}
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onValue={setCurrent}
        />
        <Field
          label={t('settings.newPassword')}
          hint={t('entry.passwordHint')}
          type="password"
          autoComplete="new-password"
          required
          minLength={12}
          maxLength={256}
          value={next}
          onValue={setNext}
        />
        {change.isError && <ErrorNote error={change.error} />}
        <Button type="submit" disabled={change.isPending}>
          {t('settings.changePassword')}
        </Button>
      </form>
    </section>
  );
}
