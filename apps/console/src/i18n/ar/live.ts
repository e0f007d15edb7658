import type { live as english } from '../en/live.js';
import type { Translation } from '../messages.js';

export const live: Translation<typeof english, 'ar'> = {
  title: 'مباشر',
};
