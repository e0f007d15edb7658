/** Letters that a sign stands for, the likeliest first, each with the bits by which it is less likely. */
export type SignLetters = readonly (readonly [letter: string, bits: number])[];

function sign(letters: string, ...bits: readonly number[]): SignLetters {
  return Array.from(letters, (letter, index) => [letter, bits[index] ?? index * 2] as const);
}

/** One sign for one letter. */
const single: Readonly<Record<string, SignLetters>> = {
  '0': sign('o'),
  '1': sign('il', 0, 1),
  '2': sign('zr', 2, 6),
  '3': sign('e'),
  '4': sign('a'),
  '5': sign('s'),
  '6': sign('gb', 1, 2),
  '7': sign('tl', 0, 5),
  '8': sign('b', 1),
  '9': sign('gqp', 1, 3, 6),
  '@': sign('a'),
  $: sign('s'),
  '!': sign('il', 0, 2),
  '|': sign('li', 0, 0),
  '+': sign('t', 1),
  '(': sign('c', 2),
  '<': sign('c', 2),
  '{': sign('c', 3),
  '[': sign('c', 3),
  '€': sign('e', 0),
  '£': sign('le', 0, 2),
  '¡': sign('i', 0),
  '¢': sign('c', 0),
  '¥': sign('y', 0),
  '§': sign('s', 0),
  µ: sign('u', 0),
  '\u03bc': sign('u', 0),
  '#': sign('h', 2),
  '^': sign('a', 3),
  '%': sign('x', 5),
};

/** Several signs that draw one letter, and letters that sound or look like another. */
const drawn: readonly (readonly [signs: string, letters: SignLetters])[] = [
  ['|\\/|', sign('m')],
  ['/\\/\\', sign('m')],
  ['/\\/', sign('n')],
  ['|\\|', sign('n')],
  ['|v|', sign('m', 1)],
  ['\\/\\/', sign('w')],
  ['\\^/', sign('w')],
  ['|-|', sign('h')],
  ['|~|', sign('h')],
  [']-[', sign('h')],
  ['}{', sign('h')],
  [')-(', sign('h')],
  ['/-/', sign('h')],
  ['/-\\', sign('a')],
  ['/_\\', sign('a')],
  ['/\\', sign('a')],
  ['\\/', sign('v')],
  ['|_|', sign('u')],
  ['(_)', sign('u')],
  ['\\_/', sign('u')],
  ['|_', sign('l')],
  ['1_', sign('l', 1)],
  ['_|', sign('j')],
  ['|<', sign('k')],
  ['|{', sign('k')],
  ['|(', sign('k', 1)],
  ['|>', sign('pd', 0, 1)],
  ['|)', sign('d')],
  ['|]', sign('d')],
  ['[)', sign('d')],
  ['(|', sign('d', 2)],
  ['|*', sign('p')],
  ['|°', sign('p')],
  ['|3', sign('b', 1)],
  ['13', sign('b', 4)],
  ['|2', sign('r', 1)],
  ['12', sign('r', 5)],
  ['|=', sign('f')],
  ['()', sign('o')],
  ['[]', sign('o')],
  ['<>', sign('o', 1)],
  ['><', sign('x')],
  ['}{', sign('x', 1)],
  ["'/", sign('y')],
  ['`/', sign('y')],
  ['ph', sign('f', 4)],
  ['vv', sign('w', 3)],
  ['uu', sign('w', 6)],
];

const byFirst = new Map<string, (readonly [signs: string, letters: SignLetters])[]>();
for (const entry of drawn) {
  const first = entry[0].charAt(0);
  byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
}

/** What may stand at a place of a small-lettered token: how many units, and for which letters. */
export function signsAt(token: string, at: number): readonly (readonly [length: number, letters: SignLetters])[] {
  const first = token.charAt(at);
  const found: (readonly [number, SignLetters])[] = [];
  for (const [signs, letters] of byFirst.get(first) ?? []) {
    if (token.startsWith(signs, at)) found.push([signs.length, letters]);
  }
  const alone = single[first];
  if (alone !== undefined) found.push([1, alone]);
  return found;
}
