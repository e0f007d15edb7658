import { useState } from 'react';
import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';
import { Tabs } from '../../ui/tabs.js';
import { Accounts } from './accounts.js';
import { ApiKeys } from './api-keys.js';

/** Who may sign in, and which programs may call. */
export function PeopleScreen() {
  const t = useMessages();
  const [tab, setTab] = useState<'accounts' | 'keys'>('accounts');
  return (
    <div className="screen">
      <ScreenHead title={t('shell.people')} />
      <Tabs
        label={t('shell.people')}
        value={tab}
        onValue={setTab}
        tabs={[
          { value: 'accounts', label: t('people.accounts') },
          { value: 'keys', label: t('people.keys') },
        ]}
      >
        {tab === 'accounts' ? <Accounts /> : <ApiKeys />}
      </Tabs>
    </div>
  );
}
