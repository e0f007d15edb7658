import type { Scope } from '@vedette/contract';
import type { MessageId } from '../i18n/translate.js';
import type { IconName } from '../ui/icon.js';

type PlainMessage = Extract<
  MessageId,
  `shell.${'press' | 'decode' | 'settings' | 'people' | 'record'}` | `${string}.title` | 'sources.quarantine'
>;

/** A screen that the rail and the palette lead to. */
export interface Screen {
  readonly to: string;
  readonly label: PlainMessage;
  readonly icon: IconName;
  /** what the visitor must be allowed to do to see it */
  readonly scope: Scope | undefined;
  readonly group: 'work' | 'manage';
}

export const screens: readonly Screen[] = [
  { to: '/', label: 'shell.press', icon: 'press', scope: 'items:read', group: 'work' },
  { to: '/live', label: 'live.title', icon: 'live', scope: 'items:read', group: 'work' },
  { to: '/search', label: 'search.title', icon: 'search', scope: 'items:read', group: 'work' },
  { to: '/alerts', label: 'alerts.title', icon: 'alerts', scope: 'alerts:read', group: 'work' },
  { to: '/decode', label: 'shell.decode', icon: 'decode', scope: 'items:read', group: 'work' },
  { to: '/watchlists', label: 'watchlists.title', icon: 'watchlists', scope: 'watchlists:read', group: 'manage' },
  { to: '/sources', label: 'sources.title', icon: 'sources', scope: 'sources:read', group: 'manage' },
  { to: '/quarantine', label: 'sources.quarantine', icon: 'quarantine', scope: 'sources:read', group: 'manage' },
  { to: '/record', label: 'shell.record', icon: 'record', scope: 'record:read', group: 'manage' },
  { to: '/people', label: 'shell.people', icon: 'people', scope: 'people:admin', group: 'manage' },
  { to: '/settings', label: 'shell.settings', icon: 'settings', scope: undefined, group: 'manage' },
];
