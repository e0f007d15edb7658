import type { decode as english } from '../en/decode.js';
import type { Translation } from '../messages.js';

export const decode: Translation<typeof english, 'es'> = {
  intro: 'Pegue una línea que parezca rara. No se guarda nada y nada sale de este servidor.',
  text: 'Texto',
  go: 'Descifrar',
  try: 'O pruebe uno de estos',
  fold: 'Clave con la que se comparan las reglas',
  tooLong: 'Como máximo 100 000 caracteres a la vez.',
};
