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

/** Names the browser's tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Vedette`;
  }, [title]);
}
