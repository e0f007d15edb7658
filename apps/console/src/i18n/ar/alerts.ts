import type { alerts as english } from '../en/alerts.js';
import type { Translation } from '../messages.js';

export const alerts: Translation<typeof english, 'ar'> = {
  title: 'التنبيهات',
};
