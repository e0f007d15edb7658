import { useMemo } from 'react';
import { useMessages } from '../i18n/i18n.js';
import { visibleTokens, type VisibleToken } from '@vedette/decode/visible-tokens';
import './untrusted.css';

/**
 * Text of a stranger: in its own direction, isolated, with hidden characters as tokens. Use it for every handle, title,
 * snippet, address and name that did not come from this program.
 * @example <Untrusted text={item.title} lang={item.lang} />
 */
export function Untrusted(props: {
  readonly text: string;
  readonly lang?: string | undefined;
  readonly className?: string;
}) {
  const parts = useMemo(() => visibleTokens(props.text), [props.text]);
  return (
    <bdi dir="auto" lang={props.lang} className={props.className}>
      <Parts parts={parts} />
    </bdi>
  );
}

/** The parts alone, for components that mark places in them. */
export function Parts(props: { readonly parts: readonly VisibleToken[] }) {
  return props.parts.map((part) => (part.kind === 'text' ? part.text : <Token key={part.start} part={part} />));
}

function Token({ part }: { readonly part: Exclude<VisibleToken, { kind: 'text' }> }) {
  const t = useMessages();
  const said =
    part.kind === 'hidden'
      ? t('ui.hiddenCharacter', { name: part.name, code: part.codePoint })
      : t('ui.stackedMarks', { count: part.count });
  return (
    <span className="hidden-token" title={said}>
      <span className="visually-hidden">{said}</span>
      <span aria-hidden="true">{part.kind === 'hidden' ? part.label : `+${part.count}`}</span>
    </span>
  );
}
