import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The watchlists.title screen. */
export function WatchlistScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('watchlists.title')} />
    </div>
  );
}
