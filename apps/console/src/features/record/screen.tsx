import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The shell.record screen. */
export function RecordScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('shell.record')} />
    </div>
  );
}
