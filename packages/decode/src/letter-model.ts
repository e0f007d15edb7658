import { packedModels } from './letter-model.generated.js';

/** The alphabets whose letters are counted. Must be the same as in scripts/make-letter-model.mjs. */
const letters = {
  latin: 'abcdefghijklmnopqrstuvwxyz',
  cyrillic: 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґў',
  arabic: 'ءابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ',
  hebrew: 'אבגדהוזחטיכלמנסעפצקרשת',
} as const;
export type Alphabet = keyof typeof letters;

const alphabetOf = {
  world: 'latin',
  en: 'latin',
  fr: 'latin',
  es: 'latin',
  de: 'latin',
  nl: 'latin',
  it: 'latin',
  pt: 'latin',
  ru: 'cyrillic',
  ar: 'arabic',
  he: 'hebrew',
} as const satisfies Record<keyof typeof packedModels, Alphabet>;
/** A language whose letters are known; `world` is all languages in Latin letters together. */
export type ModelName = keyof typeof alphabetOf;

/** What three letters in a row cost: the last of them, in bits, when the two before are known. Class 0 is what is no letter. */
export interface LetterModel {
  readonly name: ModelName;
  readonly alphabet: Alphabet;
  /** How many classes there are: the letters, and 0. */
  readonly size: number;
  /** Bits, at `(before * size + last) * size + letter`. */
  readonly costs: Float32Array;
}

const loaded = new Map<ModelName, LetterModel>();

/** One model, unpacked when it is first asked for. */
export function letterModel(name: ModelName): LetterModel {
  let model = loaded.get(name);
  if (model === undefined) {
    model = unpacked(name);
    loaded.set(name, model);
  }
  return model;
}

/** The models of the languages that are written in an alphabet and recognised. */
export function languagesIn(alphabet: Alphabet): readonly LetterModel[] {
  return languageNames[alphabet].map(letterModel);
}

const languageNames = {
  latin: ['en', 'fr', 'es', 'de', 'nl', 'it', 'pt'],
  cyrillic: ['ru'],
  arabic: ['ar'],
  hebrew: ['he'],
} as const satisfies Record<Alphabet, readonly ModelName[]>;

function unpacked(name: ModelName): LetterModel {
  const alphabet = alphabetOf[name];
  const size = letters[alphabet].length + 1;
  const bytes = atob(packedModels[name]);
  const costs = new Float32Array(size ** 3);
  for (let at = 0; at < costs.length; at += 1) {
    const byte = bytes.charCodeAt(at >> 1);
    costs[at] = ((at & 1) === 0 ? byte >> 4 : byte & 15) * 0.75 + 0.25;
  }
  return { name, alphabet, size, costs };
}

/** A letter as the models know it, and whether it is written with a mark or as a capital. */
export interface KnownLetter {
  readonly alphabet: Alphabet;
  /** 1 and up, in the order of the alphabet. */
  readonly classOf: number;
  readonly marked: boolean;
  readonly capital: boolean;
}

const classes = new Map<string, { alphabet: Alphabet; classOf: number }>();
for (const alphabet of ['latin', 'cyrillic', 'arabic', 'hebrew'] as const) {
  for (const [at, letter] of Array.from(letters[alphabet]).entries()) {
    classes.set(letter, { alphabet, classOf: at + 1 });
  }
}

/** Letters that are written for another one, beside those that decompose. */
const variants = new Map(
  ('ßs øo łl đd ıi ёе ѐе أا إا آا ٱا ىي ئي یي ةه ؤو کك ךכ םמ ןנ ףפ ץצ'.match(/\S\S/gu) ?? []).map(
    (pair): [string, string] => [pair[0] ?? '', pair[1] ?? ''],
  ),
);

const known = new Map<string, KnownLetter | undefined>();

/** The class of a character, one code point; `undefined` when no model knows it. */
export function knownLetter(character: string): KnownLetter | undefined {
  if (known.has(character)) return known.get(character);
  const found = look(character);
  // All letters that any model knows are far fewer: this bounds what strange text can make it keep.
  if (known.size < 4000) known.set(character, found);
  return found;
}

function look(character: string): KnownLetter | undefined {
  const lower = character.toLowerCase();
  const capital = lower !== character;
  const own = classes.get(variants.get(lower) ?? lower);
  if (own !== undefined) return { ...own, marked: false, capital };
  const base = lower.normalize('NFD').replace(/\p{M}+/gu, '');
  const letter = classes.get(base);
  return letter === undefined ? undefined : { ...letter, marked: true, capital };
}

/** In the order of their places. */
export const alphabets = ['latin', 'cyrillic', 'arabic', 'hebrew'] as const satisfies readonly Alphabet[];
const unlooked = 0xffff;
/** For each UTF-16 unit 1 + the number of its alphabet, times 64, and its class; 0 where no model knows it. */
const units = new Uint16Array(0x10000).fill(unlooked);

function unitEntry(unit: number): number {
  const entry = units[unit] ?? 0;
  if (entry !== unlooked) return entry;
  const letter = look(String.fromCharCode(unit));
  const made = letter === undefined ? 0 : ((alphabets.indexOf(letter.alphabet) + 1) << 6) | letter.classOf;
  units[unit] = made;
  return made;
}

/** The place of the alphabet of a UTF-16 unit among `alphabets`, from 1; 0 when no model knows it. */
export function alphabetPlace(unit: number): number {
  return unitEntry(unit) >> 6;
}

/** The class of a UTF-16 unit in an alphabet, 0 if it is none of its letters. */
export function classAt(unit: number, alphabet: Alphabet): number {
  const entry = unitEntry(unit);
  return alphabets[(entry >> 6) - 1] === alphabet ? entry & 63 : 0;
}
