import { useEffect, type ReactNode } from 'react';

/**
 * The head of a screen: its name, which also names the browser's tab, and what can be done with the whole of it.
 * @example <ScreenHead title={t('alerts.title')}><Button …/></ScreenHead>
 */
export function ScreenHead(props: { readonly title: string; readonly children?: ReactNode }) {
  useTitle(props.title);
  return (
    <header className="screen-head">
      <h1>{props.title}</h1>
      {props.children !== undefined && <div className="row">{props.children}</div>}
    </header>
  );
}

/** Characters that turn the direction of what follows; a tab's name has no element to isolate them in. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Names the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title.replace(turning, '')} · Vedette`;
  }, [title]);
}
