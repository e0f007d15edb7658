import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Scope } from '@vedette/contract';
import { useId, useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMe } from '../../app/preferences.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Checkbox, Field } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';

/** A new key: what it is for, what it may do, when it ends. Shows the key once. */
export function AddKey({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const form = useId();
  const client = useQueryClient();
  const offered = useMe()?.scopes ?? [];
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Scope>>(new Set(['items:read']));
  const [until, setUntil] = useState('');
  const add = useMutation({
    mutationFn: () =>
      call('addApiKey', {
        body: {
          name,
          scopes: offered.filter((scope) => chosen.has(scope)),
          ...(until === '' ? {} : { expiresAt: new Date(`${until}T23:59:59`).toISOString() }),
        },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf('listApiKeys') }),
  });
  const toggle = (scope: Scope) =>
    setChosen(
      (before) => new Set(before.has(scope) ? [...before].filter((each) => each !== scope) : [...before, scope]),
    );
  if (add.data !== undefined) return <NewKey value={add.data.key} onClose={onClose} />;
  return (
    <Dialog
      title={t('people.addKey')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" form={form} look="primary" disabled={add.isPending || chosen.size === 0}>
            {t('people.addKey')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Field label={t('people.keyName')} required maxLength={120} data-initial-focus value={name} onValue={setName} />
        <fieldset className="key-scopes">
          <legend className="field-label">{t('people.scopes')}</legend>
          {offered.map((scope) => (
            <Checkbox
              key={scope}
              label={<code dir="ltr">{scope}</code>}
              checked={chosen.has(scope)}
              onChecked={() => toggle(scope)}
            />
          ))}
        </fieldset>
        <Field
          label={t('people.expires')}
          hint={t('people.expiresHint')}
          type="date"
          value={until}
          onValue={setUntil}
        />
        {add.isError && <ErrorNote error={add.error} />}
      </form>
    </Dialog>
  );
}

function NewKey({ value, onClose }: { readonly value: string; readonly onClose: () => void }) {
  const t = useMessages();
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    toast.show({ text: t('ui.copied') });
  };
  return (
    <Dialog
      title={t('people.newKey')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <p>{t('people.newKeyText')}</p>
      <input className="control" dir="ltr" readOnly aria-label={t('people.newKey')} value={value} />
      {'clipboard' in navigator && <Button onClick={() => void copy()}>{t('ui.copy')}</Button>}
    </Dialog>
  );
}
