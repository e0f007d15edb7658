import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The shell.settings screen. */
export function SettingsScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('shell.settings')} />
    </div>
  );
}
