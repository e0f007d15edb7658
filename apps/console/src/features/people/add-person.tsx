import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@vedette/contract';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { Field, Select } from '../../ui/field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useToast } from '../../ui/toast.js';
import { roleOrder } from './role-order.js';

/** A new account with a first password. */
export function AddPerson({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('reviewer');
  const add = useMutation({
    mutationFn: () => call('addPerson', { body: { name, email, password, role } }),
    onSuccess: async (person) => {
      toast.show({ text: t('people.added', { name: person.name }) });
      onClose();
      await client.invalidateQueries({ queryKey: keyOf('listPeople') });
    },
  });
  return (
    <FormDialog
      title={t('people.add')}
      send={t('people.add')}
      sending={add}
      onSend={() => add.mutate()}
      onClose={onClose}
    >
      <Field label={t('people.name')} required maxLength={120} data-initial-focus value={name} onValue={setName} />
      <Field label={t('people.email')} type="email" autoComplete="off" required value={email} onValue={setEmail} />
      <Select
        label={t('people.role')}
        hint={t(`terms.roleMeaning-${role}`)}
        value={role}
        onValue={setRole}
        options={roleOrder.map((value) => ({ value, label: t(`terms.role-${value}`) }))}
      />
      <Field
        label={t('people.firstPassword')}
        hint={t('people.firstPasswordHint')}
        autoComplete="off"
        required
        minLength={12}
        maxLength={256}
        value={password}
        onValue={setPassword}
      />
    </FormDialog>
  );
}
