import type { ReactNode } from 'react';
import { ApiError } from '../api/call.js';
import { useMessages } from '../i18n/i18n.js';
import { Button } from './button.js';
import { Untrusted } from './untrusted.js';
import './notes.css';

/** A line across the page that stays: demo data, a hidden image, a pause. */
export function Banner(props: { readonly look?: 'plain' | 'warn' | 'danger'; readonly children: ReactNode }) {
  return <div className={`banner banner-${props.look ?? 'plain'}`}>{props.children}</div>;
}

/**
 * Says what did not work and what to do, read out at once.
 * @example {query.error && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
 */
export function ErrorNote(props: { readonly error: unknown; readonly retry?: (() => void) | undefined }) {
  const t = useMessages();
  return (
    <div role="alert" className="banner banner-danger">
      <p>
        <strong>{t('ui.errorTitle')}.</strong> <ErrorText error={props.error} />
      </p>
      {props.retry !== undefined && <Button onClick={props.retry}>{t('ui.retry')}</Button>}
    </div>
  );
}

function ErrorText({ error }: { readonly error: unknown }) {
  const t = useMessages();
  if (!(error instanceof ApiError)) return t('ui.errorCrash');
  if (error.code === 'unreachable') return t('ui.errorUnreachable');
  if (error.code === 'forbidden') return t('ui.errorForbidden');
  if (error.code === 'not-found') return t('ui.notFound');
  return (
    <>
      <Untrusted text={t('ui.errorDetail', { message: error.message })} />
      {error.problems.length > 0 && (
        <ul className="banner-problems">
          {error.problems.map((problem) => (
            <li key={`${problem.path} ${problem.message}`}>
              <Untrusted text={`${problem.path}: ${problem.message}`} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Grey lines where text is about to be. */
export function Skeleton(props: { readonly lines?: number }) {
  const t = useMessages();
  return (
    <output className="skeleton">
      <span className="visually-hidden">{t('ui.loading')}</span>
      {Array.from({ length: props.lines ?? 4 }, (_, index) => (
        <span key={index} className="skeleton-line" />
      ))}
    </output>
  );
}
