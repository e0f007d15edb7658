import type { watchlists as english } from '../en/watchlists.js';
import type { Translation } from '../messages.js';

export const watchlists: Translation<typeof english, 'fr'> = {
  title: 'Listes de veille',
};
