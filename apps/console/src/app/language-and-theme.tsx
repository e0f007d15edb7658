import { languages, ownNames, useMessages } from '../i18n/i18n.js';
import { Select } from '../ui/field.js';
import { usePreferences } from './preferences.js';

/** The two choices that everybody needs before anything else; also on the pages before sign-in. */
export function LanguageAndTheme() {
  const t = useMessages();
  const { language, theme, save } = usePreferences();
  return (
    <div className="language-and-theme">
      <Select
        label={t('shell.language')}
        value={language}
        onValue={(next) => save({ language: next })}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
      />
      <Select
        label={t('shell.theme')}
        value={theme}
        onValue={(next) => save({ theme: next })}
        options={[
          { value: 'system', label: t('shell.themeSystem') },
          { value: 'light', label: t('shell.themeLight') },
          { value: 'dark', label: t('shell.themeDark') },
        ]}
      />
    </div>
  );
}
