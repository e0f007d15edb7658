import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The sources.quarantine screen. */
export function QuarantineScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('sources.quarantine')} />
    </div>
  );
}
