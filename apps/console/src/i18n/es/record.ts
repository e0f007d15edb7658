import type { record as english } from '../en/record.js';
import type { Translation } from '../messages.js';

export const record: Translation<typeof english, 'es'> = {
  intro:
    'Qué se hizo, quién y cuándo, lo más reciente primero. Las entradas van encadenadas por sus hashes, de modo que un cambio oculto se nota.',
  number: 'N.º',
  at: 'Cuándo',
  actor: 'Quién',
  action: 'Qué',
  subject: 'Sobre',
  details: 'Detalles',
  hash: 'Hash de hoja',
  emptyTitle: 'Todavía nada en el registro',
  emptyWhy: 'Aquí constarán las decisiones, los cambios de listas y fuentes y todo lo que hagan las personas.',
};
