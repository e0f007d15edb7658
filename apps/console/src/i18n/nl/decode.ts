import type { decode as english } from '../en/decode.js';
import type { Translation } from '../messages.js';

export const decode: Translation<typeof english, 'nl'> = {
  intro: 'Plak een regel die er vreemd uitziet. Er wordt niets bewaard en niets verlaat deze server.',
  text: 'Tekst',
  go: 'Ontcijferen',
  try: 'Of probeer een van deze',
  fold: 'Sleutel waarop regels worden vergeleken',
  tooLong: 'Hoogstens 100.000 tekens tegelijk.',
};
