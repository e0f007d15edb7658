import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RuleAction, Severity } from '@vedette/contract';
import { useState } from 'react';
import { ApiError, call } from '../../api/call.js';
import { keyOf, routeQuery } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field, Select } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { severityOrder } from '../alerts/filters.js';
import { QueryField } from '../query/query-field.js';

const actions: readonly RuleAction[] = ['alert', 'digest', 'count'];
const newList = '';

/** Makes the query a rule of a watchlist, existing or new, without leaving the search. */
export function SaveRuleDialog(props: { readonly query: string; readonly onClose: () => void }) {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const [query, setQuery] = useState(props.query);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [name, setName] = useState('');
  const [id, setId] = useState(() => ruleNameOf(props.query));
  const [severity, setSeverity] = useState<Severity>('medium');
  const [action, setAction] = useState<RuleAction>('alert');
  const [note, setNote] = useState('');
  const [basis, setBasis] = useState('');
  const lists = useQuery(routeQuery('listWatchlists')).data?.rows ?? [];
  const watchlist = chosen ?? lists[0]?.id ?? newList;
  const list = useQuery({
    ...routeQuery('getWatchlist', { params: { id: watchlist } }),
    enabled: watchlist !== newList,
  }).data;
  const taken = watchlist !== newList && list?.rules.some((rule) => rule.id === id.trim()) === true;

  const saving = useMutation({
    mutationFn: async () => {
      const rule = {
        id: id.trim(),
        query: query.trim(),
        severity,
        action,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
        ...(basis.trim() === '' ? {} : { basis: basis.trim() }),
      };
      if (watchlist === newList) return call('addWatchlist', { body: { name: name.trim(), rules: [rule] } });
      const now = await call('getWatchlist', { params: { id: watchlist } });
      return call('saveWatchlist', {
        params: { id: watchlist },
        body: { name: now.name, enabled: now.enabled, version: now.version, rules: [...now.rules, rule] },
      });
    },
    onSuccess: (saved) => {
      toast.show({
        text:
          saved.proposal === undefined
            ? t('search.ruleSaved', { rule: id.trim(), watchlist: saved.name })
            : t('watchlists.proposed'),
      });
      props.onClose();
    },
    onSettled: () =>
      Promise.all(
        (['listWatchlists', 'getWatchlist'] as const).map((route) =>
          client.invalidateQueries({ queryKey: keyOf(route) }),
        ),
      ),
  });
  const conflict = saving.error instanceof ApiError && saving.error.code === 'conflict';
  const ready = query.trim() !== '' && id.trim() !== '' && !taken && (watchlist !== newList || name.trim() !== '');
  return (
    <Dialog
      wide
      title={t('search.ruleTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" type="submit" form="rule-form" disabled={!ready || saving.isPending}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <p className="muted small">{t('search.ruleText')}</p>
      <form
        id="rule-form"
        className="rule-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) saving.mutate();
        }}
      >
        <div className="rule-query">
          <QueryField label={t('search.query')} value={query} onValue={setQuery} required />
        </div>
        <Select
          label={t('search.ruleWatchlist')}
          value={watchlist}
          onValue={setChosen}
          options={[
            ...lists.map((each) => ({ value: each.id, label: each.name })),
            { value: newList, label: t('search.ruleNewWatchlist') },
          ]}
        />
        {watchlist === newList && (
          <Field label={t('search.ruleNewName')} required maxLength={200} value={name} onValue={setName} />
        )}
        <Field
          label={t('search.ruleId')}
          required
          maxLength={120}
          value={id}
          onValue={setId}
          problem={taken ? t('search.ruleIdTaken') : undefined}
        />
        <Select
          label={t('search.ruleSeverity')}
          value={severity}
          onValue={setSeverity}
          options={severityOrder.map((value) => ({ value, label: t(`terms.severity-${value}`) }))}
        />
        <Select
          label={t('search.ruleAction')}
          value={action}
          onValue={setAction}
          options={actions.map((value) => ({ value, label: t(`search.ruleAction-${value}`) }))}
        />
        <Field label={t('search.ruleNote')} maxLength={1000} value={note} onValue={setNote} />
        <Field label={t('search.ruleBasis')} maxLength={1000} value={basis} onValue={setBasis} />
      </form>
      {conflict && <p role="alert">{t('search.ruleConflict')}</p>}
      {saving.isError && !conflict && <ErrorNote error={saving.error} />}
    </Dialog>
  );
}

/**
 * A name for a rule, made of the words of its query.
 * @example ruleNameOf('"Grey Gate" -museum lang:en') // 'grey-gate'
 */
export function ruleNameOf(query: string): string {
  return query
    .replaceAll(/(?:^|\s)-(?:"[^"]*"|\S+)|\b[a-z]+:(?:"[^"]*"|\S+)|\b(?:OR|AND|NOT|O?NEAR(?:\/\d+)?)\b/gu, ' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 40);
}
