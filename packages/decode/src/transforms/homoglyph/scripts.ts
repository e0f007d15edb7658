/** Scripts that are told apart; `common` are digits and signs of all scripts, `other` every script not named here. */
export type Script =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'armenian'
  | 'hebrew'
  | 'arabic'
  | 'cherokee'
  | 'coptic'
  | 'georgian'
  | 'unspaced'
  | 'common'
  | 'other';

const tests: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['armenian', /\p{Script=Armenian}/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['cherokee', /\p{Script=Cherokee}/u],
  ['coptic', /\p{Script=Coptic}/u],
  ['georgian', /\p{Script=Georgian}/u],
  [
    'unspaced',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Yi}]/u,
  ],
  ['common', /[\p{Script=Common}\p{Script=Inherited}]/u],
];

const known = new Map<string, Script>();

/** The script of a character; styled letters are common, and so are marks. */
export function scriptOf(sign: string): Script {
  const before = known.get(sign);
  if (before !== undefined) return before;
  const script = tests.find(([, test]) => test.test(sign))?.[0] ?? 'other';
  // What is met is a few alphabets; the bound is for texts that hold all of Unicode.
  if (known.size < 4000) known.set(sign, script);
  return script;
}

/** Scripts that a disguised word may belong to, beside Latin. */
export const restorable: ReadonlySet<Script> = new Set<Script>([
  'cyrillic',
  'greek',
  'armenian',
  'georgian',
  'hebrew',
  'arabic',
]);
