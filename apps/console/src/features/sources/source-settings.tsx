import { useMessages } from '../../i18n/i18n.js';
import { Field } from '../../ui/field.js';

/** What a person says about a source: its name, why it may be collected, and how long its Items are kept. */
export interface SourceSettings {
  readonly title: string;
  readonly basis: string;
  /** days as typed; empty for the team's setting */
  readonly retention: string;
}

/** The fields of {@link SourceSettings}, for adding and for changing a source. */
export function SourceSettingsFields(props: {
  readonly value: SourceSettings;
  readonly onValue: (value: SourceSettings) => void;
}) {
  const t = useMessages();
  const { value, onValue } = props;
  return (
    <>
      <Field
        label={t('sources.name')}
        required
        maxLength={200}
        value={value.title}
        onValue={(title) => onValue({ ...value, title })}
      />
      <Field
        label={t('sources.basis')}
        hint={t('sources.basisHint')}
        required
        maxLength={1000}
        value={value.basis}
        onValue={(basis) => onValue({ ...value, basis })}
      />
      <Field
        label={t('sources.retention')}
        hint={t('sources.retentionHint')}
        type="number"
        min={1}
        max={36_500}
        value={value.retention}
        onValue={(retention) => onValue({ ...value, retention })}
      />
    </>
  );
}

/** @returns days as the API takes them; undefined for the team's setting */
export function daysOf(retention: string): number | undefined {
  return retention.trim() === '' ? undefined : Number(retention);
}
