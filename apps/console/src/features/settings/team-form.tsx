import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TeamSettings } from '@vedette/contract';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf, routeQuery } from '../../api/queries.js';
import { useMay } from '../../app/preferences.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Checkbox, Field } from '../../ui/field.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';

/** Settings that hold for everybody. */
export function TeamForm() {
  const settings = useQuery(routeQuery('getSettings'));
  if (settings.isError) return <ErrorNote error={settings.error} retry={() => void settings.refetch()} />;
  if (settings.data === undefined) return <Skeleton lines={3} />;
  return <Form saved={settings.data} />;
}

const limits = { imageFlagThreshold: 100, retentionDays: 36_500 } as const satisfies Partial<
  Record<keyof TeamSettings, number>
>;

function Form({ saved }: { readonly saved: TeamSettings }) {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const may = useMay('settings:admin');
  const [flags, setFlags] = useState(String(saved.imageFlagThreshold));
  const [days, setDays] = useState(String(saved.retentionDays));
  const [second, setSecond] = useState(saved.secondPersonForSevere);
  const change = useMutation({
    mutationFn: (body: TeamSettings) => call('saveSettings', { body }),
    onSuccess: async () => {
      toast.show({
        text: t('ui.saved'),
        undo: () => {
          setFlags(String(saved.imageFlagThreshold));
          setDays(String(saved.retentionDays));
          setSecond(saved.secondPersonForSevere);
          change.mutate(saved);
        },
      });
      await client.invalidateQueries({ queryKey: keyOf('getSettings') });
    },
  });
  const problem = (text: string, max: number) =>
    /^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= max ? undefined : t('settings.whole', { min: 1, max });
  const problems = {
    flags: problem(flags, limits.imageFlagThreshold),
    days: problem(days, limits.retentionDays),
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({
          imageFlagThreshold: Number(flags),
          retentionDays: Number(days),
          secondPersonForSevere: second,
        });
      }}
    >
      {!may && <p className="muted">{t('settings.teamReadOnly')}</p>}
      <Field
        label={t('settings.flagThreshold')}
        inputMode="numeric"
        disabled={!may}
        value={flags}
        onValue={setFlags}
        problem={problems.flags}
      />
      <Field
        label={t('settings.retention')}
        hint={t('settings.retentionHint')}
        inputMode="numeric"
        disabled={!may}
        value={days}
        onValue={setDays}
        problem={problems.days}
      />
      <Checkbox
        label={t('settings.secondPerson')}
        hint={t('settings.secondPersonHint')}
        disabled={!may}
        checked={second}
        onChecked={setSecond}
      />
      {change.isError && <ErrorNote error={change.error} />}
      {may && (
        <Button
          type="submit"
          look="primary"
          disabled={change.isPending || problems.flags !== undefined || problems.days !== undefined}
        >
          {t('ui.save')}
        </Button>
      )}
    </form>
  );
}
