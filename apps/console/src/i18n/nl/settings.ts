import type { settings as english } from '../en/settings.js';
import type { Translation } from '../messages.js';

export const settings: Translation<typeof english, 'nl'> = {
  mine: 'Van mij',
  team: 'Van het team',
  mineText: 'Ze volgen uw account op elke computer.',
  display: 'Weergave',
  ticker: 'Lopende koppen op de voorpagina tonen',
  keys: 'Toetsen',
  singleKeys: 'Losse toetsen werken',
  singleKeysHint: 'Uit: alleen Ctrl/⌘-K blijft, voor spraakbediening of schermlezers die letters sturen.',
  action: 'Actie',
  key: 'Toets',
  change: 'Wijzigen',
  changeKey: 'Toets voor ‘{action}’ wijzigen',
  pressKey: 'Druk op de nieuwe toets voor ‘{action}’. Escape laat hem zoals hij is.',
  keyTaken: 'Deze toets doet al ‘{action}’.',
  resetKeys: 'Gewone toetsen',
  password: 'Wachtwoord',
  currentPassword: 'Huidig wachtwoord',
  newPassword: 'Nieuw wachtwoord',
  changePassword: 'Wachtwoord wijzigen',
  passwordChanged: 'Wachtwoord gewijzigd; uw andere sessies zijn beëindigd.',
  flagThreshold: 'Hoeveel verschillende mensen een beeld verbergen',
  retention: 'Dagen dat items zonder beslissing bewaard blijven',
  retentionHint: 'Een bron kan een eigen aantal hebben. Items waarop een beslissing rust blijven bewaard.',
  teamReadOnly: 'Alleen beheerders wijzigen deze.',
  whole: 'Geef een geheel getal van {min} tot {max}.',
  secondPerson: 'Ernstige regels vragen een tweede persoon',
  secondPersonHint:
    'Wat een regel met hoge of kritieke ernst toevoegt of wijzigt, wacht tot iemand anders het bevestigt. Laat het uit als één persoon alleen werkt.',
};
