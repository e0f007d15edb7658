import type { ComponentProps } from 'react';
import { Icon, type IconName } from './icon.js';
import './button.css';

type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

/**
 * A button with words; `icon` goes before them. For a button that shows only a drawing use {@link IconButton}.
 * @example <Button look="primary" onClick={save}>{t('ui.save')}</Button>
 */
export function Button({
  look = 'plain',
  icon,
  className,
  children,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { readonly look?: ButtonLook; readonly icon?: IconName }) {
  return (
    // oxlint-disable-next-line react/button-has-type -- the default above is "button"
    <button {...rest} type={type} className={`button button-${look} ${className ?? ''}`}>
      {icon !== undefined && <Icon name={icon} size={16} />}
      {children}
    </button>
  );
}

/** A square button that shows a drawing; its label is read out and shown as a tip. */
export function IconButton({
  icon,
  label,
  className,
  ...rest
}: Omit<ComponentProps<'button'>, 'children' | 'type'> & { readonly icon: IconName; readonly label: string }) {
  return (
    <button {...rest} type="button" className={`icon-button ${className ?? ''}`} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
