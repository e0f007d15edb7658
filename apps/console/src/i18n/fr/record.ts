import type { record as english } from '../en/record.js';
import type { Translation } from '../messages.js';

export const record: Translation<typeof english, 'fr'> = {
  intro:
    'Ce qui a été fait, par qui et quand, du plus récent au plus ancien. Les entrées sont chaînées par leurs empreintes : une modification discrète se voit.',
  number: 'N°',
  at: 'Quand',
  actor: 'Qui',
  action: 'Quoi',
  subject: 'Sur',
  details: 'Détails',
  hash: 'Empreinte',
  emptyTitle: 'Rien au registre',
  emptyWhy: 'Les décisions, les changements de listes et de sources, et tout ce que font les personnes figureront ici.',
};
