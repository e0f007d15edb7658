import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The shell.press screen. */
export function PressScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('shell.press')} />
    </div>
  );
}
