import { letterCode } from '../../arabic/lexicon.js';
import type { Lattice, Step } from '../../arabic/word-search.js';

/**
 * How Arabic is typed in Latin letters and digits, Maghrebi, Egyptian and Levantine together: what is typed, then what
 * may be meant with the cost (−ln) of typing it so. `-` is no letter at all: a short vowel, a doubled consonant.
 */
type Rules = Readonly<Record<string, string>>;

const anywhere: Rules = {
  '2': 'أ .8 ء 1.2 ق 1 ا 1.2 ئ 1.3 ؤ 2.4 إ 2.4 آ 2.6',
  "2'": 'ئ 1 ق 2 أ 2',
  '3': 'ع 0',
  "3'": 'غ 0 ع 3',
  '4': 'ذ 1.5 ش 2 ث 2.5',
  '5': 'خ 0',
  "5'": 'خ 0',
  '6': 'ط 0 ت 4',
  "6'": 'ظ 0',
  '7': 'ح .05 خ 3 ه 4',
  "7'": 'خ 0 ح 3',
  '8': 'غ .8 ق 1 ه 2',
  '9': 'ق .15 ص 2 ك 4',
  "9'": 'ض 0 ق 3',
  "'3": 'غ .5 ع 2',
  "'6": 'ظ .5 ط 2',
  "'7": 'خ .5 ح 2',
  "'9": 'ض .5 ق 2',
  "'": 'ع 1.2 - .6 ء 2 أ 2.5',
  b: 'ب 0',
  c: 'س .8 ك .8 ش 2 ص 2',
  ç: 'س 0 ص 1.5',
  ch: 'ش .1 خ 3 تش 3',
  tch: 'تش .3 ش 1.5',
  d: 'د .15 ض 1.6 ذ 2 ظ 3.5',
  dd: 'د .15 ض 1.6',
  dh: 'ذ .7 ظ 1.1 ض 1 ده 3',
  dj: 'ج .1 دج 3',
  f: 'ف 0',
  g: 'ج .9 ق .9 غ 1.6 ك 2.2',
  gh: 'غ .05 جه 4',
  gu: 'ق 1.5 غ 1.7 ك 2',
  h: 'ه .6 ح .8 ة 4',
  j: 'ج 0 ش 5',
  k: 'ك .2 ق 1.7 خ 3.5',
  kh: 'خ .05 كه 4',
  l: 'ل 0',
  m: 'م 0',
  n: 'ن 0',
  p: 'ب .2',
  q: 'ق .05 ك 4',
  r: 'ر 0 غ 6',
  s: 'س .3 ص 1.3 ز 4.5',
  ss: 'س .3 ص 1.3',
  sh: 'ش .05 سه 4',
  sch: 'ش 1',
  t: 'ت .3 ط 1.4 ث 2.5',
  tt: 'ت .3 ط 1.4',
  th: 'ث .5 ذ 1.2 ظ 2.5 ته 3 ت 3',
  v: 'ف .2 ب 3',
  w: 'و .05',
  x: 'كس 1 خ 1.2 ش 2 اكس 3',
  y: 'ي .1 ئ 4',
  z: 'ز .2 ذ 1.4 ظ 1.8 ض 3.5',
  zh: 'ج 1.5 ظ 1.5',
  a: '- .7 ا .8 ع 4.5 ى 5',
  aa: 'ا .1 ع 2.5 أ 3 عا 3',
  à: 'ا .3 - 2 ة 2',
  e: '- .3 ي 1.7 ا 1.8',
  é: 'ي 1 - 1 ة 2 ا 2',
  è: 'ي 1 - 1 ا 2',
  ee: 'ي .1 - 3',
  i: '- .9 ي .7',
  ï: 'ي .2',
  ii: 'ي .1',
  o: '- .8 و .7 ا 4',
  ô: 'و .2',
  oo: 'و .1',
  ou: 'و .2 - 1.5',
  oua: 'وا .5 و .9',
  u: '- .8 و .8',
  uu: 'و .2',
  ai: 'ي .5 اي 1 ئ 4 ائ 3',
  ay: 'ي .4 اي .9',
  ei: 'ي .4',
  ey: 'ي .4',
  au: 'و .5 او 1',
  aw: 'و .3 او 1',
  ow: 'و .3',
  ia: 'يا .6 ي 1.5',
  ya: 'يا .6 ي .8',
};
/** At the beginning of a word. */
const first: Rules = {
  a: 'ا .5 أ .9 ع 2.6 آ 3 إ 2.6 ق 3.2 - 4',
  aa: 'آ 1 ا .8 ع 1.2 أ 2',
  '2a': 'أ .2 ق 2 آ 1.5 قا 2.4 ا 1.5',
  '2e': 'إ .4 ا 1.5 أ 1.5 ق 2',
  '2i': 'إ .4 ا 1.5 ق 2',
  e: 'ا .5 إ 1 أ 2 ع 3',
  i: 'ا .6 إ .8 ع 3 ي 2.5 أ 3',
  o: 'ا 1 أ 1.2 و 1 ع 3',
  ou: 'او .9 و .7 أ 1.5 ا 2 ع 3.5',
  u: 'ا 1 أ 1 و 1.5 ي 4',
  al: 'ال .5 آل 4',
  el: 'ال .3',
  il: 'ال .8',
  l: 'ل .1 ال 2.4',
  ll: 'لل .3 ال 2.5',
  lel: 'لل .3',
  lil: 'لل .3',
  wel: 'وال .4',
  wal: 'وال .5 ول .8',
  wl: 'وال 1.5 ول .8',
  bel: 'بال .5',
  bil: 'بال .4',
  bl: 'بال 1.8 بل .8',
  fel: 'فال .9 في 4',
  fl: 'فال 2 فل .8',
  '3al': 'عال .4 عل .8',
  '3l': 'عل .3 عال 2',
  ma: 'م .3 ما 1.5',
  ess: 'الس 1.5 اس 1',
  ech: 'الش 1.5 اش .6',
  esh: 'الش 1.5 اش .8',
  err: 'الر .8',
  enn: 'الن .8',
  ed: 'الد 2.4 اد 1',
};
/** At the end of a word. */
const last: Rules = {
  a: 'ا .9 ة .7 ه 1.5 ى 1.6 اء 2.4 ع 4 أ 4',
  ah: 'ة .5 ه .9 اه 1.5 ا 3',
  aa: 'ا .3 اء 1.5 اع 3',
  à: 'ا .6 ة 1 ى 1.6',
  e: 'ه 1 ة .7 ي 2 ا 2.5 - 1.8',
  é: 'ي .8 ة 1 ه 1.5',
  eh: 'ه .5 ة .7 يه 1',
  i: 'ي .1 - 4 ى 5',
  o: 'و .4 ه .9 وا 1.2 - 4',
  oh: 'ه .6 وه 1',
  u: 'و .4 ه 1.3 وا 1.2',
  ou: 'و .3 ه 1.4 وا .9',
  ya: 'ية .5 يا .7 يه 1.5 ي 2.5',
  ia: 'ية .5 يا .8 يه 1.5',
  iya: 'ية .2 يا 1',
  eya: 'ية .2 يا 1',
  iyya: 'ية .2',
  an: 'ا 2.4 ان .3 ن .8',
  et: 'ت .3 ة 3',
  at: 'ات .5 ت .9 ة 2.5',
  '2': 'ء .3 أ 1 ق .8 ئ 1.5 ا 2',
  "'": '- .3 ع 1.2 ء 1.2',
  h: 'ه .5 ح .8 ة 1.5',
  ih: 'يه .7 ه .7 ية 2',
  uh: 'ه .6 وه 1',
};

