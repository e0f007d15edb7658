import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { call } from '../api/call.js';
import { routeQuery } from '../api/queries.js';
import { useChannelState } from '../api/use-live.js';
import { useMessages } from '../i18n/i18n.js';
import { Button, IconButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Kbd } from '../ui/kbd.js';
import { Untrusted } from '../ui/untrusted.js';
import { LanguageAndTheme } from './language-and-theme.js';
import { useMe } from './preferences.js';
import { forgetRecent } from './recent.js';
import { screens, type Screen } from './screens.js';
import './rail.css';

/** The column of screens beside the page. */
export function Rail(props: { readonly openPalette: () => void; readonly openKeys: () => void }) {
  const t = useMessages();
  const me = useMe();
  const allowed = screens.filter(({ scope }) => scope === undefined || me?.scopes.includes(scope) === true);
  return (
    <nav className="rail" aria-label={t('shell.navigation')}>
      <Link to="/" className="rail-name">
        Vedette
      </Link>
      <Button icon="search" className="rail-find" onClick={props.openPalette}>
        <span>{t('shell.findAnything')}</span>
        <span className="rail-keys" aria-hidden="true">
          <Kbd code={isApple() ? '⌘' : 'Ctrl'} />
          <Kbd code="KeyK" />
        </span>
      </Button>
      {(['work', 'manage'] as const).map((group) => (
        <div key={group} className="rail-group">
          <p className="label">{t(`shell.${group}`)}</p>
          <ul>
            {allowed
              .filter((screen) => screen.group === group)
              .map((screen) => (
                <li key={screen.to}>
                  <RailLink screen={screen} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      <div className="rail-foot">
        <Health />
        <LanguageAndTheme />
        <div className="rail-account">
          {me !== undefined && <Untrusted text={me.person.name} />}
          <span className="row">
            <IconButton icon="keyboard" label={t('shell.keys')} onClick={props.openKeys} />
            <SignOut />
          </span>
        </div>
      </div>
    </nav>
  );
}

function RailLink({ screen }: { readonly screen: Screen }) {
  const t = useMessages();
  const status = useQuery(routeQuery('status')).data;
  const count =
    screen.to === '/alerts' ? status?.openAlerts : screen.to === '/quarantine' ? status?.quarantined : undefined;
  return (
    <Link to={screen.to} className="rail-link" activeOptions={{ exact: screen.to === '/', includeSearch: false }}>
      <Icon name={screen.icon} />
      <span>{t(screen.label)}</span>
      {count !== undefined && count > 0 && (
        <span className="rail-count">
          <Count value={count} />
        </span>
      )}
    </Link>
  );
}

function Count({ value }: { readonly value: number }) {
  return value > 9999 ? '9999+' : String(value);
}

/** One line: whether the sources answer, and whether the page hears of what happens. */
function Health() {
  const t = useMessages();
  const status = useQuery({ ...routeQuery('status'), refetchInterval: 60_000 }).data;
  const channel = useChannelState();
  if (status === undefined) return null;
  const { total, failing, quiet } = status.sources;
  const health = total === 0 ? 'none' : failing > 0 ? 'failing' : quiet > 0 ? 'quiet' : 'healthy';
  return (
    <div className="rail-health">
      <Link to="/sources" search={health === 'failing' ? { health: 'failing' } : {}}>
        <span className={`health-dot health-${health}`} aria-hidden="true" />
        {health === 'none' && t('shell.sourcesNone')}
        {health === 'failing' && t('shell.sourcesFailing', { count: failing })}
        {health === 'quiet' && t('shell.sourcesQuiet', { count: quiet })}
        {health === 'healthy' && t('shell.sourcesHealthy')}
      </Link>
      {channel === 'broken' && <output>{t('shell.liveBroken')}</output>}
    </div>
  );
}

function SignOut() {
  const t = useMessages();
  const client = useQueryClient();
  const router = useRouter();
  const { mutate, isPending } = useMutation({
    mutationFn: () => call('signOut'),
    onSuccess: async () => {
      forgetRecent();
      await router.navigate({ to: '/sign-in' });
      client.clear();
    },
  });
  return <IconButton icon="out" label={t('shell.signOut')} disabled={isPending} onClick={() => mutate()} />;
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
