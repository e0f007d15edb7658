import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The live.title screen. */
export function LiveScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('live.title')} />
    </div>
  );
}
