import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n/i18n.js';
import { ErrorNote } from '../ui/notes.js';
import { ScreenHead } from './screen-head.js';

/** What stands in the place of a screen that failed. */
export function CrashScreen(props: { readonly error: unknown; readonly reset: () => void }) {
  const t = useMessages();
  return (
    <div className="screen stack">
      <ScreenHead title={t('ui.errorTitle')} />
      <ErrorNote error={props.error} retry={props.reset} />
      <Link to="/">{t('shell.backToPress')}</Link>
    </div>
  );
}

/** An address that leads nowhere. */
export function NothingHere() {
  const t = useMessages();
  return (
    <div className="screen stack">
      <ScreenHead title={t('ui.notFound')} />
      <Link to="/">{t('shell.backToPress')}</Link>
    </div>
  );
}
