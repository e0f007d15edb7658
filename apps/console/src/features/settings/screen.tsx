import { useState } from 'react';
import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';
import { Tabs } from '../../ui/tabs.js';
import { DisplaySettings } from './display-settings.js';
import { KeySettings } from './key-settings.js';
import { PasswordForm } from './password-form.js';
import { TeamForm } from './team-form.js';
import './settings.css';

/** Settings: one's own, which follow the account, and the team's. */
export function SettingsScreen() {
  const t = useMessages();
  const [tab, setTab] = useState<'mine' | 'team'>('mine');
  return (
    <div className="screen">
      <ScreenHead title={t('shell.settings')} />
      <Tabs
        label={t('shell.settings')}
        value={tab}
        onValue={setTab}
        tabs={[
          { value: 'mine', label: t('settings.mine') },
          { value: 'team', label: t('settings.team') },
        ]}
      >
        {tab === 'mine' ? (
          <div className="settings">
            <p className="muted">{t('settings.mineText')}</p>
            <DisplaySettings />
            <KeySettings />
            <PasswordForm />
          </div>
        ) : (
          <div className="settings">
            <TeamForm />
          </div>
        )}
      </Tabs>
    </div>
  );
}
