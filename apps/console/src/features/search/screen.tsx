import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';

/** The search.title screen. */
export function SearchScreen() {
  const t = useMessages();
  return (
    <div className="screen">
      <ScreenHead title={t('search.title')} />
    </div>
  );
}
