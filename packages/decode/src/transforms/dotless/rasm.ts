import { arabicLetters } from '../../arabic/lexicon.js';
import type { Lattice, Step } from '../../arabic/word-search.js';

/** The letters that a letter without dots may stand for; in brackets behind a blank those it rarely does. */
const meanings: Readonly<Record<string, string>> = {
  '\u066e': 'بتثنيئ ى',
  '\u08ba': 'ن بتثيئ',
  '\u06ba': 'ن بتثيئى',
  '\u08bd': 'ن بتثيئى',
  '\u0649': 'ىيئ بتثن',
  '\u06cc': 'يىئ بتثن',
  '\u06a1': 'فق',
  '\u08bb': 'ف ق',
  '\u066f': 'قف',
  '\u08bc': 'ق ف',
  '\u06a9': 'ك',
  ح: 'حجخ',
  د: 'دذ',
  ر: 'رز',
  س: 'سش',
  ص: 'صض',
  ط: 'طظ',
  ع: 'عغ',
  ه: 'هة',
  ا: 'ا أإآ',
  و: 'و ؤ',
};

/** Letters whose dots were left out, or that never have any: nothing tells them apart from ordinary writing. */
const rare = 2.5;
const sameLetter = 0;

/** The signs of a word without harakat and tatweel, and where each stands. */
export function rasmOf(word: string): readonly string[] {
  return Array.from(word.replace(/[\u064b-\u0653\u0655-\u065f\u0670\u0640]/gu, ''));
}

/** What each sign of a word may stand for. `hamza`: the text writes hamzas, so a bare alef or waw is meant so. */
export function rasmLattice(signs: readonly string[], hamza: boolean): Lattice {
  return signs.map((sign, index) => {
    if (sign === '\u0654') return [{ length: 1, letters: [], cost: 0 }];
    const carried = signs[index + 1] === '\u0654' ? 'أؤئ' : undefined;
    const [often = '', seldom = ''] = (meanings[sign] ?? sign).split(' ');
    const last = index === signs.length - 1;
    const steps: Step[] = [];
    for (const letter of often + seldom) {
      if (carried?.includes(letter) === false && carriers[sign]?.includes(letter) !== true) continue;
      let cost = often.includes(letter) ? sameLetter : rare;
      if ('أإآؤ'.includes(letter) && letter !== sign) cost = hamza ? 6 : 0.7;
      // Without a hamza over it, the tooth is hardly ever one that carries it.
      if (letter === 'ئ' && carried === undefined) cost += hamza ? 4 : 0.7;
      if (carried !== undefined && letter !== 'ئ' && !carried.includes(letter)) cost += 8;
      // The last letter of a word shows which of the teeth it is.
      if (last && sign === '\u066e' && 'نيىئ'.includes(letter)) cost += 3;
      // At the end ى and ں have shapes of their own.
      if (last && (sign === '\u0649' || sign === '\u06cc') && 'بتثن'.includes(letter)) continue;
      if (last && '\u06ba\u08bd'.includes(sign) && letter !== 'ن') continue;
      if (!last && sign === '\u0649' && letter === 'ى') cost += 3;
      if (!last && letter === 'ة') continue;
      steps.push({ length: 1, letters: [arabicLetters.indexOf(letter)], cost });
    }
    return steps.filter(({ letters }) => (letters[0] ?? -1) >= 0);
  });
}

const carriers: Readonly<Record<string, string>> = { ا: 'أ', و: 'ؤ', '\u0649': 'ئ', '\u066e': 'ئ', '\u06cc': 'ئ' };
