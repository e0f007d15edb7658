import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The shell.decode screen. */
export function DecodeScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('shell.decode')} />
    </div>
  );
}
