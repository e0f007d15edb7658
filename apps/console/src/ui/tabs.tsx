import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import './tabs.css';

/**
 * Tabs after the ARIA pattern: arrow keys, Home and End move between them, in the direction of the page.
 * @example <Tabs label={t('…')} value={tab} onValue={setTab} tabs={[{ value: 'mine', label: … }]}>…</Tabs>
 */
export function Tabs<V extends string>(props: {
  readonly label: string;
  readonly value: V;
  readonly onValue: (value: V) => void;
  readonly tabs: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly children: ReactNode;
}) {
  const { tabs, value, onValue } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const current = tabs.findIndex((tab) => tab.value === value);
    const steps: Readonly<Record<string, number>> = {
      [forward]: current + 1,
      [backward]: current - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = (step + tabs.length) % tabs.length;
    const next = tabs[index];
    if (next === undefined) return;
    onValue(next.value);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the children are the buttons below
    (list.current?.children[index] as HTMLElement | undefined)?.focus();
  };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the tabs inside take the focus */}
      <div ref={list} role="tablist" aria-label={props.label} className="tabs" onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onValue(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className="tab-panel">
        {props.children}
      </div>
    </>
  );
}
