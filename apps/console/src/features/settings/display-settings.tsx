import { LanguageAndTheme } from '../../app/language-and-theme.js';
import { usePreferences } from '../../app/preferences.js';
import { useMessages } from '../../i18n/i18n.js';
import { Checkbox } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';

/** Language, theme and the running headlines. */
export function DisplaySettings() {
  const t = useMessages();
  const { settings, save, error } = usePreferences();
  return (
    <section className="settings-part">
      <h2>{t('settings.display')}</h2>
      <LanguageAndTheme />
      <Checkbox
        label={t('settings.ticker')}
        checked={settings.ticker ?? true}
        onChecked={(ticker) => save({ ticker })}
      />
      {error !== null && <ErrorNote error={error} />}
    </section>
  );
}
