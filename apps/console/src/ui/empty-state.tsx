import type { ReactNode } from 'react';
import { useMessages } from '../i18n/i18n.js';
import './empty-state.css';

/**
 * What an empty screen says: what it is for, why it is empty, one next action, and a sample of what will be here.
 * @example <EmptyState title={t('…')} why={t('…')} action={<Button …/>} sample={<…/>} />
 */
export function EmptyState(props: {
  readonly title: string;
  readonly why: ReactNode;
  readonly action?: ReactNode;
  readonly sample?: ReactNode;
}) {
  const t = useMessages();
  return (
    <div className="empty-state">
      <h2>{props.title}</h2>
      <p>{props.why}</p>
      {props.action !== undefined && <div className="row">{props.action}</div>}
      {props.sample !== undefined && (
        <figure className="empty-state-sample">
          <figcaption className="label">{t('ui.sample')}</figcaption>
          <div>{props.sample}</div>
        </figure>
      )}
    </div>
  );
}
