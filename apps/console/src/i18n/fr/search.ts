import type { search as english } from '../en/search.js';
import type { Translation } from '../messages.js';

export const search: Translation<typeof english, 'fr'> = {
  title: 'Recherche',
};
