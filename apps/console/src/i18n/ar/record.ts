import type { record as english } from '../en/record.js';
import type { Translation } from '../messages.js';

export const record: Translation<typeof english, 'ar'> = {
  intro: 'ما جرى ومن قام به ومتى، الأحدث أولًا. المدخلات متسلسلة ببصماتها فيظهر أي تغيير خفيّ.',
  number: 'رقم',
  at: 'متى',
  actor: 'من',
  action: 'ماذا',
  subject: 'بشأن',
  details: 'التفاصيل',
  hash: 'البصمة',
  emptyTitle: 'لا شيء في السجل بعد',
  emptyWhy: 'ستظهر هنا القرارات وتغييرات القوائم والمصادر وكل ما يفعله الأشخاص.',
};
