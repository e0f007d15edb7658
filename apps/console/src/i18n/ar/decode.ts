import type { decode as english } from '../en/decode.js';
import type { Translation } from '../messages.js';

export const decode: Translation<typeof english, 'ar'> = {
  intro: 'ألصق سطرًا يبدو غريبًا. لا يُحفظ شيء ولا يغادر شيء هذا الخادم.',
  text: 'النص',
  go: 'فكّ الترميز',
  try: 'أو جرّب واحدًا من هذه',
  fold: 'المفتاح الذي تُطابَق عليه القواعد',
  tooLong: '100٬000 محرف كحدّ أقصى في المرة.',
};
