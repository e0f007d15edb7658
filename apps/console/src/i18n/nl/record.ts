import type { record as english } from '../en/record.js';
import type { Translation } from '../messages.js';

export const record: Translation<typeof english, 'nl'> = {
  intro:
    'Wat is gedaan, door wie en wanneer, nieuwste eerst. Regels zijn met hashes geketend, zodat een stille wijziging opvalt.',
  number: 'Nr.',
  at: 'Wanneer',
  actor: 'Wie',
  action: 'Wat',
  subject: 'Over',
  details: 'Bijzonderheden',
  hash: 'Bladhash',
  emptyTitle: 'Nog niets in het logboek',
  emptyWhy: 'Hier komen beslissingen, wijzigingen van lijsten en bronnen en alles wat mensen doen.',
};
