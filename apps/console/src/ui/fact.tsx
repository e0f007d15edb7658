import type { ReactNode } from 'react';

/** One entry of a `<dl>`: what is known, and its value. */
export function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
