import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The sources.title screen. */
export function SourcesScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('sources.title')} />
    </div>
  );
}
