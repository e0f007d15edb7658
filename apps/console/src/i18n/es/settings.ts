import type { settings as english } from '../en/settings.js';
import type { Translation } from '../messages.js';

export const settings: Translation<typeof english, 'es'> = {
  mine: 'Los míos',
  team: 'Los del equipo',
  mineText: 'Siguen a su cuenta en todos los equipos.',
  display: 'Pantalla',
  ticker: 'Mostrar titulares en la portada',
  keys: 'Teclas',
  singleKeys: 'Las teclas sueltas actúan',
  singleKeysHint: 'Desactivado: solo queda Ctrl/⌘-K, para control por voz o lectores que envían letras.',
  action: 'Acción',
  key: 'Tecla',
  change: 'Cambiar',
  changeKey: 'Cambiar la tecla de «{action}»',
  pressKey: 'Pulse la nueva tecla para «{action}». Escape la deja como está.',
  keyTaken: 'Esta tecla ya hace «{action}».',
  resetKeys: 'Teclas habituales',
  password: 'Contraseña',
  currentPassword: 'Contraseña actual',
  newPassword: 'Contraseña nueva',
  changePassword: 'Cambiar la contraseña',
  passwordChanged: 'Contraseña cambiada; sus demás sesiones han terminado.',
  flagThreshold: 'Cuántas personas distintas ocultan una imagen',
  retention: 'Días que se guardan los elementos sin decisión',
  retentionHint: 'Una fuente puede tener su propio número. Los elementos en que se apoya una decisión se conservan.',
  teamReadOnly: 'Solo los administradores los cambian.',
  whole: 'Introduzca un número entero de {min} a {max}.',
  secondPerson: 'Las reglas graves necesitan una segunda persona',
  secondPersonHint:
    'Lo que añade o cambia una regla de gravedad alta o crítica espera a que otra persona lo confirme. Déjelo desactivado si trabaja una sola persona.',
};
