import type { sources as english } from '../en/sources.js';
import type { Translation } from '../messages.js';

export const sources: Translation<typeof english, 'ar'> = {
  title: 'المصادر',
  quarantine: 'الحجر',
};
