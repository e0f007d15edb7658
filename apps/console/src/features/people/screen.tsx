import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The shell.people screen. */
export function PeopleScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('shell.people')} />
    </div>
  );
}
