import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { useLiveQueries } from '../api/use-live.js';
import { useMessages } from '../i18n/i18n.js';
import { IconButton } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { useToast } from '../ui/toast.js';
import { DemoBanner } from './demo-banner.js';
import { KeySheet } from './key-sheet.js';
import { useKeyboard, useShortcut } from './keyboard.js';
import { Palette } from './palette.js';
import { Rail } from './rail.js';
import './frame.css';

type Open = 'palette' | 'keys' | 'menu' | undefined;

/** What stands around every screen behind sign-in. */
export function Frame() {
  const t = useMessages();
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState<Open>(undefined);
  const openPalette = useCallback(() => setOpen('palette'), []);
  const close = useCallback(() => setOpen(undefined), []);
  useLiveQueries();
  useKeyboard(openPalette);
  useShortcut('help', () => setOpen('keys'));
  // On the search screen the key goes to the query itself.
  const searching = useRouterState({ select: ({ location }) => location.pathname === '/search' });
  useShortcut('search', () => void router.navigate({ to: '/search' }), !searching);
  useShortcut('undo', () => {
    toast.undoLast();
  });
  useFocusOnNavigation();
  useEffect(() => router.subscribe('onBeforeNavigate', close), [router, close]);

  return (
    <>
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <div className="frame">
        <header className="frame-bar">
          <IconButton icon="menu" label={t('shell.openNavigation')} onClick={() => setOpen('menu')} />
          <span className="frame-name">Vedette</span>
          <IconButton icon="search" label={t('shell.findAnything')} onClick={openPalette} />
        </header>
        <div className="frame-rail">
          <Rail openPalette={openPalette} openKeys={() => setOpen('keys')} />
        </div>
        <div className="frame-main">
          <DemoBanner />
          <main id="content" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'keys' && <KeySheet onClose={close} />}
      {open === 'menu' && (
        <Dialog title="Vedette" side onClose={close}>
          <Rail openPalette={openPalette} openKeys={() => setOpen('keys')} />
        </Dialog>
      )}
    </>
  );
}

/** After a change of screen the focus goes to the content, so that reading and the keyboard go on from there. */
function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onResolved', (change) => {
        if (change.fromLocation === undefined || !change.pathChanged) return;
        document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
      }),
    [router],
  );
}
