import type { decode as english } from '../en/decode.js';
import type { Translation } from '../messages.js';

export const decode: Translation<typeof english, 'fr'> = {
  intro: 'Collez une ligne qui semble étrange. Rien n’est enregistré et rien ne quitte ce serveur.',
  text: 'Texte',
  go: 'Décoder',
  try: 'Ou essayez l’un de ceux-ci',
  fold: 'Clé sur laquelle les règles sont comparées',
  tooLong: 'Au plus 100 000 caractères à la fois.',
};
