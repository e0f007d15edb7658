import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The alerts.title screen. */
export function AlertScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('alerts.title')} />
    </div>
  );
}
