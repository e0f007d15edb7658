import type { settings as english } from '../en/settings.js';
import type { Translation } from '../messages.js';

export const settings: Translation<typeof english, 'fr'> = {
  mine: 'Les miens',
  team: 'Ceux de l’équipe',
  mineText: 'Ils suivent votre compte sur tous vos ordinateurs.',
  display: 'Affichage',
  ticker: 'Afficher les titres défilants à la une',
  keys: 'Touches',
  singleKeys: 'Les touches seules agissent',
  singleKeysHint:
    'Désactivé : seul Ctrl/⌘-K reste, pour la commande vocale ou les lecteurs d’écran qui envoient des lettres.',
  action: 'Action',
  key: 'Touche',
  change: 'Changer',
  changeKey: 'Changer la touche de « {action} »',
  pressKey: 'Appuyez sur la nouvelle touche pour « {action} ». Échap ne change rien.',
  keyTaken: 'Cette touche sert déjà à « {action} ».',
  resetKeys: 'Touches habituelles',
  password: 'Mot de passe',
  currentPassword: 'Mot de passe actuel',
  newPassword: 'Nouveau mot de passe',
  changePassword: 'Changer le mot de passe',
  passwordChanged: 'Mot de passe changé ; vos autres sessions sont terminées.',
  flagThreshold: 'Combien de personnes différentes masquent une image',
  retention: 'Jours de conservation des éléments sans décision',
  retentionHint: 'Une source peut avoir sa propre durée. Les éléments sur lesquels repose une décision sont conservés.',
  teamReadOnly: 'Seuls les administrateurs les changent.',
  whole: 'Entrez un nombre entier de {min} à {max}.',
  secondPerson: 'Les règles graves exigent une seconde personne',
  secondPersonHint:
    'Ce qui ajoute ou modifie une règle de gravité élevée ou critique attend qu’une autre personne le confirme. À laisser désactivé pour qui travaille seul.',
};
