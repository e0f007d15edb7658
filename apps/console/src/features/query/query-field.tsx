import { useId, useLayoutEffect, useRef, type ReactNode, type Ref } from 'react';
import { useMessages } from '../../i18n/i18n.js';
import { ErrorNote } from '../../ui/notes.js';
import { piecesOf } from '../../ui/pieces.js';
import type { QueryProblem } from '@vedette/contract';
import { QueryChips } from './query-chips.js';
import { QueryProblems } from './query-problems.js';
import { withoutPart } from './query-text.js';
import { useParsedQuery } from './use-parsed-query.js';
import './query.css';

/**
 * A line in which a query is typed. While it is typed it is parsed: its parts appear as chips, its mistakes are
 * underlined in place and listed with a button that mends them.
 * @example <QueryField label={t('query.label')} value={query} onValue={setQuery} />
 */
export function QueryField(props: {
  readonly label: ReactNode;
  readonly value: string;
  readonly onValue: (query: string) => void;
  readonly hint?: ReactNode;
  readonly placeholder?: string;
  /** what stands at the end of the line, such as the button that starts the search */
  readonly children?: ReactNode;
  readonly input?: Ref<HTMLInputElement>;
  /** chips of the outermost level can be taken out of the query */
  readonly removable?: boolean;
  readonly required?: boolean;
  readonly initialFocus?: boolean;
}) {
  const t = useMessages();
  const id = useId();
  const { value, onValue, input } = props;
  const { parsed, current, error } = useParsedQuery(value);
  const problems = current ? parsed.problems : [];
  const described = [
    ...(props.hint === undefined ? [] : [`${id}-hint`]),
    ...(problems.length === 0 ? [] : [`${id}-problems`]),
  ].join(' ');
  return (
    <div className="field query-field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <div className="query-line">
        <UnderlinedInput
          id={id}
          value={value}
          problems={problems}
          onValue={onValue}
          describedBy={described === '' ? undefined : described}
          placeholder={props.placeholder}
          required={props.required}
          initialFocus={props.initialFocus}
          inputRef={input}
        />
        {props.children}
      </div>
      {props.hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {props.hint}
        </p>
      )}
      {error !== null && <ErrorNote error={error} />}
      <QueryChips
        chips={parsed.chips}
        onRemove={
          props.removable === true && current ? ({ start, end }) => onValue(withoutPart(value, start, end)) : undefined
        }
      />
      <div aria-live="polite">
        {problems.length > 0 && <p className="visually-hidden">{t('query.mistakes', { count: problems.length })}</p>}
      </div>
      <QueryProblems id={`${id}-problems`} query={value} problems={problems} onRepair={onValue} />
    </div>
  );
}

/** An input over a mirror of its own text: the mirror's letters are clear, its underlines show through. */
function UnderlinedInput(props: {
  readonly id: string;
  readonly value: string;
  readonly problems: readonly QueryProblem[];
  readonly onValue: (query: string) => void;
  readonly describedBy: string | undefined;
  readonly placeholder: string | undefined;
  readonly required: boolean | undefined;
  readonly initialFocus: boolean | undefined;
  readonly inputRef: Ref<HTMLInputElement> | undefined;
}) {
  const { value, problems, inputRef } = props;
  const mirror = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const follow = () => {
    const input = frame.current?.querySelector('input');
    if (input !== null && input !== undefined && mirror.current !== null) mirror.current.scrollLeft = input.scrollLeft;
  };
  useLayoutEffect(follow);
  const marks = problems.map(({ start, end }) => ({ start, end: Math.max(end, start + 1) }));
  return (
    <div className="query-input" ref={frame}>
      <div ref={mirror} className="query-mirror" aria-hidden="true" dir="auto">
        {piecesOf(value, marks).map((piece, index, all) => {
          const text = value.slice(piece.start, all[index + 1]?.start ?? value.length);
          return piece.mark === undefined ? (
            <span key={piece.start}>{text}</span>
          ) : (
            <span key={piece.start} className="query-mistake">
              {text}
            </span>
          );
        })}
      </div>
      <input
        ref={inputRef}
        id={props.id}
        className="control"
        dir="auto"
        type="text"
        value={value}
        maxLength={4000}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="none"
        required={props.required}
        placeholder={props.placeholder}
        aria-describedby={props.describedBy}
        aria-invalid={problems.length > 0 ? true : undefined}
        data-initial-focus={props.initialFocus === true ? '' : undefined}
        onScroll={follow}
        onChange={(event) => props.onValue(event.currentTarget.value)}
      />
    </div>
  );
}
