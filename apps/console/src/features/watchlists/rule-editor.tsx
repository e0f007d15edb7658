import { useMutation } from '@tanstack/react-query';
import { severities, type Rule } from '@vedette/contract';
import { useId, useState } from 'react';
import { call } from '../../api/call.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field, Select, TextArea } from '../../ui/field.js';
import { Banner, ErrorNote } from '../../ui/notes.js';
import { QueryField } from '../query/query-field.js';
import { Findings } from './findings.js';
import { KnownGoodWarning } from './known-good-warning.js';
import { draftOf, ruleOf, type RuleDraft } from './rule-draft.js';
import { RuleHistory } from './rule-history.js';

const actions = ['alert', 'digest', 'count'] as const;

/** One rule: its query with live parse, what a match does, and the examples that it must keep. */
export function RuleEditor(props: {
  readonly rule: Rule;
  /** the watchlist that it is of */
  readonly watchlist: string;
  /** names that other rules of the list have */
  readonly taken: readonly string[];
  readonly readOnly: boolean;
  readonly onClose: () => void;
  readonly onDone: (rule: Rule) => void;
}) {
  const t = useMessages();
  const form = useId();
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(props.rule));
  const set = (change: Partial<RuleDraft>) => setDraft({ ...draft, ...change });
  const rule = ruleOf(draft);
  const taken = props.taken.includes(rule.id);
  return (
    <Dialog
      title={t('watchlists.editRule', { id: props.rule.id })}
      onClose={props.onClose}
      wide
      actions={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          {!props.readOnly && (
            <Button type="submit" form={form} look="primary" disabled={taken}>
              {t('watchlists.done')}
            </Button>
          )}
        </>
      }
    >
      <form
        id={form}
        className="rule-form"
        onSubmit={(event) => {
          event.preventDefault();
          props.onDone(rule);
        }}
      >
        <QueryField
          label={t('watchlists.query')}
          value={draft.query}
          onValue={(query) => set({ query })}
          required
          initialFocus
        />
        <KnownGoodWarning rule={rule} watchlist={props.watchlist} />
        <div className="rule-fields">
          <Field
            label={t('watchlists.ruleId')}
            hint={t('watchlists.ruleIdHint')}
            problem={taken ? t('watchlists.ruleIdTaken') : undefined}
            required
            maxLength={120}
            value={draft.id}
            onValue={(id) => set({ id })}
          />
          <Select
            label={t('watchlists.severity')}
            value={draft.severity}
            onValue={(severity) => set({ severity })}
            options={severities.map((value) => ({ value, label: t(`terms.severity-${value}`) }))}
          />
          <Select
            label={t('watchlists.action')}
            value={draft.action}
            onValue={(action) => set({ action })}
            options={actions.map((value) => ({ value, label: t(`watchlists.action-${value}`) }))}
          />
          <Field
            label={t('watchlists.languages')}
            hint={t('watchlists.languagesHint')}
            value={draft.languages}
            onValue={(languages) => set({ languages })}
          />
          <Field label={t('watchlists.until')} type="date" value={draft.until} onValue={(until) => set({ until })} />
        </div>
        <TextArea label={t('watchlists.note')} rows={2} value={draft.note} onValue={(note) => set({ note })} />
        <Field label={t('watchlists.basis')} value={draft.basis} onValue={(basis) => set({ basis })} />
        <TextArea label={t('watchlists.must')} rows={3} value={draft.must} onValue={(must) => set({ must })} />
        <TextArea
          label={t('watchlists.mustNot')}
          hint={t('watchlists.examplesHint')}
          rows={3}
          value={draft.mustNot}
          onValue={(mustNot) => set({ mustNot })}
        />
      </form>
      <CheckRule rule={rule} onRepair={(query) => set({ query })} />
      <RuleHistory rule={rule} watchlist={props.watchlist} savedAs={props.rule.id} />
    </Dialog>
  );
}

function CheckRule(props: { readonly rule: Rule; readonly onRepair: (query: string) => void }) {
  const t = useMessages();
  const check = useMutation({ mutationFn: () => call('checkRules', { body: { rules: [props.rule] } }) });
  return (
    <div className="stack">
      <Button icon="check" disabled={check.isPending} onClick={() => check.mutate()}>
        {t('watchlists.check')}
      </Button>
      {check.isError && <ErrorNote error={check.error} />}
      {check.data?.findings.length === 0 && (
        <Banner>
          <output>{t('watchlists.checkGood')}</output>
        </Banner>
      )}
      {check.data !== undefined && (
        <Findings
          findings={check.data.findings}
          onRepair={({ repair }) => repair !== undefined && props.onRepair(repair)}
        />
      )}
    </div>
  );
}
