import type { ReactNode } from 'react';
import { IconButton } from './button.js';
import './chip.css';

/**
 * A short word about something. With `onRemove` it can be taken away; `removeLabel` says what that does.
 * @example <Chip look="strong">{t('terms.severity-high')}</Chip>
 */
export function Chip(props: {
  readonly children: ReactNode;
  readonly look?: 'plain' | 'strong' | 'accent' | 'danger' | 'warn';
  readonly title?: string;
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}) {
  return (
    <span className={`chip chip-${props.look ?? 'plain'}`} title={props.title}>
      {props.children}
      {props.onRemove !== undefined && (
        <IconButton icon="close" label={props.removeLabel ?? ''} onClick={props.onRemove} />
      )}
    </span>
  );
}
