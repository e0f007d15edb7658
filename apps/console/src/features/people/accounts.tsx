import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Person, Role } from '@vedette/contract';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf, routeQuery } from '../../api/queries.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { Table } from '../../ui/table.js';
import { useToast } from '../../ui/toast.js';
import { Untrusted } from '../../ui/untrusted.js';
import { AddPerson } from './add-person.js';
import { roleOrder } from './role-order.js';

type Change = { readonly role: Role } | { readonly disabled: boolean };

/** All accounts with their roles; every change can be taken back. */
export function Accounts() {
  const t = useMessages();
  const format = useFormat();
  const people = useQuery(routeQuery('listPeople'));
  const [adding, setAdding] = useState(false);
  const { change, error } = useChangePerson();
  return (
    <div className="stack">
      <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
        {t('people.add')}
      </Button>
      {people.isPending && <Skeleton />}
      {people.isError && <ErrorNote error={people.error} retry={() => void people.refetch()} />}
      {error !== null && <ErrorNote error={error} />}
      {people.data !== undefined && (
        <Table
          label={t('people.accounts')}
          rows={people.data.rows}
          keyOf={(person) => person.id}
          columns={[
            { key: 'name', head: t('people.name'), renderCell: (person) => <Untrusted text={person.name} /> },
            { key: 'email', head: t('people.email'), renderCell: (person) => <Untrusted text={person.email} /> },
            {
              key: 'role',
              head: t('people.role'),
              renderCell: (person) => (
                <RoleChoice person={person} onRole={(role) => change(person, { role }, { role: person.role })} />
              ),
            },
            { key: 'since', head: t('people.since'), renderCell: (person) => format.date(person.createdAt) },
            {
              key: 'state',
              head: t('people.state'),
              renderCell: (person) => (
                <Chip look={person.disabled ? 'warn' : 'plain'}>
                  {person.disabled ? t('people.disabled') : t('people.active')}
                </Chip>
              ),
            },
            {
              key: 'change',
              head: <span className="visually-hidden">{t('settings.change')}</span>,
              renderCell: (person) => (
                <Button
                  look="quiet"
                  onClick={() => change(person, { disabled: !person.disabled }, { disabled: person.disabled })}
                >
                  {person.disabled ? t('people.enable') : t('people.disable')}
                  <span className="visually-hidden"> {person.name}</span>
                </Button>
              ),
            },
          ]}
        />
      )}
      {adding && <AddPerson onClose={() => setAdding(false)} />}
    </div>
  );
}

function RoleChoice(props: { readonly person: Person; readonly onRole: (role: Role) => void }) {
  const t = useMessages();
  return (
    <select
      className="control"
      aria-label={t('people.roleOf', { name: props.person.name })}
      value={props.person.role}
      onChange={(event) => {
        const role = roleOrder.find((each) => each === event.currentTarget.value);
        if (role !== undefined) props.onRole(role);
      }}
    >
      {roleOrder.map((role) => (
        <option key={role} value={role}>
          {t(`terms.role-${role}`)}
        </option>
      ))}
    </select>
  );
}

function useChangePerson() {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const { mutate, error } = useMutation({
    mutationFn: ({ person, change }: { person: Person; change: Change; before?: Change }) =>
      call('changePerson', { params: { id: person.id }, body: change }),
    onSuccess: (_, { person, before }) => {
      if (before === undefined) return;
      toast.show({ text: t('ui.saved'), undo: () => mutate({ person, change: before }) });
    },
    onSettled: () => client.invalidateQueries({ queryKey: keyOf('listPeople') }),
  });
  return { change: (person: Person, change: Change, before: Change) => mutate({ person, change, before }), error };
}
