import { styledOf } from '../styled/styles.js';
import { byEye } from './by-eye.js';
import { letterVariants, lookAlikeClasses } from './look-alikes.generated.js';
import { scriptOf, type Script } from './scripts.js';

/** How sure a look-alike is: the same shape by the data of Unicode, a variant of the letter, or alike at a glance. */
export type Likeness = 'same' | 'variant' | 'glance';

/** The letters that a sign stands for. */
export interface LatinReading {
  /** What it looks like most. */
  readonly letters: string;
  readonly likeness: Likeness;
  /** Single letters that it also stands for, less likely ones. */
  readonly others: readonly string[];
}

interface Tables {
  readonly latin: ReadonlyMap<string, LatinReading>;
  /** The class of signs that look alike, for each sign of it. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
}

let tables: Tables | undefined;
const theTables = (): Tables => (tables ??= build());

/**
 * The Latin letters that a sign beyond ASCII stands for, `undefined` if it looks like none.
 * @example latinOf('а') // { letters: 'a', likeness: 'same' } for the Cyrillic letter
 */
export function latinOf(sign: string): LatinReading | undefined {
  const listed = theTables().latin.get(sign);
  if (listed !== undefined) return listed;
  if (sign <= '\x7f') return undefined;
  // Styled letters, and what else Unicode counts as compatible.
  const letters = styledOf(sign)?.letters ?? /^\(?([a-z]{1,3})\)?$/i.exec(sign.normalize('NFKC'))?.[1];
  return letters === undefined || !/^[a-z]+$/i.test(letters) ? undefined : { letters, likeness: 'same', others: [] };
}

/**
 * The letter of another script that looks the same, `undefined` if there is none.
 * @example letterIn('cyrillic', 'e') // 'е'
 */
export function letterIn(script: Script, sign: string): string | undefined {
  const members = theTables().classes.get(sign);
  if (members === undefined) return undefined;
  const upper = isUpper(sign);
  const own = members.filter(
    (member) => scriptOf(member) === script && member.normalize('NFKC') === member && !rare.test(member),
  );
  return own.find((member) => isUpper(member) === upper) ?? own[0];
}

/** Cyrillic letters of few languages, and of none: whoever writes Russian with a Latin s did not mean ѕ. */
const rare = /[ѕЅԌԍԁԀԛԚԝԜӏӀһҺѵѴҮүҽҼ]/;

function isUpper(sign: string): boolean {
  return /\p{Lu}/u.test(sign);
}

function build(): Tables {
  const latin = new Map<string, { letters: string; likeness: Likeness; others: string[] }>();
  const classes = new Map<string, readonly string[]>();
  const add = (sign: string, letters: string, likeness: Likeness): void => {
    if (sign <= '\x7f') return;
    const known = latin.get(sign);
    if (known === undefined) latin.set(sign, { letters, likeness, others: [...(mistakenFor[letters] ?? [])] });
    else if (known.letters !== letters && !known.others.includes(letters)) known.others.push(letters);
  };
  for (const line of lookAlikeClasses.split('\n')) {
    const cut = line.indexOf(':');
    const spelled = line.slice(0, cut);
    const members = Array.from(line.slice(cut + 1));
    for (const member of members) {
      if (!classes.has(member)) classes.set(member, members);
      const letters = spelledLetters(spelled, member);
      if (letters !== undefined) add(member, letters.text, letters.likeness);
    }
  }
  latin.get('ſ')?.others.push('f');
  for (const [letter, signs] of Object.entries(byEye)) for (const sign of signs) add(sign, letter, 'glance');
  for (const line of letterVariants.split('\n')) {
    for (const sign of line.slice(2)) add(sign, line.slice(0, 1), 'variant');
  }
  return { latin, classes };
}

/** Letters that are taken for each other in many typefaces. */
const mistakenFor: Readonly<Record<string, readonly string[]>> = {
  l: ['i'],
  I: ['l', 'i'],
  i: ['l'],
  u: ['v'],
  v: ['u'],
  A: ['v'],
  n: ['h'],
};

/** What a member of a class spells; upright strokes are l, or I where the sign is a capital. */
function spelledLetters(spelled: string, member: string): { text: string; likeness: Likeness } | undefined {
  if (member === 'ſ') return { text: 's', likeness: 'same' };
  const compatible = member.normalize('NFKC');
  if (/^[a-z]+$/i.test(compatible)) return { text: compatible, likeness: 'same' };
  if (spelled === 'l') return { text: isUpper(member) ? 'I' : 'l', likeness: 'same' };
  if (spelled === 'rn') return { text: 'm', likeness: 'same' };
  if (/^[a-z]$/i.test(spelled)) return { text: spelled, likeness: 'same' };
  if (/^[a-z]{2,3}$/i.test(spelled)) return { text: spelled, likeness: 'glance' };
  const [base = ''] = spelled;
  if (/^[a-z]\p{M}+$/iu.test(spelled)) return { text: base, likeness: 'glance' };
  const near = nearLatin[base];
  return near === undefined || spelled.length !== base.length ? undefined : { text: near, likeness: 'glance' };
}

/** Latin, Greek and phonetic letters that head a class of Unicode's data, and the plain letter that they pass for. */
const nearLatin: Readonly<Record<string, string>> = {
  ß: 'B',
  ĸ: 'k',
  ƅ: 'b',
  Ɔ: 'C',
  Ǝ: 'E',
  Ə: 'e',
  Ɛ: 'E',
  ƨ: 's',
  Ʃ: 'E',
  ƫ: 't',
  Ʊ: 'U',
  ǝ: 'e',
  ȝ: 'z',
  ȷ: 'j',
  Ʌ: 'A',
  ɔ: 'c',
  ɜ: 'e',
  ɢ: 'g',
  ɴ: 'n',
  ɸ: 'o',
  ʀ: 'r',
  ʌ: 'a',
  ʍ: 'm',
  ʘ: 'o',
  ʙ: 'b',
  ʜ: 'h',
  ʟ: 'l',
  Γ: 'r',
  Δ: 'A',
  Ξ: 'E',
  Π: 'n',
  Φ: 'O',
  Ψ: 'Y',
  Ω: 'O',
  λ: 'l',
  μ: 'u',
  ξ: 'e',
  π: 'n',
  ς: 'c',
  χ: 'x',
  ψ: 'y',
  ω: 'w',
  И: 'N',
  ч: 'y',
  ϝ: 'f',
  ᴀ: 'a',
  ᴅ: 'd',
  ᴇ: 'e',
  ᴊ: 'j',
  ᴘ: 'p',
  ᴛ: 't',
  ᴎ: 'n',
  ᴙ: 'r',
  Ћ: 'h',
  Ѡ: 'w',
  Ⱶ: 'h',
  Ɐ: 'a',
  Ꞓ: 'e',
  ꞓ: 'e',
  Ⅎ: 'f',
  ɷ: 'w',
  Ո: 'n',
};
