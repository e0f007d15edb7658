import type { MessageId } from '../../i18n/translate.js';

/** What each action on record is called; a newer server may know more. */
const names = {
  'items.stored': 'record.action-items-stored',
  'items.removed': 'record.action-items-removed',
  'record.erased': 'record.action-record-erased',
  'items.exported': 'record.action-items-exported',
  'alert.opened': 'record.action-alert-opened',
  'alert.reopened': 'record.action-alert-reopened',
  'alert.decided': 'record.action-alert-decided',
  'decision.undone': 'record.action-decision-undone',
  'watchlist.added': 'record.action-watchlist-added',
  'watchlist.saved': 'record.action-watchlist-saved',
  'watchlist.proposed': 'record.action-watchlist-proposed',
  'watchlist.proposal-confirmed': 'record.action-watchlist-proposal-confirmed',
  'watchlist.proposal-refused': 'record.action-watchlist-proposal-refused',
  'watchlist.removed': 'record.action-watchlist-removed',
  'watchlist.look-back-started': 'record.action-watchlist-look-back-started',
  'watchlist.look-back-ended': 'record.action-watchlist-look-back-ended',
  'known-good.added': 'record.action-known-good-added',
  'known-good.removed': 'record.action-known-good-removed',
  'source.added': 'record.action-source-added',
  'source.changed': 'record.action-source-changed',
  'source.removed': 'record.action-source-removed',
  'quarantine.dismissed': 'record.action-quarantine-dismissed',
  'image.flagged': 'record.action-image-flagged',
  'image.unflagged': 'record.action-image-unflagged',
  'image.hidden': 'record.action-image-hidden',
  'image.restored': 'record.action-image-restored',
  'api-key.added': 'record.action-api-key-added',
  'api-key.removed': 'record.action-api-key-removed',
  'person.added': 'record.action-person-added',
  'person.changed': 'record.action-person-changed',
  'person.password-changed': 'record.action-person-password-changed',
  'person.entered': 'record.action-person-entered',
  'person.signed-in': 'record.action-person-signed-in',
  'settings.changed': 'record.action-settings-changed',
  'retention.ran': 'record.action-retention-ran',
  'demo.removed': 'record.action-demo-removed',
} as const satisfies Readonly<Record<string, MessageId>>;

export type ActionName = (typeof names)[keyof typeof names];

/** The message that names an action; undefined for one that this page does not know. */
export function nameOfAction(action: string): ActionName | undefined {
  const known: Readonly<Record<string, ActionName>> = names;
  return Object.hasOwn(names, action) ? known[action] : undefined;
}
