import { useId, type ComponentProps, type ReactNode } from 'react';
import { useMessages } from '../i18n/i18n.js';
import './field.css';

interface Labelled {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** what is wrong with what was entered */
  readonly problem?: string | undefined;
}

interface Described {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

function Frame(
  props: Labelled & { readonly required?: boolean; readonly children: (described: Described) => ReactNode },
) {
  const t = useMessages();
  const id = useId();
  const notes = [
    ...(props.hint === undefined ? [] : [`${id}-hint`]),
    ...(props.problem === undefined ? [] : [`${id}-problem`]),
  ];
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
        {props.required === true && <span className="muted"> ({t('ui.required')})</span>}
      </label>
      {props.children({
        id,
        ...(notes.length === 0 ? {} : { 'aria-describedby': notes.join(' ') }),
        ...(props.problem === undefined ? {} : { 'aria-invalid': true }),
      })}
      {props.hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {props.hint}
        </p>
      )}
      {props.problem !== undefined && (
        <p id={`${id}-problem`} className="field-problem">
          {props.problem}
        </p>
      )}
    </div>
  );
}

/**
 * One line of text with its label, hint and problem.
 * @example <Field label={t('entry.email')} type="email" value={email} onValue={setEmail} required />
 */
export function Field({
  label,
  hint,
  problem,
  onValue,
  ...rest
}: Labelled & Omit<ComponentProps<'input'>, 'onChange'> & { readonly onValue: (value: string) => void }) {
  return (
    <Frame label={label} hint={hint} problem={problem} required={rest.required === true}>
      {(described) => (
        <input
          dir="auto"
          {...rest}
          {...described}
          className="control"
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Frame>
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  problem,
  onValue,
  ...rest
}: Labelled & Omit<ComponentProps<'textarea'>, 'onChange'> & { readonly onValue: (value: string) => void }) {
  return (
    <Frame label={label} hint={hint} problem={problem} required={rest.required === true}>
      {(described) => (
        <textarea
          dir="auto"
          rows={4}
          {...rest}
          {...described}
          className="control"
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Frame>
  );
}

/**
 * One of several values, by the browser's own list, which every keyboard and reader knows.
 * @example <Select label={t('shell.theme')} value={theme} onValue={setTheme} options={[{ value: 'dark', label: … }]} />
 */
export function Select<V extends string>(
  props: Labelled & {
    readonly value: V;
    readonly onValue: (value: V) => void;
    readonly options: readonly { readonly value: V; readonly label: string }[];
    readonly disabled?: boolean;
  },
) {
  return (
    <Frame label={props.label} hint={props.hint} problem={props.problem}>
      {(described) => (
        <select
          {...described}
          className="control"
          value={props.value}
          disabled={props.disabled}
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the options hold no other value
          onChange={(event) => props.onValue(event.currentTarget.value as V)}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

/** A yes or no with its label beside it. */
export function Checkbox(props: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
  readonly disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="checkbox">
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => props.onChecked(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{props.label}</label>
      {props.hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {props.hint}
        </p>
      )}
    </div>
  );
}
