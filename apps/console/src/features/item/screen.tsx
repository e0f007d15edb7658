import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The shell.item screen. */
export function ItemScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('shell.item')} />
    </div>
  );
}