const longestRule = 4;
let known: Readonly<Record<'anywhere' | 'first' | 'last', ReadonlyMap<string, readonly Step[]>>> | undefined;

/** What a word, in small letters, may stand for in Arabic letters. */
export function arabiziLattice(word: string): Lattice {
  known ??= { anywhere: stepsOf(anywhere), first: stepsOf(first), last: stepsOf(last) };
  const { anywhere: all, first: atStart, last: atEnd } = known;
  return Array.from({ length: word.length }, (_, place) => {
    const steps: Step[] = [];
    // Behind the first syllable, a vowel before one consonant and a vowel is more often long than before two consonants.
    const open = openSyllable.test(word.slice(place, place + 4)) && vowel.test(word.slice(0, place));
    // ch, sh, kh, gh, th, dh are letters of their own; where they are two letters after all, their rule says so.
    const shortest = digraph.test(word.slice(place, place + 2)) ? 2 : 1;
    for (let length = shortest; length <= longestRule && place + length <= word.length; length += 1) {
      const typed = word.slice(place, place + length);
      const beginning = place === 0 ? atStart.get(typed) : undefined;
      const ending = place + length === word.length ? atEnd.get(typed) : undefined;
      steps.push(...(beginning ?? []), ...(ending ?? []));
      const single = beginning === undefined && (ending === undefined || length > 1);
      const middle = single ? (all.get(typed) ?? []) : [];
      steps.push(...(open && length === 1 ? middle.map(lengthened) : middle));
    }
    const doubled = word[place] !== undefined && word[place] === word[place + 1] && /[a-z]/u.test(word[place]);
    // A doubled consonant is one letter with a shadda, which is not written.
    if (doubled && /[^aeiou]/u.test(word[place] ?? '')) {
      for (const step of all.get(word[place] ?? '') ?? []) steps.push({ ...step, length: 2, cost: step.cost + 0.1 });
    }
    return steps;
  });
}

const digraph = /^[cskgtd]h$/u;
const vowel = /[aeiou]/u;
const openSyllable = /^[aiou](?:sh|kh|gh|ch|th|dh|[^aeiou])[aeiou]/u;

function lengthened(step: Step): Step {
  return { ...step, cost: step.cost + (step.letters.length === 0 ? 1.2 : -0.6) };
}

function stepsOf(rules: Rules): ReadonlyMap<string, readonly Step[]> {
  return new Map(
    Object.entries(rules).map(([typed, meant]) => {
      const parts = meant.split(' ');
      const steps: Step[] = [];
      for (let at = 0; at + 1 < parts.length; at += 2) {
        const letters = parts[at] === '-' ? [] : Array.from(parts[at] ?? '', letterCode);
        steps.push({ length: typed.length, letters, cost: Number(parts[at + 1]) });
      }
      return [typed, steps];
    }),
  );
}
